// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/sections.h"
#include "model/said.h"

#include <algorithm>

namespace headroom::model {
namespace {

void readWhen(MapReader& map, Alert& alert) {
    const auto entry = map.get("when");
    if (!entry || !readText(map.reading(), *entry, alert.text)) return;
    const auto condition = parseCondition(alert.text);
    if (!condition) return map.reading().textError(*entry, condition.error());
    alert.left = condition->left;
    alert.below = condition->below;
    alert.threshold = condition->threshold;
    alert.unit = condition->unit;
}

void readBurn(MapReader& owner, std::optional<BurnRate>& out) {
    const auto entry = owner.get("burn");
    if (!entry) return;
    BurnRate burn;
    MapReader map(owner.reading(), *entry, HEADROOM_SAID("Model", "a burn rate"));
    map.requireText("slo", burn.slo);
    map.require("rate");
    map.count("rate", burn.rate, Zero::forbidden);
    map.duration("short_window", burn.shortWindow);
    out = burn;
}

Alert readAlert(Reading& reading, const Item& item) {
    Alert alert;
    MapReader map(reading, item, HEADROOM_SAID("Model", "an alert"));
    map.requireText("name", alert.name);
    readWhen(map, alert);
    readBurn(map, alert.burn);
    map.duration("for", alert.holdFor);
    map.duration("window", alert.window, Zero::forbidden);
    map.duration("keep_firing_for", alert.keepFiringFor);
    map.choice<Severity>("severity", alert.severity,
                         {{"low", Severity::low},
                          {"medium", Severity::medium},
                          {"high", Severity::high},
                          {"warning", Severity::warning},
                          {"critical", Severity::critical}});
    if (map.isMapping() && map.has("when") == map.has("burn"))
        reading.errorAtKey(item,
                           map.has("when") ? said("Model", "`burn` beside `when`")
                                           : said("Model", "an alert without `when` and `burn`"),
                           said("Model", "one of them"));
    if (alert.burn && alert.burn->shortWindow && *alert.burn->shortWindow >= alert.window)
        reading.errorAtKey(*map.get("burn"), said("Model", "a short window that is not shorter"),
                           said("Model", "less than `window`, %1", {quoted(toText(alert.window))}));
    return alert;
}

}  // namespace

std::vector<Alert> readAlerts(Reading& reading, const Item& list) {
    std::vector<Alert> alerts;
    if (!list.node->isSequence()) {
        reading.wrongKind(list, said("Model", "a list of alerts"));
        return alerts;
    }
    for (std::size_t i = 0; i < list.node->children.size(); ++i) {
        const Item item = elementOf(list, i);
        alerts.push_back(readAlert(reading, item));
        const auto first = std::ranges::find(alerts, alerts.back().name, &Alert::name);
        if (!alerts.back().name.empty() && first + 1 != alerts.end())
            reading.error(
                item,
                said("Model", "%1 as the name of a second alert", {quoted(alerts.back().name)}),
                said("Model", "a name of its own"));
    }
    return alerts;
}

}  // namespace headroom::model
