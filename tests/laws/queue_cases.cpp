// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/laws/one_queue.h"
#include "tests/laws/queues.h"

/// One queue, first come first served.
namespace headroom::laws {

namespace {

std::string servers(const std::string& format, int count) {
    return fill(format, {{"n", std::to_string(count)}});
}

/// Everything that is measured of M/M/c.
std::vector<Expectation> allOf(const ManyServers& q) {
    const auto wait = [=](double share) {
        return quantile([=](double t) { return q.waitTail(t); }, share);
    };
    const auto response = [=](double share) {
        return quantile([=](double t) { return q.responseTail(t); }, share);
    };
    std::vector<Expectation> all = {
        {"mean(q.response_time)", q.meanResponse()},
        {"p50(q.response_time)", response(0.5), kBin},
        {"p95(q.response_time)", response(0.95), kBin},
        {"p99(q.response_time)", response(0.99), kBin},
        {"p95(workload.response_time)", response(0.95), kBin},
        {"q.in_system", q.lambda * q.meanResponse()},
        {"q.utilisation", q.lambda / q.mu / q.servers},
        {"q.throughput", q.lambda},
        {"workload.throughput", q.lambda},
    };
    if (wait(0.9) > 0) {  // else waiting is too rare to be measured well
        all.push_back({"mean(q.wait)", q.meanWait()});
        all.push_back({"q.queue_length", q.lambda * q.meanWait()});
        all.push_back({"p95(q.wait)", wait(0.95), kBin});
        all.push_back({"p99(q.wait)", wait(0.99), kBin});
    }
    return all;
}

void addManyServers(std::vector<Case>& cases) {
    const std::string station =
        "{type: station, servers: $n, operations: {x: [{work: exp(1 ms)}]}}";
    const std::string database =
        "{type: database, servers: $n, operations: {x: [{work: exp(1 ms)}]}}";
    const std::string slots =
        "{type: service, concurrency: $n, cpus: $n, operations: {x: [{work: exp(1 ms)}]}}";
    const std::string instances =
        "{type: service, instances: $n, concurrency: 1, line: shared, operations: {x: [{work: "
        "exp(1 ms)}]}}";
    const std::string platform =
        "{type: function, instances: {min: $n, max: $n}, pending: 1 h, operations: {x: [{work: "
        "exp(1 ms)}]}}";
    const auto add = [&](const std::string& what, const std::string& format, int count,
                         double load) {
        const ManyServers q{load * kMu * count, kMu, count};
        Effort effort = effortAt(load);
        if (count > 1) effort.customers *= 1.6;  // waiting is rarer, and varies more
        cases.push_back(oneQueue("M/M/" + std::to_string(count) + " " + what, load,
                                 servers(format, count), q.lambda, effort, allOf(q)));
    };
    for (const double load : kLoads) {
        add("station", station, 1, load);
        add("station", station, 8, load);
    }
    add("database", database, 4, 0.7);
    add("service of slots", slots, 4, 0.7);
    add("service with one line", instances, 4, 0.7);
    add("function", platform, 4, 0.7);
}

/// A service without a limit of slots: nobody waits for a slot, all wait for its CPUs.
void addCpuWait(std::vector<Case>& cases) {
    for (const double load : {0.3, 0.7}) {
        const ManyServers q{load * kMu * 4, kMu, 4};
        Effort effort = effortAt(load);
        effort.customers *= load < 0.5 ? 6 : 1.6;
        const auto wait = [&](double share) {
            return quantile([&](double t) { return q.waitTail(t); }, share);
        };
        cases.push_back(oneQueue("M/M/4 of CPUs", load,
                                 "{type: service, cpus: 4, operations: {x: [{work: exp(1 ms)}]}}",
                                 q.lambda, effort,
                                 {{"mean(q.response_time)", q.meanResponse()},
                                  {"mean(q.own_time)", q.meanResponse()},
                                  {"mean(q.cpu_wait)", q.meanWait()},
                                  {"p99(q.cpu_wait)", wait(0.99), kBin},
                                  {"q.utilisation", load}}));
    }
}

struct Service {
    std::string text;
    double squaredCv;
    double spread;  ///< as effort: of the law's tail, beyond what the variance says
};
const Service kServices[] = {
    {"hyperexp(mean=1 ms, cv=2)", 4, 4},   {"erlang(k=4, mean=1 ms)", 0.25, 0.5},
    {"uniform(0 ms, 2 ms)", 1.0 / 3, 0.5}, {"lognormal(mean=1 ms, cv=1)", 1, 3},
    {"gamma(mean=1 ms, cv=1.5)", 2.25, 3}, {"mix(50 % 0.5 ms, 50 % 1.5 ms)", 0.25, 0.5}};

void addGeneralService(std::vector<Case>& cases) {
    for (const double load : kLoads) {
        for (const auto& service : kServices) {
            if (load > 0.9 && &service > &kServices[1]) continue;
            const double wait = meanWaitGeneral(load * kMu, 1 / kMu, service.squaredCv);
            Effort effort = effortAt(load, service.spread);
            if (load < 0.5) effort.customers *= 1.5;
            cases.push_back(oneQueue(
                "M/G/1 " + service.text, load,
                fill("{type: station, operations: {x: [{work: '$law'}]}}", {{"law", service.text}}),
                load * kMu, effort,
                {{"mean(q.wait)", wait},
                 {"mean(q.response_time)", wait + 1 / kMu},
                 {"q.queue_length", load * kMu * wait},
                 {"q.utilisation", load}}));
        }
    }
}

void addConstantService(std::vector<Case>& cases) {
    for (const double load : kLoads) {
        const double lambda = load * kMu;
        const double wait = meanWaitGeneral(lambda, 1 / kMu, 0);
        const auto tail = [=](double t) { return waitTailConstant(lambda, 1 / kMu, t); };
        cases.push_back(oneQueue("M/D/1", load, "{type: station, operations: {x: [{work: 1 ms}]}}",
                                 lambda, effortAt(load, 0.3),
                                 {{"mean(q.wait)", wait},
                                  {"mean(q.response_time)", wait + 1 / kMu},
                                  {"p95(q.wait)", quantile(tail, 0.95), kBin},
                                  {"p99(q.response_time)", quantile(tail, 0.99) + 1 / kMu, kBin},
                                  {"q.queue_length", lambda * wait}}));
    }
}

void addRegularArrivals(std::vector<Case>& cases) {
    for (const double load : kLoads) {
        const RegularArrivals q = constantArrivals(load * kMu, kMu);
        const auto tail = [=](double t) { return q.responseTail(t); };
        Case law = oneQueue("D/M/1", load, "{type: station, operations: {x: [{work: exp(1 ms)}]}}",
                            load * kMu, effortAt(load, load < 0.5 ? 1 : 0.3),
                            {{"mean(q.response_time)", q.meanResponse()},
                             {"p95(q.response_time)", quantile(tail, 0.95), kBin},
                             {"p99(q.response_time)", quantile(tail, 0.99), kBin}});
        law.scenario.replace(law.scenario.find("poisson"), 7, "constant");
        cases.push_back(law);
    }
}

void addBoundedQueues(std::vector<Case>& cases) {
    const auto add = [&](const std::string& what, const std::string& component, int servers,
                         int capacity, double load) {
        const double lambda = load * kMu * servers;
        const auto p = boundedQueue(lambda, kMu, servers, capacity);
        std::vector<double> seen(p.begin(), p.end() - 1);  // by those who are let in
        for (double& x : seen) x /= 1 - p.back();
        const auto tail = [=](double t) { return waitTailOfSeen(seen, kMu, servers, t); };
        const double taken = lambda * (1 - p.back());
        std::vector<Expectation> all = {
            {"q.error_ratio", p.back()}, {"q.throughput", taken},
            {"q.arrival_rate", lambda},  {"mean(q.response_time)", meanOf(p) / taken},
            {"q.in_system", meanOf(p)},  {"q.utilisation", taken / kMu / servers}};
        if (tail(0) > 0.1) all.push_back({"p95(q.wait)", quantile(tail, 0.95), kBin});
        cases.push_back(oneQueue(what, load, component, lambda,
                                 {load < 0.5 ? 1e6 : 300e3, 10, load < 0.5 ? 0.06 : 0.03}, all));
    };
    const std::string station =
        "{type: station, servers: 1, capacity: 5, operations: {x: [{work: exp(1 ms)}]}}";
    const std::string service =
        "{type: service, concurrency: 3, cpus: 3, queue: 7, operations: {x: [{work: exp(1 ms)}]}}";
    const std::string database =
        "{type: database, servers: 3, queue: 7, operations: {x: [{work: exp(1 ms)}]}}";
    for (const double load : {0.3, 0.7, 0.95, 1.5}) add("M/M/1/5", station, 1, 5, load);
    add("M/M/3/10 service", service, 3, 10, 0.95);
    add("M/M/3/10 database", database, 3, 10, 0.95);
}

/// Loss systems: of the service time only the mean counts.
void addLoss(std::vector<Case>& cases) {
    for (const double load : kLoads) {
        for (const std::string law : {"exp(1 ms)", "1 ms", "hyperexp(mean=1 ms, cv=3)"}) {
            const double lambda = load * kMu * 10;
            const double lost = erlangB(10, load * 10);
            cases.push_back(oneQueue(
                "M/G/10/10 " + law, load,
                fill(
                    "{type: station, servers: 10, capacity: 10, operations: {x: [{work: '$law'}]}}",
                    {{"law", law}}),
                lambda, {load < 0.5 ? 1e6 : 300e3, 10, load < 0.5 ? 0.12 : 0.05},
                {{"q.error_ratio", lost},
                 {"q.utilisation", load * (1 - lost)},
                 {"workload.availability", 1 - lost}}));
        }
    }
}

/// Waiting for a connection for a bounded time.
void addImpatience(std::vector<Case>& cases) {
    const std::string pool =
        "{type: pool, size: {min: $n, max: $n}, acquire_timeout: 3 ms, to: db}\n"
        "  db: {type: database, servers: $n, operations: {x: [{work: exp(1 ms)}]}}";
    for (const double load : {0.7, 0.95, 1.3}) {
        for (const int count : {1, 4}) {
            const double lambda = load * kMu * count;
            const ImpatientQueue q(lambda, kMu, count, 3e-3);
            const double customers = q.abandoned < 0.01 ? 1.5e6 : 400e3;
            cases.push_back(oneQueue("M/M/" + std::to_string(count) + "+D pool", load,
                                     servers(pool, count), lambda,
                                     {customers, 10, q.abandoned < 0.01 ? 0.08 : 0.03},
                                     {{"q.error_ratio", q.abandoned},
                                      {"mean(q.wait)", q.meanWait},
                                      {"q.queue_length", q.meanWaiting},
                                      {"q.utilisation", q.utilisation}}));
        }
    }
}

}  // namespace

std::vector<Case> queueCases() {
    std::vector<Case> cases;
    addManyServers(cases);
    addCpuWait(cases);
    addGeneralService(cases);
    addConstantService(cases);
    addRegularArrivals(cases);
    addBoundedQueues(cases);
    addLoss(cases);
    addImpatience(cases);
    return cases;
}

}  // namespace headroom::laws
