// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <limits>
#include <string>

#include "app/report/run_record.h"

/// A run made by hand, with something in every part of it that reports show.
namespace headroom::report {

inline model::Call callOf(std::string to, std::string operation) {
    model::Call call;
    call.to = std::move(to);
    call.operation = std::move(operation);
    return call;
}

inline model::Operation operationOf(std::string name, std::vector<model::Call> calls) {
    model::Operation operation;
    operation.name = std::move(name);
    operation.steps.push_back({"", model::Work{model::Distribution::exponential(std::chrono::milliseconds(4))}});
    for (model::Call& call : calls) operation.steps.push_back({"", std::move(call)});
    return operation;
}

inline model::Slo sloOf(std::string name, std::string text, model::MetricRef metric, bool below,
                        model::Quantity threshold) {
    model::Slo slo;
    slo.name = std::move(name);
    slo.objective = {std::move(metric), below, threshold, std::move(text)};
    return slo;
}

inline model::Scenario sampleScenario(double users = 30'000) {
    model::Scenario scenario;
    scenario.name = "A small shop";
    scenario.about = "Phones, an API, a cache, a pool of connections and a database.";
    scenario.variant = "today";
    scenario.variants = {{"today", "", "As it is"}, {"target", "today", "As it is meant to be"}};
    scenario.run.duration = std::chrono::minutes(10);

    model::ClientSpec phone;
    phone.to = "balancer";
    model::LoadBalancerSpec balancer;
    balancer.to = "api";
    model::CacheSpec cache;
    cache.origin = "db_pool";
    model::PoolSpec pool;
    pool.to = "db";
    pool.max = 50;
    model::DatabaseSpec database;
    database.servers = 16;
    scenario.components = {
        {"phone", "", phone, {}, {}},
        {"balancer", "", balancer, {}, {}},
        {"api", "", model::ServiceSpec{}, {operationOf("feed", {callOf("posts_cache", "read"), callOf("auth", "verify")}),
                                          operationOf("like", {callOf("db_pool", "write"), callOf("push", "notify")})}, {}},
        {"posts_cache", "", cache, {}, {}},
        {"db_pool", "", pool, {}, {}},
        {"db", "", database, {operationOf("read", {}), operationOf("write", {})}, model::Price{model::Money{0.4}, {}}},
        {"auth", "", model::FunctionSpec{}, {operationOf("verify", {callOf("db", "read")})}, {}},
        {"push", "", model::ExternalSpec{}, {}, {}},
    };
    scenario.workload.entry = "phone";
    scenario.workload.users = model::Schedule::constant(users);
    scenario.workload.profiles.push_back({});
    using enum model::Metric;
    scenario.slos = {
        sloOf("fast", "p95(phone.response_time) < 2 s", {"phone", "", responseTime, model::Statistic::p95, ""}, true,
              model::Duration(std::chrono::seconds(2))),
        sloOf("available", "workload.availability > 99.9 %", {"workload", "", availability, model::Statistic::mean, ""},
              false, model::Share{0.999}),
    };
    scenario.assumptions = {{"Think time is exponential with mean 20 s.", "Nothing is measured; usual for feeds."},
                            {"A read takes 6 ms.", "The list of the vendor, p50."}};
    scenario.notSimulated = {"components.db.zone"};
    return scenario;
}

inline sim::Estimate about(double value, double halfWidth) { return {value, halfWidth}; }

inline sim::TargetResult targetOf(std::string name, std::string type, double rate, double busy, double seconds) {
    using enum model::Metric;
    using enum model::Statistic;
    sim::TargetResult target;
    target.name = std::move(name);
    target.type = std::move(type);
    target.figures.at(throughput) = about(rate, rate * 0.01);
    target.figures.at(arrivalRate) = about(rate * 1.03, rate * 0.01);
    target.figures.at(errorRatio) = about(0.03, 0.002);
    target.figures.at(availability) = about(0.97, 0.002);
    if (busy >= 0) target.figures.at(utilisation) = about(busy, 0.01);
    target.figures.at(queueLength) = about(120.5, 12);
    target.figures.at(wait) = about(seconds / 2, seconds / 50);
    target.figures.at(responseTime) = about(seconds, seconds / 40);
    target.figures.at(responseTime, p50) = about(seconds * 0.8, seconds / 40);
    target.figures.at(responseTime, p95) = about(seconds * 2.2, seconds / 30);
    target.figures.at(responseTime, p99) = about(seconds * 3.1, seconds / 20);
    target.errors = {12, 30, 0};
    return target;
}

inline sim::Series seriesLike(std::string name, model::Unit unit, double level, double swing) {
    sim::Series series{std::move(name), unit, {}};
    for (int i = 0; i < 120; ++i)
        series.values.push_back(level * (1 - std::exp(-i / 12.0)) + swing * std::sin(i * 0.7) * std::sin(i * 0.11));
    series.values[3] = std::numeric_limits<double>::quiet_NaN();
    return series;
}

inline void addSeries(sim::RunResult& result, double mean) {
    using enum model::Unit;
    result.series.push_back(seriesLike("workload.users", count, result.users, 0));
    result.series.push_back(seriesLike("workload.throughput", perSecond, 1400, 60));
    result.series.push_back(seriesLike("workload.error_ratio", share, 0.03, 0.01));
    result.series.push_back(seriesLike("p50(workload.response_time)", model::Unit::seconds, mean * 0.8, mean / 9));
    result.series.push_back(seriesLike("p95(workload.response_time)", model::Unit::seconds, mean * 2.2, mean / 4));
    result.series.push_back(seriesLike("p99(workload.response_time)", model::Unit::seconds, mean * 3.1, mean / 3));
    for (const sim::TargetResult& component : result.components) {
        const auto busy = component.figures.at(model::Metric::utilisation).value;
        if (!busy) continue;
        result.series.push_back(seriesLike(component.name + ".utilisation", share, *busy, 0.02));
        result.series.push_back(seriesLike(component.name + ".queue_length", count, 120 * *busy, 20));
    }
}

/// `seconds` is the mean response time; above 0.9 s the 2 s objective is missed.
inline RunRecord sampleRun(double users = 30'000, double seconds = 1.9) {
    RunRecord run{sampleScenario(users), {}};
    sim::RunResult& result = run.result;
    result.scenario = run.scenario.name;
    result.variant = run.scenario.variant;
    result.seed = 7;
    result.replications = 3;
    result.simulatedSeconds = 600;
    result.warmUpSeconds = 60;
    result.sampleSeconds = 5;
    result.events = 123'456'789;
    result.visits = 45'000'000;
    result.wallSeconds = 12.4;
    result.peakMemoryBytes = 123'000'000;
    result.users = users;
    result.unfinished = 321;
    result.workload = targetOf("workload", "", 1412.3, -1, seconds);
    result.operations = {targetOf("feed", "", 941.5, -1, seconds * 1.1), targetOf("like", "", 470.8, -1, seconds * 0.7)};
    result.components = {targetOf("phone", "client", 1450, -1, seconds),
                         targetOf("balancer", "load_balancer", 1450, -1, seconds * 0.95),
                         targetOf("api", "service", 1450, 0.34, seconds * 0.95),
                         targetOf("posts_cache", "cache", 960, -1, seconds * 0.6),
                         targetOf("db_pool", "pool", 1100, 0.998, seconds * 0.9),
                         targetOf("db", "database", 1100, 0.78, 0.042),
                         targetOf("auth", "function", 960, 0.12, 0.05),
                         targetOf("push", "external", 470, -1, 0.12)};
    result.components[3].figures.at(model::Metric::hitRatio) = about(0.312, 0.004);
    result.bottlenecks = {{"db_pool",
                           "all 50 connections are held 99.8 % of the time, each for 42 ms, mostly by calls to db; 120 visits wait",
                           about(0.998, 0.001), about(0.71, 0.02), true}};
    const bool fast = seconds * 2.2 < 2;
    result.slos = {{"fast", "p95(phone.response_time) < 2 s", about(seconds * 2.2, seconds / 30), model::Unit::seconds, 2, fast, {}},
                   {"available", "workload.availability > 99.9 %", about(0.97, 0.002), model::Unit::share, 0.999, fast, fast ? 0.4 : -29.0}};
    result.claims = {{"3-10 seconds", "the plan, Before", about(seconds, 0.1), model::Unit::seconds, seconds > 3, "claimed: between 3 s and 10 s"},
                     {"10 M users a day", "the plan, Goals", {}, {}, {}, "it names nothing that can be measured"}};
    result.costPerMonth = about(4672, 0);
    result.costByComponent = {{"db", about(4672, 0)}};
    result.notes = {"The warm-up was found at 60 s."};
    addSeries(result, seconds);
    return run;
}

}  // namespace headroom::report
