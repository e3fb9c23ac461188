// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/import/calibrated_variant.h"

#include "model/file/scenario_writer.h"

#include <nlohmann/json.hpp>

namespace headroom::import {

namespace {

using Json = nlohmann::json;

std::string quoted(const std::string& text) {
    return Json(text).dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace

model::Parsed<std::string> withCalibration(const std::string& text, const std::string& name,
                                           const std::string& on,
                                           const sim::Calibration& calibration) {
    std::string set;
    for (const sim::CalibratedParameter& one : calibration.parameters)
        set += (set.empty() ? "" : ", ") + quoted(one.path) + ": " + quoted(one.is);
    return model::withValue(text, "variants." + name,
                            "{about: \"Set by what was measured\", " +
                                (on.empty() ? std::string() : "on: " + on + ", ") + "set: {" + set +
                                "}}");
}

}  // namespace headroom::import
