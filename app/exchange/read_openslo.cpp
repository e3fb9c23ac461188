// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exchange/draft.h"
#include "app/import/open_metrics.h"
#include "model/quantity/number_text.h"

#include <algorithm>
#include <array>
#include <cmath>

/// OpenSLO v1, and v1alpha as Sloth reads it: https://github.com/OpenSLO/OpenSLO, README.md.
namespace headroom::exchange {

namespace {

using model::Metric;
using model::MetricRef;
using model::Statistic;

const ForeignYaml* orNone(const ForeignYaml* value) {
    static const ForeignYaml none;
    return value != nullptr ? value : &none;
}

std::string nameOf(const ForeignYaml& object) {
    const std::string_view display = object.textAt("metadata.displayName");
    return std::string(display.empty() ? object.textAt("metadata.name") : display);
}

/// `28d`, `2w`, `1M`, `12h`: a month is 30 days here, a quarter 90, a year 365.
std::optional<model::Duration> windowOf(std::string_view text) {
    using std::chrono::hours;
    const auto number =
        text.empty() ? std::nullopt : wholeOf(text.substr(0, text.size() - 1), 1, 10'000);
    if (!number) return std::nullopt;
    switch (text.back()) {
        case 'm': return std::chrono::minutes(*number);
        case 'h': return hours(*number);
        case 'd': return hours(24) * *number;
        case 'w': return hours(24 * 7) * *number;
        case 'M': return hours(24 * 30) * *number;
        case 'Q': return hours(24 * 90) * *number;
        case 'Y': return hours(24 * 365) * *number;
        default: return std::nullopt;
    }
}

std::optional<model::Duration> windowOf(const ForeignYaml& spec) {
    for (const char* list : {"timeWindow", "timeWindows"}) {
        const ForeignYaml& windows = *orNone(spec.find(list));
        if (windows.children.empty()) continue;
        const ForeignYaml& first = windows.children.front();
        if (const auto window = windowOf(first.textAt("duration"))) return window;
        const std::string_view unit = first.textAt("unit");
        if (unit.empty()) return std::nullopt;
        const char letter = unit == "Month"     ? 'M'
                            : unit == "Quarter" ? 'Q'
                            : unit == "Year"    ? 'Y'
                            : unit == "Week"    ? 'w'
                            : unit == "Day"     ? 'd'
                                                : 'h';
        return windowOf(std::string(first.textAt("count")) + letter);
    }
    return std::nullopt;
}

/// The figure of the model that a query asks for, by the name under which it is exported.
std::optional<MetricRef> exportedMetric(std::string_view query) {
    const std::size_t from = query.find("headroom_");
    if (from == std::string_view::npos) return std::nullopt;
    const std::size_t end = query.find('}', from);
    if (end == std::string_view::npos) return std::nullopt;
    const auto sample = import::parseSample(std::string(query.substr(from, end + 1 - from)) + " 1");
    if (!sample) return std::nullopt;
    const auto series = import::modelSeries({sample->name, sample->labels});
    const auto metric =
        series ? model::parseMetricRef(series->name) : model::Parsed<MetricRef>(model::TextError{});
    return metric ? std::optional(*metric) : std::nullopt;
}

std::optional<Statistic> quantileOf(double share) {
    constexpr std::array<std::pair<double, Statistic>, 5> kKnown{{{0.5, Statistic::p50},
                                                                  {0.9, Statistic::p90},
                                                                  {0.95, Statistic::p95},
                                                                  {0.99, Statistic::p99},
                                                                  {0.999, Statistic::p999}}};
    const auto found = std::ranges::find_if(
        kKnown, [&](const auto& known) { return std::abs(known.first - share) < 1e-9; });
    return found == kKnown.end() ? std::nullopt : std::optional(found->second);
}

std::optional<double> numberIn(std::string_view text, std::string_view before) {
    const std::size_t at = text.find(before);
    if (at == std::string_view::npos) return std::nullopt;
    text.remove_prefix(at + before.size());
    const auto number = model::parseNumber(text.substr(0, text.find_first_not_of("0123456789.e")));
    return number ? std::optional(*number) : std::nullopt;
}

std::string queryOf(const ForeignYaml* metric) {
    const ForeignYaml& from = *orNone(metric);
    for (const char* path : {"metricSource.spec.query", "query", "metricSource.query"})
        if (const auto query = from.textAt(path); !query.empty()) return std::string(query);
    return "";
}

class SloReader {
public:
    SloReader(const ForeignYaml& object, const ForeignYaml* indicator, const Source& source)
        : object_(object), indicator_(*orNone(indicator)), source_(source) {}

    void read() {
        const ForeignYaml& spec = *orNone(object_.find("spec"));
        const ForeignYaml& objectives = *orNone(spec.find("objectives"));
        for (const ForeignYaml& objective : objectives.children) {
            Promise promise{.name = nameOf(object_),
                            .where = source_.placeOf(objective),
                            .service = std::string(spec.textAt("service")),
                            .over = windowOf(spec),
                            .note = {}};
            const auto display = objective.textAt("displayName");
            if (objectives.children.size() > 1 && !display.empty())
                promise.name += ", " + std::string(display);
            std::string why = readObjective(objective, spec, promise);
            if (why.empty() && !canBeWritten(promise)) why = "its threshold is out of range";
            if (why.empty())
                source_.into.promises.push_back(std::move(promise));
            else
                source_.leaveOut(objective, "the objective `" + promise.name + "`: " + why);
        }
        if (objectives.children.empty())
            source_.leaveOut(object_, "the SLO `" + nameOf(object_) + "`, which has no objectives");
    }

private:
    // Times reach to fromSeconds()'s bound, bytes and others to what a double counts exactly.
    static bool canBeWritten(const Promise& promise) {
        return std::abs(promise.threshold) < (isTime(promise.metric.metric) ? 9e9 : 9e15);
    }

    // Why nothing can be made of it; empty if something was.
    std::string readObjective(const ForeignYaml& objective, const ForeignYaml& spec,
                              Promise& promise) const {
        const auto target = model::parseNumber(objective.textAt("target"));
        const auto percent = model::parseNumber(objective.textAt("targetPercent"));
        // 0: none is stated.
        const double share = target ? *target : percent ? *percent / 100 : 0;
        const ForeignYaml* ratio = indicator_.find("ratioMetric");
        if (ratio == nullptr) ratio = objective.find("ratioMetrics");
        if (ratio != nullptr) return readRatio(*ratio, share, promise);
        const ForeignYaml* threshold = indicator_.find("thresholdMetric");
        if (threshold == nullptr) threshold = spec.at("indicator.thresholdMetric");
        if (threshold == nullptr) return "its indicator is not in the file";
        return readThreshold(objective, queryOf(threshold), share, promise);
    }

    std::string readRatio(const ForeignYaml& ratio, double share, Promise& promise) const {
        if (!(share > 0 && share < 1)) return "its target is no share below 1";
        const std::string good = queryOf(ratio.find("good"));
        // Requests within a bucket of a histogram: a quantile of the time, from the other side.
        const auto bound = numberIn(good, "le=\"");
        if (bound && good.find("_seconds_bucket") != std::string::npos) {
            const auto quantile = quantileOf(share);
            if (!quantile)
                return "its target is not 50, 90, 95, 99 or 99.9 %, which quantiles are there for";
            promise.metric = {.target = "",
                              .operation = "",
                              .metric = Metric::responseTime,
                              .statistic = *quantile,
                              .variant = ""};
            promise.threshold = *bound;
            promise.note = "the share of requests within a bucket, as a quantile";
            return "";
        }
        const std::string bad = queryOf(ratio.find("bad")), total = queryOf(ratio.find("total"));
        for (const std::string* query : {&bad, &good, &total})
            if (const auto exported = exportedMetric(*query);
                exported && promise.metric.target.empty()) {
                promise.metric.target = exported->target;
                promise.metric.operation = exported->operation;
            }
        promise.metric.metric = Metric::availability;
        promise.below = false;
        promise.threshold = share;
        if (promise.metric.target.empty())
            promise.note = "its ratio is taken for that of answered requests";
        return "";
    }

    std::string readThreshold(const ForeignYaml& objective, const std::string& query, double share,
                              Promise& promise) const {
        const auto value = model::parseNumber(objective.textAt("value"));
        const std::string_view op = objective.textAt("op");
        if (!value) return "its `value` is no number";
        promise.below = !op.starts_with('g');
        promise.threshold = *value;
        if (const auto exported = exportedMetric(query)) {
            promise.metric = *exported;
            return "";
        }
        if (const auto written = asWritten(objective, *value)) {
            promise.metric = *written;
            return "";
        }
        return readTime(query, *value, share, promise);
    }

    // An export whose query is production's own: the objective stands in its display name. It is
    // believed where it says the same threshold.
    static std::optional<MetricRef> asWritten(const ForeignYaml& objective, double value) {
        const auto parsed = model::parseObjective(objective.textAt("displayName"));
        if (!parsed) return std::nullopt;
        const double said = model::magnitude(parsed->threshold);
        return std::abs(said - value) <= 1e-9 * std::abs(said) ? std::optional(parsed->metric)
                                                               : std::nullopt;
    }

    std::string readTime(const std::string& query, double value, double share,
                         Promise& promise) const {
        const auto has = [&](std::string_view word) {
            return query.find(word) != std::string::npos;
        };
        if (has("error") || has("availab")) return "what its query measures is not known here";
        const std::string_view description = object_.textAt("spec.description");
        const std::string number = model::numberText(value);
        const auto says = [&](const std::string& unit) {
            return description.find(number + unit) != std::string_view::npos ||
                   description.find(number + " " + unit) != std::string_view::npos;
        };
        double scale = 0;
        if (has("_milliseconds") || has("_ms") || says("ms"))
            scale = 1e-3;
        else if (has("_seconds") || says("s"))
            scale = 1;
        if (scale == 0)
            return "neither its query nor its description says in what unit " + number + " is";
        const auto inQuery = numberIn(query, "histogram_quantile(");
        const auto quantile = quantileOf(inQuery ? *inQuery : share);
        if (inQuery && !quantile) return "its quantile is not one of 50, 90, 95, 99 and 99.9 %";
        promise.metric.metric = Metric::responseTime;
        promise.metric.statistic = quantile.value_or(Statistic::mean);
        promise.threshold = value * scale;
        promise.note = "a time, taken for the response time";
        return "";
    }

    const ForeignYaml& object_;
    const ForeignYaml& indicator_;
    const Source& source_;
};

}  // namespace

bool isOpenSlo(const ForeignYaml& document) {
    return document.textAt("apiVersion").starts_with("openslo");
}

void readOpenSlo(const std::vector<const ForeignYaml*>& objects, const Source& source) {
    std::map<std::string, const ForeignYaml*> indicators;
    for (const ForeignYaml* object : objects)
        if (object->textAt("kind") == "SLI")
            indicators[std::string(object->textAt("metadata.name"))] = object->find("spec");
    for (const ForeignYaml* object : objects) {
        const std::string_view kind = object->textAt("kind");
        if (kind == "SLO") {
            const ForeignYaml* indicator = object->at("spec.indicator.spec");
            const auto named = indicators.find(std::string(object->textAt("spec.indicatorRef")));
            if (indicator == nullptr && named != indicators.end()) indicator = named->second;
            SloReader(*object, indicator, source).read();
        } else if (kind != "SLI" && kind != "Service") {
            source.leaveOut(*object, std::string(kind) + " `" +
                                         std::string(object->textAt("metadata.name")) + "`");
        }
    }
}

}  // namespace headroom::exchange
