// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/random_scenario.h"

#include <random>
#include <vector>

namespace headroom::test {

namespace {

class Generator {
public:
    explicit Generator(std::uint64_t number) : engine_(number) {}
    std::string body();

private:
    int below(int n) { return static_cast<int>(engine_() % static_cast<std::uint64_t>(n)); }
    int between(int least, int most) { return least + below(most - least + 1); }
    bool chance(int percent) { return below(100) < percent; }
    std::string pick(const std::vector<std::string>& from) { return from[static_cast<std::size_t>(below(static_cast<int>(from.size())))]; }
    std::string number(int least, int most) { return std::to_string(between(least, most)); }

    std::string time();
    std::string patience(bool cancels = true);
    std::string retry();
    std::string policies();
    std::string tier();
    std::string name(int component) { return "c" + std::to_string(component); }
    /// One of those further down.
    std::string callee(int from) { return name(between(from + 1, kComponents - 1)); }
    std::string call(int from);
    std::string send(int from);
    std::string replicas();
    std::string step(int from, int depth);
    std::string steps(int from, int depth);
    std::string operations(int from);
    std::string gateway(int index, bool last);
    std::string balancer(int index);
    std::string component(int index);

    static constexpr int kComponents = 9;
    std::mt19937_64 engine_;
};

std::string Generator::time() {
    return pick({"exp(20 ms)", "50 ms", "'uniform(1 ms, 90 ms)'", "'hyperexp(mean=30 ms, cv=3)'", "0 ms"});
}

std::string Generator::patience(bool cancels) {
    if (!chance(50)) return "";
    return ", timeout: " + number(1, 200) + " ms" + (cancels && chance(50) ? ", cancel: true" : "");
}

std::string Generator::retry() {
    if (!chance(40)) return "";
    return ", retry: {attempts: " + number(1, 2) + ", backoff: " + number(0, 50) + " ms" +
           (chance(50) ? ", jitter: full" : "") +
           (chance(40) ? ", budget: {share: 20 %, at_least: 1/s, over: 2 s, scope: " + pick({"shared", "instance"}) + "}}" : "}");
}

std::string Generator::policies() {
    std::string text;
    const std::string scope = ", scope: " + pick({"shared", "instance"}) + "}";
    if (chance(15))
        text += ", breaker: {window: " + pick({"3", "10", "500 ms"}) + ", at_least: 3, open_for: " + number(1, 300) + " ms, trials: " + number(1, 2) +
                (chance(50) ? ", slow: 30 ms" : "") + scope;
    if (chance(15))
        text += ", hedge: {after: " + pick({"500 us", "900 us", "p50", "p90"}) + ", at_most: " + number(1, 3) + ", budget: " + pick({"100 %", "30 %"}) +
                ", cancel: " + pick({"true", "false"}) + "}";
    if (chance(15))
        text += ", bulkhead: {concurrency: " + number(1, 3) + ", queue: " + number(0, 4) +
                (chance(50) ? ", acquire_timeout: " + number(1, 100) + " ms" : "") + scope;
    if (chance(15)) text += ", collapse: {" + scope.substr(2);
    if (chance(15)) text += ", batch: {window: " + number(0, 60) + " ms, size: " + number(1, 5) + scope;
    return text;
}

std::string Generator::tier() {
    std::string text = pick({"", ", eviction: lfu", ", eviction: fifo", ", eviction: random", ", eviction: priority", ", eviction: ttl"});
    text += pick({"", ", write_policy: write_through", ", write_policy: write_around",
                  ", write_policy: write_behind, write_behind: {every: 200 ms, size: 3}"});
    if (chance(30)) text += ", promote: false";
    if (chance(30)) text += ", group: tiers";
    if (chance(30)) text += ", invalidate: {on: [c0.read, tour.read], keys: " + pick({"few", "many"}) + ", drops: " + pick({"1", "2.5"}) + "}";
    return text;
}

std::string Generator::call(int from) {
    return "{call: {to: " + callee(from) + ", operation: " + pick({"read", "write"}) + ", keys: " + pick({"few", "many"}) + patience() + retry() + policies() +
           (chance(20) ? ", times: " + pick({"2", "0.5"}) : "") +
           (chance(30) ? ", on_error: " + pick({"ignore", "{steps: [{delay: 5 ms}]}"}) : "") + "}}";
}

std::string Generator::send(int from) {
    return "{send: {to: " + callee(from) + ", operation: " + pick({"read", "write"}) + ", keys: " + pick({"few", "many"}) +
           (chance(20) ? ", items: 3" : "") + (chance(30) ? ", probability: 60 %" : "") + "}}";
}

std::string Generator::replicas() {
    std::string text;
    if (chance(60)) {
        text += ", replicas: [{lag: " + time() + ", servers: " + number(1, 2) + "}, {weight: 2}]";
        if (chance(60)) text += ", apply: " + time();
        if (chance(30)) text += ", primary: {weight: 1}";
    }
    if (chance(40)) text += ", locks: true";
    if (chance(40)) text += ", hot_keys: {writes: " + number(1, 9) + "/s, burst: " + number(1, 3) + ", queue: " + number(0, 5) + "}";
    return text;
}

std::string Generator::step(int from, int depth) {
    if (depth < 2 && from + 1 < kComponents && chance(15)) return send(from);
    const int kind = below(from + 1 < kComponents ? (depth > 1 ? 4 : 7) : 2);
    if (kind == 0) return chance(80) ? "{work: " + time() + "}" : "{work: {time: " + time() + ", each: exp(1 ms)}}";
    if (kind == 1) return "{delay: " + time() + "}";
    if (kind < 4) return call(from);
    if (kind == 4) return "{choose: [{share: 50 %, steps: " + steps(from, depth + 1) + "}, {share: 30 %, steps: " + steps(from, depth + 1) + "}]}";
    const std::string limit = chance(50) ? "limit: " + number(1, 2) + ", " : "";
    return "{parallel: {" + limit + "steps: [" + step(from, depth + 1) + ", " + step(from, depth + 1) + ", {steps: " + steps(from, depth + 1) + "}]}}";
}

std::string Generator::steps(int from, int depth) {
    std::string text = step(from, depth);
    for (int i = below(3); i > 0; --i) text += ", " + step(from, depth);
    return "[" + text + "]";
}

std::string Generator::operations(int from) {
    return ", operations: {read: {priority: 1, steps: " + steps(from, 0) + "}, write: {priority: 2, steps: " + steps(from, 0) + "}}}";
}

std::string Generator::gateway(int index, bool last) {
    const std::string to = last ? "" : ", to: " + callee(index);
    return "{type: gateway" + to + ", instances: " + number(1, 2) + ", capacity: " + number(3, 40) + ", connect: " + time() +
           (chance(50) ? ", session: " + pick({"300 ms", "exp(1 s)"}) : "") +
           (chance(50) ? ", heartbeat: {every: 200 ms, work: exp(1 ms)}" : "") + pick({"", ", sticky: false"}) +
           ", operations: {read: [{work: " + time() + "}, {push: {receivers: " + number(1, 5) + ", work: " + pick({"0 ms", "exp(2 ms)"}) + "}}]" +
           (last ? ", write: [{work: 1 ms}]" : "") + "}}";
}

std::string Generator::balancer(int index) {
    std::string text = "{type: load_balancer";
    if (chance(40)) text += ", health: {every: " + number(50, 900) + " ms, timeout: 20 ms}";
    if (chance(40)) text += ", ejection: {errors: 2, for: 200 ms, at_most: " + number(10, 100) + " %}";
    const int first = between(index + 1, kComponents - 1);
    const bool several = first < kComponents - 1 && chance(70);
    const std::string policy =
        pick({"round_robin", "least_requests", "power_of_two", "sticky", "hash", "nearest"});
    if (!several) return text + ", policy: " + policy + ", to: " + name(first) + "}";
    return text + ", policy: " + (chance(30) ? "weighted" : policy) + ", to: [" + name(first) + ", " +
           name(between(first + 1, kComponents - 1)) + "]}";
}

std::string Generator::component(int index) {
    const std::string cpu = pick({"", ", cpu: ps"});
    const std::string queue = chance(50) ? ", queue: " + number(0, 10) : "";
    const bool last = index == kComponents - 1;
    switch (index == 0 ? 1 : below(last ? 6 : 13)) {
        case 0:
            return "{type: station, servers: " + number(1, 3) + ", discipline: " + pick({"fifo", "lifo", "ps", "priority"}) +
                   (chance(50) ? ", capacity: " + number(3, 12) : "") + operations(index);
        case 1:
            return "{type: service, instances: " + number(1, 3) + ", cpus: " + number(1, 2) + cpu + queue +
                   (chance(70) ? ", concurrency: " + number(1, 4) : "") + pick({"", ", line: shared"}) + operations(index);
        case 2:
            return "{type: function, concurrency: " + number(1, 3) + ", cold_start: " + time() + ", pending: " + number(10, 500) +
                   " ms, instances: {min: " + number(0, 1) + ", max: " + number(1, 4) + ", keep_alive: " + number(1, 200) + " ms}" + cpu + queue +
                   operations(index);
        case 3: return "{type: database, servers: " + number(1, 4) + queue + replicas() + operations(index);
        case 4: return "{type: external, latency: " + time() + ", errors: " + number(0, 30) + " %}";
        case 5: return gateway(index, last);
        case 9:
            return "{type: cdn, origin: " + callee(index) + ", capacity: " + pick({"1 items", "5 items", "unlimited"}) + ", edges: " + number(1, 3) +
                   ", rtt: " + time() + pick({"", ", shield: true"}) + pick({"", ", bandwidth: 2 MB/s"}) + pick({"", ", single_flight: false"}) + "}";
        case 10:
            return "{type: client, to: " + callee(index) + ", network: {rtt: " + time() + ", down: 1 MB/s}, operations: {read: [" + call(index) +
                   ", {mark: first_paint}, {parallel: {steps: [" + call(index) + ", " + call(index) + ", {work: 5 ms}, {work: exp(5 ms)}]}}]}}";
        case 11:
            return "{type: cache, origin: " + callee(index) + ", capacity: " + pick({"1 items", "5 items", "unlimited", "20 KB"}) + ", scope: " +
                   pick({"shared", "user"}) + ", access: " + time() + (chance(50) ? ", ttl: " + number(10, 900) + " ms" : "") +
                   (chance(60) ? ", single_flight: true" : "") + tier() + "}";
        case 6:
            return "{type: pool, to: " + callee(index) + ", size: {min: " + number(0, 1) + ", max: " + number(1, 3) + "}, acquire_timeout: " +
                   number(1, 300) + " ms, idle_timeout: " + number(1, 100) + " ms, connect: " + time() + "}";
        case 7:
            return "{type: queue, to: " + callee(index) + (chance(70) ? ", partitions: " + number(1, 3) : "") +
                   (chance(70) ? ", consumers: " + number(1, 4) : "") +
                   (chance(60) ? ", batch: {window: " + pick({"0 s", "50 ms", "300 ms"}) + ", size: " + number(1, 5) + "}" : "") +
                   (chance(50) ? ", capacity: " + number(3, 20) + ", overflow: " + pick({"reject", "drop_oldest", "block"}) : "") +
                   (chance(30) ? ", retention: " + number(50, 900) + " ms" : "") + (chance(30) ? ", access: " + time() : "") + patience(false) +
                   retry() + "}";
        case 12: return balancer(index);
        default: return "{type: client, to: " + callee(index) + "}";
    }
}

std::string Generator::body() {
    std::string text = "keys: {few: {count: 3, size: 4 KB}, many: {count: 1 k, popularity: zipf(0.8), size: 4 KB}}\ncomponents:\n";
    const bool front = chance(50);
    text += "  phone: {type: client, network: {rtt: " + time() + "}, to: " + (front ? "front" : "c0") + patience() + retry() + "}\n";
    if (front)
        text += "  front: {type: gateway, to: c0, instances: 2, capacity: " + number(5, 40) + ", connect: " + time() +
                (chance(50) ? ", session: exp(1 s)" : "") + ", heartbeat: {every: 500 ms, work: exp(1 ms)},\n"
                "          operations: {tell: [{push: {receivers: 3, work: " + pick({"0 ms", "exp(2 ms)"}) + "}}]}}\n";
    std::string all;
    for (int i = 0; i < kComponents; ++i) {
        text += "  " + name(i) + ": " + component(i) + "\n";
        if (i > 0) all += "{call: {to: " + name(i) + ", operation: read, keys: few, on_error: ignore" + patience() + "}}, ";
    }
    // Reaches every component, whatever the others call.
    if (front) all += "{send: {to: front, operation: tell}}, {call: {to: front, operation: tell, on_error: ignore" + patience() + "}}, ";
    text += "  tour: {type: service, instances: 2, concurrency: 6, operations: {read: [" + all + "]}}\n";
    text += "workload: {entry: phone, start: " + pick({"together", "thinking"}) + ", profiles: {\n"
            "    users: {users: {steps: [{at: 0 s, users: " + number(5, 40) + "}, {at: 10 s, users: 0}]}, think: exp(100 ms),\n"
            "            actions: {read: 2, write: 1}},\n"
            "    stream: {arrivals: {steps: [{at: 0 s, rate: " + number(10, 80) + "/s}, {at: 10 s, rate: 0/s}]}, journey: [read]},\n"
            "    tourists: {entry: tour, arrivals: {steps: [{at: 0 s, rate: 10/s}, {at: 10 s, rate: 0/s}]}, actions: {read: 1}}}}\n";
    return text;
}

}  // namespace

std::string randomScenario(std::uint64_t number) { return Generator(number).body(); }

}  // namespace headroom::test
