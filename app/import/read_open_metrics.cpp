// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/import/importing.h"
#include "app/import/open_metrics.h"
#include "model/said.h"

#include <cmath>
#include <limits>
#include <map>

namespace headroom::import {

namespace {

constexpr double kMillisecondsFrom = 1e11;  // as seconds some 3,000 years ahead: so it is the older text format

/// What a family was said to be by `# TYPE`.
enum class Kind { gauge, counter, histogram };

/// Samples of the exposition format become series: a gauge as it is, a counter as its rate from sample to sample (a
/// fall is a restart from zero), a histogram as quantiles and mean of what was added from sample to sample.
class OpenMetricsSeries {
public:
    explicit OpenMetricsSeries(Reading& reading) : reading_(reading) {}

    void comment(const std::string& line) {
        if (!line.starts_with("# TYPE ")) return;
        const std::size_t space = line.find(' ', 7);
        if (space == std::string::npos) return;
        const std::string type = line.substr(space + 1);
        if (type == "counter") kinds_[line.substr(7, space - 7)] = Kind::counter;
        if (type == "histogram") kinds_[line.substr(7, space - 7)] = Kind::histogram;
    }

    void sample(OpenMetricsSample sample, std::int64_t line) {
        if (!sample.timestamp) {
            reading_.bad.add(line, model::said("Import", "a sample without a time"),
                             model::said("Import", "times behind the values, as in a recording"));
            return;
        }
        const double seconds = *sample.timestamp > kMillisecondsFrom ? *sample.timestamp / 1000 : *sample.timestamp;
        const auto moment = archive::momentOf(seconds * 1000);
        if (!moment) {
            reading_.bad.add(line, model::said("Import", "a sample at a time that is none"),
                             model::said("Import", "seconds since 1970"));
            return;
        }
        const std::int64_t ms = *moment;
        if (isOf(sample.name, "_bucket", Kind::histogram)) return bucket(sample, ms);
        if (isOf(sample.name, "_created", Kind::counter) || isOf(sample.name, "_created", Kind::histogram)) return;
        if (isOf(sample.name, "_total", Kind::counter)) return rate(without(sample.name, "_total"), sample, ms);
        if (kinds_.contains(sample.name) && kinds_[sample.name] == Kind::counter) return rate(sample.name, sample, ms);
        if (isOf(sample.name, "_count", Kind::histogram)) return rate(sample.name, sample, ms);
        if (isOf(sample.name, "_sum", Kind::histogram)) return rate(sample.name, sample, ms);
        SeriesKey key{sample.name, sample.labels, model::Unit::count};
        reading_.sink.add(modelSeries(key).value_or(key), {ms, sample.value});
    }

    void finish() {
        for (auto& [key, histogram] : histograms_) close(key, histogram);
    }

private:
    struct Last {
        std::int64_t ms = 0;
        double value = 0;
    };
    struct Histogram {
        std::int64_t ms = std::numeric_limits<std::int64_t>::min();
        std::map<double, double> counts, before;
    };

    static std::string without(const std::string& name, std::string_view suffix) {
        return name.substr(0, name.size() - suffix.size());
    }

    bool isOf(const std::string& name, std::string_view suffix, Kind kind) const {
        if (!name.ends_with(suffix)) return false;
        const auto found = kinds_.find(without(name, suffix));
        return found != kinds_.end() && found->second == kind;
    }

    void rate(const std::string& name, const OpenMetricsSample& sample, std::int64_t ms) {
        const SeriesKey key{name, sample.labels, model::Unit::perSecond};
        const auto [last, isFirst] = last_.try_emplace(key, Last{ms, sample.value});
        if (isFirst || ms <= last->second.ms) return;
        const double increase = sample.value < last->second.value ? sample.value : sample.value - last->second.value;
        reading_.sink.add(key, {ms, increase * 1000 / static_cast<double>(ms - last->second.ms)});
        last->second = {ms, sample.value};
    }

    void bucket(OpenMetricsSample& sample, std::int64_t ms) {
        const auto bound = sample.labels.find("le");
        if (bound == sample.labels.end()) return;
        const double le = bound->second == "+Inf" ? std::numeric_limits<double>::infinity() : numberOf(bound->second).value_or(0);
        sample.labels.erase(bound);
        const SeriesKey key{without(sample.name, "_bucket"), sample.labels, model::Unit::seconds};
        Histogram& histogram = histograms_[key];
        if (histogram.ms != ms) close(key, histogram);
        histogram.ms = ms;
        histogram.counts[le] = sample.value;
    }

    void close(const SeriesKey& key, Histogram& histogram) {
        if (!histogram.before.empty()) {
            std::vector<std::pair<double, double>> added;
            for (const auto& [le, count] : histogram.counts) {
                const double before = histogram.before.contains(le) ? histogram.before[le] : 0;
                added.push_back({le, count < before ? count : count - before});
            }
            for (const auto& [q, word] : {std::pair{0.5, "p50"}, {0.95, "p95"}, {0.99, "p99"}}) {
                const double value = bucketQuantile(q, added);
                SeriesKey named = key;
                named.name = std::string(word) + "(" + key.name + ")";
                if (!std::isnan(value)) reading_.sink.add(named, {histogram.ms, value});
            }
        }
        histogram.before = std::move(histogram.counts);
        histogram.counts.clear();
    }

    Reading& reading_;
    std::map<std::string, Kind> kinds_;
    std::map<SeriesKey, Last> last_;
    std::map<SeriesKey, Histogram> histograms_;
};

}  // namespace

void readOpenMetrics(Reading& reading) {
    OpenMetricsSeries series(reading);
    std::string line;
    bool ended = false;
    while (reading.lines.next(line)) {
        const std::int64_t number = reading.lines.number();
        if (number % 1000 == 0 && !reading.goesOn()) break;
        if (ended && !line.empty()) {
            reading.bad.add(number, model::said("Import", "a line after `# EOF`"),
                            model::said("Import", "nothing behind it"));
        } else if (line == "# EOF") {
            ended = true;
        } else if (line.starts_with('#')) {
            series.comment(line);
        } else if (!line.empty()) {
            auto sample = parseSample(line);
            if (sample)
                series.sample(*sample, number);
            else
                reading.bad.add(number, sample.error().found, sample.error().expected);
        }
    }
    series.finish();
}

}  // namespace headroom::import
