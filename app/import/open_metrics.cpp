// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/import/open_metrics.h"

#include "app/import/line_reader.h"
#include "model/said.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <map>

namespace headroom::import {

namespace {

using archive::Labels;
using archive::Series;
using archive::SeriesKey;

bool isNameStart(char c) { return std::isalpha(static_cast<unsigned char>(c)) || c == '_' || c == ':'; }
bool isNamePart(char c) { return isNameStart(c) || std::isdigit(static_cast<unsigned char>(c)); }

/// Reads from the front of a line; every function says whether it found what it looks for.
class Scanner {
public:
    explicit Scanner(std::string_view text) : rest_(text) {}

    bool name(std::string& out) {
        std::size_t size = 0;
        while (size < rest_.size() && (size == 0 ? isNameStart(rest_[size]) : isNamePart(rest_[size]))) ++size;
        out = rest_.substr(0, size);
        rest_.remove_prefix(size);
        return size > 0;
    }

    bool take(char c) {
        if (!rest_.starts_with(c)) return false;
        rest_.remove_prefix(1);
        return true;
    }

    bool labels(Labels& out) {
        if (!take('{')) return true;
        while (!take('}')) {
            std::string label, value;
            if (!name(label) || label.find(':') != std::string::npos || !take('=') || !text(value)) return false;
            if (!out.emplace(label, value).second) return false;
            if (!take(',') && !rest_.starts_with('}')) return false;
        }
        return true;
    }

    std::string_view word() {
        const std::size_t end = std::min(rest_.find(' '), rest_.size());
        const std::string_view found = rest_.substr(0, end);
        rest_.remove_prefix(end);
        return found;
    }

    void blanks() {
        while (take(' ') || take('\t')) {
        }
    }

    bool isAtEnd() const { return rest_.empty(); }
    std::string_view rest() const { return rest_; }

private:
    bool text(std::string& out) {
        if (!take('"')) return false;
        while (!rest_.empty() && rest_.front() != '"') {
            char c = rest_.front();
            rest_.remove_prefix(1);
            if (c == '\\' && !rest_.empty()) {
                c = rest_.front() == 'n' ? '\n' : rest_.front();
                rest_.remove_prefix(1);
            }
            out += c;
        }
        return take('"');
    }

    std::string_view rest_;
};

std::optional<double> valueOf(std::string_view word) {
    if (word == "NaN" || word == "nan") return std::numeric_limits<double>::quiet_NaN();
    if (word == "+Inf" || word == "Inf") return std::numeric_limits<double>::infinity();
    if (word == "-Inf") return -std::numeric_limits<double>::infinity();
    return numberOf(word);
}

model::TextError error(std::string_view found, std::string expected) {
    return {found.empty() ? model::said("Import", "nothing")
                          : "`" + std::string(found.substr(0, 60)) + "`",
            std::move(expected), ""};
}

std::string numberText(double value) {
    if (std::isnan(value)) return "NaN";
    if (std::isinf(value)) return value > 0 ? "+Inf" : "-Inf";
    std::array<char, 32> buffer{};
    return {buffer.begin(), std::to_chars(buffer.begin(), buffer.end(), value).ptr};
}

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '\n') {
            out += "\\n";
            continue;
        }
        if (c == '\\' || c == '"') out += '\\';
        out += c;
    }
    return out;
}

std::string_view suffixOf(model::Unit unit) {
    switch (unit) {
        case model::Unit::seconds: return "_seconds";
        case model::Unit::bytes: return "_bytes";
        case model::Unit::bytesPerSecond: return "_bytes_per_second";
        case model::Unit::perSecond: return "_per_second";
        case model::Unit::share: return "_ratio";
        default: return "";
    }
}

ExposedMetric exposedAs(const model::MetricRef& metric, model::Unit unit, Labels labels) {
    ExposedMetric out{"headroom_" + std::string(metricName(metric.metric)) + std::string(suffixOf(unit)), std::move(labels)};
    out.labels["target"] = metric.operation.empty() ? metric.target : metric.target + "." + metric.operation;
    if (model::isTime(metric.metric)) out.labels["statistic"] = statisticName(metric.statistic);
    return out;
}

