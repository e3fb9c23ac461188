// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/laws/case.h"

#include <cmath>

/// Calls of what is never busy: attempts, timeouts, chances.
namespace headroom::laws {

namespace {

/// Independent attempts, as many as there are delays and one more.
struct Attempts {
    double failure;     ///< chance of one attempt
    double failing;     ///< mean time of one that fails
    double succeeding;  ///< mean time of one that succeeds
    std::vector<double> delays;

    double unavailable() const { return std::pow(failure, static_cast<double>(delays.size()) + 1); }
    double attempts() const { return (1 - unavailable()) / (1 - failure); }
    /// Mean time from the first attempt to success, of those that succeed.
    double response() const {
        double before = 0, chance = 1 - failure, sum = chance * succeeding;
        for (const double delay : delays) {
            before += failing + delay;
            chance *= failure;
            sum += chance * (before + succeeding);
        }
        return sum / (1 - unavailable());
    }
};

constexpr double kRate = 1000;
constexpr double kSeconds = 200;

Case calling(const std::string& name, const std::string& steps, const std::string& mail,
             std::vector<Expectation> expectations) {
    return {
        name,
        fill("components:\n"
             "  app: {type: service, operations: {x: [$steps]}}\n"
             "  mail: {type: external, $mail}\n"
             "workload: {entry: app, arrivals: poisson($rate), profiles: {p: {actions: {x: 1}}}}\n",
             {{"steps", steps}, {"mail", mail}, {"rate", perSecond(kRate)}}),
        kSeconds, std::move(expectations)};
}

std::string retried(const std::string& retry) {
    return "{call: {to: mail, operation: x, retry: {attempts: 2, backoff: 10 ms, " + retry + "}}}";
}

void addRetries(std::vector<Case>& cases) {
    struct Row {
        std::string retry;
        std::vector<double> delays;
    };
    for (const auto& [retry, delays] :
         {Row{"jitter: none", {0.01, 0.02}}, Row{"jitter: full", {0.005, 0.01}},
          Row{"cap: 15 ms", {0.01, 0.015}}}) {
        const Attempts a{0.2, 5e-3, 5e-3, delays};
        cases.push_back(calling("retries, " + retry, retried(retry), "latency: 5 ms, errors: 20 %",
                                {{"mean(app.response_time)", a.response()},
                                 {"app.error_ratio", a.unavailable(), 0, 0.05},
                                 {"workload.availability", 1 - a.unavailable()},
                                 {"mail.error_ratio", 0.2},
                                 {"mail.arrival_rate", kRate * a.attempts()}}));
    }
}

/// The user's own attempts: the client counts attempts, the workload actions.
void addRetriesOfClient(std::vector<Case>& cases) {
    const Attempts a{0.2, 8e-3, 8e-3, {0.01, 0.02}};
    cases.push_back(
        {"retries of a client",
         "components:\n"
         "  phone: {type: client, network: {rtt: 3 ms}, retry: {attempts: 2, backoff: 10 ms}, to: "
         "mail}\n"
         "  mail: {type: external, latency: 5 ms, errors: 20 %}\n"
         "workload: {entry: phone, arrivals: poisson(1000/s), profiles: {p: {actions: {x: 1}}}}\n",
         kSeconds,
         {{"mean(workload.response_time)", a.response()},
          {"workload.error_ratio", a.unavailable(), 0, 0.05},
          {"mean(phone.response_time)", 8e-3},
          {"phone.error_ratio", 0.2},
          {"phone.arrival_rate", kRate * a.attempts()}}});
}

/// A client that users do not begin at repeats its own call; it pays its network once.
void addRetriesBehindTheEntry(std::vector<Case>& cases) {
    cases.push_back(
        {"retries of a client behind the entry",
         "components:\n"
         "  gate: {type: load_balancer, to: phone}\n"
         "  phone: {type: client, network: {rtt: 3 ms}, retry: {attempts: 2}, to: mail}\n"
         "  mail: {type: external, latency: 5 ms, errors: 20 %}\n"
         "workload: {entry: gate, arrivals: poisson(1000/s), profiles: {p: {actions: {x: 1}}}}\n",
         kSeconds,
         {{"workload.error_ratio", 0.008, 0, 0.05},
          {"phone.error_ratio", 0.008, 0, 0.05},
          {"phone.arrival_rate", kRate},
          {"mail.arrival_rate", kRate * 1.24}}});
}

/// What a caller does not wait for any more goes on where it is, unless it is cancelled.
void addTimeouts(std::vector<Case>& cases) {
    const double mean = 0.01, timeout = 0.015, late = std::exp(-timeout / mean);
    const double inTime = mean - timeout * late / (1 - late);
    const Attempts a{late, timeout, inTime, {0}};
    for (const bool cancel : {false, true}) {
        const double cancelled = cancel ? late : 0;
        std::vector<Expectation> expected = {
            {"mean(app.response_time)", a.response()},
            {"app.error_ratio", a.unavailable()},
            {"mean(mail.response_time)", cancel ? inTime : mean},
            {"mail.throughput", kRate * a.attempts() * (1 - cancelled)},
            {"mail.in_system", kRate * a.attempts() * mean * (1 - cancelled)}};
        if (cancel) expected.push_back({"mail.error_ratio", late});
        cases.push_back(
            calling(cancel ? "timeouts that cancel" : "timeouts that leave work behind",
                    fill("{call: {to: mail, operation: x, timeout: 15 ms, cancel: $cancel, "
                         "retry: {attempts: 1}}}",
                         {{"cancel", cancel ? "true" : "false"}}),
                    "latency: exp(10 ms)", expected));
    }
}

void addChances(std::vector<Case>& cases) {
    cases.push_back(calling(
        "a call with a probability", "{call: {to: mail, operation: x, probability: 30 %}}",
        "latency: exp(10 ms)", {{"mail.arrival_rate", 300}, {"mean(app.response_time)", 3e-3}}));
    cases.push_back(calling("a call 2.4 times", "{call: {to: mail, operation: x, times: 2.4}}",
                            "latency: exp(10 ms)",
                            {{"mail.arrival_rate", 2400}, {"mean(app.response_time)", 24e-3}}));
    cases.push_back(
        calling("a choice",
                "{choose: [{share: 50 %, steps: [{delay: 10 ms}]},\n"
                "      {share: 20 %, steps: [{delay: 20 ms}, {call: {to: mail, operation: x}}]}]}",
                "latency: 30 ms",
                {{"mail.arrival_rate", 200},
                 {"mean(app.response_time)", 0.5 * 0.01 + 0.2 * 0.05},
                 {"mean(app.own_time)", 0.5 * 0.01 + 0.2 * 0.02}}));
}

void addErrors(std::vector<Case>& cases) {
    const std::string call = "{call: {to: mail, operation: x, on_error: $what}}";
    cases.push_back(calling("errors ignored", fill(call, {{"what", "ignore"}}),
                            "latency: 5 ms, errors: 20 %",
                            {{"workload.availability", 1}, {"mean(app.response_time)", 5e-3}}));
    cases.push_back(calling("errors answered by steps",
                            fill(call, {{"what", "{steps: [{delay: 10 ms}]}"}}),
                            "latency: 5 ms, errors: 20 %",
                            {{"workload.availability", 1}, {"mean(app.response_time)", 7e-3}}));
    cases.push_back(calling("errors that fail the caller", fill(call, {{"what", "fail"}}),
                            "latency: 5 ms, errors: 20 %",
                            {{"workload.availability", 0.8}, {"app.throughput", 800}}));
}

}  // namespace

std::vector<Case> callCases() {
    std::vector<Case> cases;
    addRetries(cases);
    addRetriesOfClient(cases);
    addRetriesBehindTheEntry(cases);
    addTimeouts(cases);
    addChances(cases);
    addErrors(cases);
    return cases;
}

}  // namespace headroom::laws
