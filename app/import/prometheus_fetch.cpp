// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/import/prometheus_fetch.h"

#include "model/said.h"

#include <QEventLoop>
#include <QTimer>

#include <algorithm>

namespace headroom::import {

namespace {

constexpr std::int64_t kPointsAPart = 10'000;  // servers refuse more than 11,000

void pause(int ms) {
    QEventLoop loop;
    QTimer::singleShot(ms, &loop, &QEventLoop::quit);
    loop.exec();
}

RangeAnswer askWithPatience(PrometheusClient& client, const RangeQuery& query,
                            const FetchOptions& options) {
    RangeAnswer answer = client.askAndWait(query, options.goesOn);
    int wait = options.firstPauseMs;
    for (int attempt = 1;
         attempt < options.attempts && !answer.error.empty() && answer.mayPass && options.goesOn();
         ++attempt) {
        pause(wait);
        wait *= 2;
        answer = client.askAndWait(query, options.goesOn);
    }
    return answer;
}

double shareDone(const std::vector<archive::Fetch>& fetches) {
    double done = 0, all = 0;
    for (const archive::Fetch& fetch : fetches) {
        done += static_cast<double>(std::min(fetch.nextMs, fetch.untilMs) - fetch.fromMs);
        all += static_cast<double>(fetch.untilMs - fetch.fromMs);
    }
    return all > 0 ? done / all : 1;
}

}  // namespace

std::vector<archive::Fetch> fetchesOf(const model::Observed& observed, std::int64_t fromMs,
                                      std::int64_t untilMs, std::int64_t stepMs) {
    std::vector<archive::Fetch> fetches;
    for (const model::ObservedSeries& series : observed.series)
        fetches.push_back({toText(series.metric), series.query, stepMs, fromMs, untilMs, fromMs});
    return fetches;
}

model::Parsed<model::ObservedSeries> parseQuery(const std::string& text) {
    int depth = 0;
    std::size_t equals = 0;
    while (equals < text.size() && (text[equals] != '=' || depth > 0)) {
        depth += text[equals] == '(' ? 1 : text[equals] == ')' ? -1 : 0;
        ++equals;
    }
    const auto trimmed = [](std::string part) {
        while (!part.empty() && part.back() == ' ') part.pop_back();
        part.erase(0, std::min(part.size(), part.find_first_not_of(' ')));
        return part;
    };
    const auto metric = model::parseMetricRef(trimmed(text.substr(0, equals)));
    const std::string query =
        equals < text.size() ? trimmed(text.substr(equals + 1)) : std::string();
    if (metric && !query.empty()) return model::ObservedSeries{*metric, query};
    return model::TextError{"`" + text + "`",
                            model::said("Import",
                                        "METRIC=PROMQL, such as "
                                        "`workload.throughput=sum(rate(http_requests_total[1m]))`"),
                            ""};
}

std::vector<archive::Series> named(std::vector<archive::Series> series, const std::string& name) {
    const auto metric = model::parseMetricRef(name);
    for (archive::Series& one : series) {
        one.key.name = name;
        if (metric) one.key.unit = unitOf(metric->metric);
    }
    return series;
}

std::string fetchInto(archive::Archive& archive, std::int64_t import,
                      std::vector<archive::Fetch> fetches, PrometheusClient& client,
                      const FetchOptions& options) {
    for (archive::Fetch& fetch : fetches) {
        while (fetch.nextMs <= fetch.untilMs) {
            const std::int64_t until =
                std::min(fetch.untilMs, fetch.nextMs + (kPointsAPart - 1) * fetch.stepMs);
            RangeAnswer answer =
                askWithPatience(client, {fetch.query, fetch.nextMs, until, fetch.stepMs}, options);
            if (!answer.error.empty()) return fetch.name + ": " + answer.error;
            fetch.nextMs += ((until - fetch.nextMs) / fetch.stepMs + 1) * fetch.stepMs;
            archive.append(import, named(std::move(answer.series), fetch.name), fetch);
            options.progress(shareDone(fetches));
        }
    }
    return "";
}

}  // namespace headroom::import