/// `p95(api.response_time)` → `headroom_response_time_seconds{statistic="p95",target="api"}`. Users are no metric.
ExposedMetric exposed(const SeriesKey& key) {
    if (key.name == "workload.users") return {"headroom_users", key.labels};
    const auto ref = model::parseMetricRef(key.name);
    if (!ref) return {"headroom_series", {{"name", key.name}}};
    return exposedAs(*ref, key.unit, key.labels);
}

}  // namespace

ExposedMetric exposedMetric(const model::MetricRef& metric) { return exposedAs(metric, unitOf(metric.metric), {}); }

model::Parsed<OpenMetricsSample> parseSample(std::string_view line) {
    OpenMetricsSample sample;
    Scanner scanner(line);
    if (!scanner.name(sample.name))
        return error(line, model::said("Import", "the name of a metric"));
    if (!scanner.labels(sample.labels))
        return error(scanner.rest(), model::said("Import", "labels such as `{name=\"value\"}`"));
    if (!scanner.take(' ') && !scanner.take('\t'))
        return error(scanner.rest(), model::said("Import", "a blank before the value"));
    scanner.blanks();
    const std::string_view value = scanner.word();
    const auto number = valueOf(value);
    if (!number) return error(value, model::said("Import", "a number"));
    sample.value = *number;
    scanner.blanks();
    if (scanner.isAtEnd() || scanner.rest().starts_with('#')) return sample;
    const std::string_view time = scanner.word();
    sample.timestamp = numberOf(time);
    if (!sample.timestamp) return error(time, model::said("Import", "a timestamp"));
    scanner.blanks();
    if (!scanner.isAtEnd() && !scanner.rest().starts_with('#'))
        return error(scanner.rest(), model::said("Import", "the end of the line"));
    return sample;
}

std::string openMetricsText(const std::vector<Series>& series, std::int64_t startMs) {
    std::map<std::string, std::string> families;  // all samples of a metric have to stand together
    for (const Series& one : series) {
        const ExposedMetric out = exposed(one.key);
        std::string labels;
        for (const auto& [name, value] : out.labels) labels += (labels.empty() ? "" : ",") + name + "=\"" + escaped(value) + "\"";
        std::string& text = families[out.name];
        for (const archive::Point& point : one.points)
            if (!std::isnan(point.value))
                text += out.name + (labels.empty() ? "" : "{" + labels + "}") + " " + numberText(point.value) + " " +
                        numberText(static_cast<double>(startMs + point.ms) / 1000) + "\n";
    }
    std::string text;
    for (const auto& [name, samples] : families) text += "# TYPE " + name + " gauge\n" + samples;
    return text + "# EOF\n";
}

std::optional<SeriesKey> modelSeries(const SeriesKey& key) {
    if (key.name == "headroom_users") return SeriesKey{"workload.users", {}, model::Unit::count};
    if (!key.name.starts_with("headroom_") || !key.labels.contains("target")) return std::nullopt;
    const auto statistic = key.labels.find("statistic");
    for (int i = 0; i < model::kMetricCount; ++i) {
        const auto metric = static_cast<model::Metric>(i);
        const model::Unit unit = unitOf(metric);
        if (key.name != "headroom_" + std::string(metricName(metric)) + std::string(suffixOf(unit))) continue;
        std::string name = key.labels.at("target") + "." + std::string(metricName(metric));
        if (statistic != key.labels.end() && statistic->second != "mean") name = statistic->second + "(" + name + ")";
        return SeriesKey{name, {}, unit};
    }
    return std::nullopt;
}

double bucketQuantile(double q, std::vector<std::pair<double, double>> buckets) {
    constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
    std::ranges::sort(buckets);
    if (buckets.size() < 2 || !std::isinf(buckets.back().first) || !(q >= 0 && q <= 1)) return kNone;
    for (std::size_t i = 1; i < buckets.size(); ++i) buckets[i].second = std::max(buckets[i].second, buckets[i - 1].second);
    const double all = buckets.back().second, rank = q * all;
    if (all <= 0) return kNone;
    std::size_t b = 0;
    while (b + 1 < buckets.size() && buckets[b].second < rank) ++b;
    if (b + 1 == buckets.size()) return buckets[b - 1].first;
    if (b == 0 && buckets[0].first <= 0) return buckets[0].first;
    const double from = b == 0 ? 0 : buckets[b - 1].first, below = b == 0 ? 0 : buckets[b - 1].second;
    if (buckets[b].second == below) return from;
    return from + (buckets[b].first - from) * (rank - below) / (buckets[b].second - below);
}

}  // namespace headroom::import
