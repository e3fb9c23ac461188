// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/component_icon.h"

#include <utility>

namespace headroom::report {

namespace {

constexpr std::pair<std::string_view, std::string_view> kIcons[] = {
    {"client", "M6 1.5h8v17h-8zM9 16h2"},                                                // a phone
    {"load_balancer", "M2 10h6M8 10l5-6.5h5M8 10h10M8 10l5 6.5h5"},                      // one way into three
    {"service", "M2 3h16v6h-16zM2 11h16v6h-16zM5 6h2M5 14h2"},                           // two machines
    {"function", "M4 2.5h2.5l7.5 15h3M9.5 9l-5.5 8.5"},                                  // lambda
    {"cache", "M11 1.5l-7 10h5l-1 7 8-10.5h-5.5z"},                                      // a bolt
    {"pool", "M2 10h4M14 10h4M6 6h8v8h-8zM2 4h3M15 4h3M2 16h3M15 16h3"},                 // plugs
    {"database", "M3 4.5a7 2.7 0 1 0 14 0a7 2.7 0 1 0 -14 0v11a7 2.7 0 0 0 14 0v-11M3 10a7 2.7 0 0 0 14 0"},
    {"external", "M5.5 15.5a4 4 0 0 1 .3-8a5 5 0 0 1 9.4 1a3.6 3.6 0 0 1 -.4 7z"},       // a cloud
    {"queue", "M2 5h4v10h-4zM8 5h4v10h-4zM14 5h4v10h-4z"},                               // messages in a row
    {"gateway", "M3 10h14M13 6l4 4-4 4M7 6l-4 4 4 4"},                                   // both ways at once
    {"cdn", "M10 2a8 8 0 1 0 .01 0zM2 10h16M10 2c-5 5-5 11 0 16M10 2c5 5 5 11 0 16"},    // a globe
    {"autoscaler", "M3 17V9h4v8zM13 17V3h4v14zM8.5 6.5h3M10 5v3"},                       // more of them
    {"station", "M1.5 6v8M5 6v8M8.5 6v8M11 10a4 4 0 1 0 8 0a4 4 0 1 0 -8 0"},            // a line and a server
};

constexpr std::string_view kBox = "M3 3h14v14h-14z";

}  // namespace

std::string_view iconPathOf(std::string_view type) {
    for (const auto& [name, path] : kIcons)
        if (name == type) return path;
    return kBox;
}

}  // namespace headroom::report
