// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/architecture.h"
#include "model/file/scenario_file.h"
#include "model/roll_out.h"

#include <QtTest>

#include <algorithm>
#include <stdexcept>

using namespace headroom::model;

namespace {

const std::string kShop =
    "headroom: 1\n"
    "name: Shop\n"
    "keys: {posts: {count: 1 k}}\n"
    "components:\n"
    "  phone: {type: client, to: web}\n"
    "  web: {type: service, instances: 2, operations: {get: [{call: {to: balancer, operation: "
    "get}},\n"
    "    {choose: [{share: 10 %, steps: [{send: {to: events, operation: seen}}]}]}]}}\n"
    "  balancer: {type: load_balancer, to: api}\n"
    "  api: {type: service, instances: 3, operations: {get: [{work: exp(2 ms)}, {call: {to: cache, "
    "operation: read, keys: posts}}],\n"
    "    put: [{call: {to: cache, operation: write, keys: posts}}]}}\n"
    "  hpa: {type: autoscaler, scales: api, metrics: [{metric: api.queue_length, each: 10}]}\n"
    "  cache: {type: cache, capacity: 100 items, origin: pool, invalidate: {on: [api.get], keys: "
    "posts}}\n"
    "  pool: {type: pool, size: {min: 1, max: 5}, to: db}\n"
    "  db: {type: database, servers: 4, operations: {read: [{work: exp(5 ms)}], write: [{work: "
    "exp(9 "
    "ms)}]}}\n"
    "  events: {type: queue, to: reader}\n"
    "  reader: {type: service, operations: {seen: [{work: exp(1 ms)}]}}\n"
    "workload: {entry: phone, users: 10, profiles: {all: {think: exp(1 s), actions: {get: 1}}}}\n"
    "slos: [{objective: p95(api.response_time) < 200 ms}, {name: fast, objective: "
    "p95(workload.response_time) < 1 s}]\n"
    "alerts: [{name: busy, when: api.utilisation > 80 %}]\n"
    "faults: [{at: 1 min, kill: 1 instance of api}, {at: 2 min, cut: web to balancer}, {at: 3 min, "
    "slow: reader by 2x}]\n"
    "roll_out: {variant: optimised, steps: [{at: 0 s, share: 20 %}, {at: 1 min, share: 100 %}]}\n"
    "variants:\n"
    "  optimised:\n"
    "    set: {api.instances: 5, 'api.operations.get[1].call.to': near}\n"
    "    add:\n"
    "      components: {near: {type: cache, capacity: 10 items, origin: cache}}\n"
    "      alerts: [{name: misses, when: near.hit_ratio < 50 %}, {name: slow, when: "
    "p95(api.response_time) > 1 s}]\n"
    "  larger: {on: optimised, set: {db.servers: 8}}\n"
    "  smaller: {set: {reader.instances: 2}}\n";

Scenario load(const std::string& text, const Overrides& overrides = {}) {
    const ScenarioFile file(text, "shop.yaml", ".");
    LoadedScenario loaded = file.scenario(overrides);
    if (loaded.scenario) return *std::move(loaded.scenario);
    std::string message;
    for (const Diagnostic& diagnostic : loaded.diagnostics) message += toText(diagnostic) + "\n";
    throw std::runtime_error(message);
}

template <typename Spec>
const Spec& spec(const Scenario& scenario, const std::string& name) {
    const Component* component = scenario.component(name);
    if (!component) throw std::out_of_range(name);
    return std::get<Spec>(component->spec);
}

std::vector<std::string> namesOf(const Scenario& scenario) {
    std::vector<std::string> names;
    for (const Component& component : scenario.components) names.push_back(component.name);
    return names;
}

}  // namespace

class RollOutModelTest : public QObject {
    Q_OBJECT

private slots:
    void existsTwiceWhatTheVariantChanges() {
        const Scenario both = load(kShop);
        const std::vector<std::string> names = {"phone",
                                                "web",
                                                "balancer",
                                                "api",
                                                "hpa",
                                                "cache",
                                                "pool",
                                                "db",
                                                "events",
                                                "reader",
                                                "balancer@optimised",
                                                "api@optimised",
                                                "hpa@optimised",
                                                "near"};
        QCOMPARE(namesOf(both), names);
        QCOMPARE(spec<ServiceSpec>(both, "api").instances, 3);
        QCOMPARE(spec<ServiceSpec>(both, "api@optimised").instances, 5);
    }

    void theNewSideRefersToItself() {
        const Scenario both = load(kShop);
        QCOMPARE(spec<LoadBalancerSpec>(both, "balancer").to, std::string("api"));
        QCOMPARE(spec<LoadBalancerSpec>(both, "balancer@optimised").to,
                 std::string("api@optimised"));
        QCOMPARE(spec<AutoscalerSpec>(both, "hpa@optimised").scales, std::string("api@optimised"));
        QCOMPARE(spec<AutoscalerSpec>(both, "hpa@optimised").metrics[0].metric.target,
                 std::string("api@optimised"));
        QCOMPARE(spec<CacheSpec>(both, "near").origin, std::string("cache"));
        const Operation& get = *both.component("api@optimised")->operation("get");
        QCOMPARE(std::get<Call>(get.steps[1].action).to, std::string("near"));
        // What exists once says what the file says.
        const Operation& shared = *both.component("web")->operation("get");
        QCOMPARE(std::get<Call>(shared.steps[0].action).to, std::string("balancer"));
    }

    void whatHappensAtEitherSideIsHeard() {
        const Scenario both = load(kShop);
        const auto& events = spec<CacheSpec>(both, "cache").invalidations.front().on;
        QCOMPARE(events.size(), std::size_t{2});
        QCOMPARE(events[1].component, std::string("api@optimised"));
        QCOMPARE(events[1].operation, std::string("get"));
    }

    void faultsAndPromisesHoldForBoth() {
        const Scenario both = load(kShop);
        std::vector<std::string> faults;
        for (const Fault& fault : both.faults) faults.push_back(fault.text);
        const std::vector<std::string> expected = {
            "kill 1 instance of api", "kill 1 instance of api@optimised", "cut web to balancer",
            "cut web to balancer@optimised", "slow reader by 2x"};
        QCOMPARE(faults, expected);
        QCOMPARE(both.faults[1].target, std::string("api@optimised"));
        QCOMPARE(both.faults[3].other, std::string("balancer@optimised"));
        QCOMPARE(both.slos.size(), std::size_t{3});
        QCOMPARE(both.slos[2].objective.metric.target, std::string("api@optimised"));
        QCOMPARE(both.slos[2].objective.text,
                 std::string("p95(api@optimised.response_time) < 200 ms"));
        std::vector<std::string> alerts;
        for (const Alert& alert : both.alerts) alerts.push_back(alert.name + ": " + alert.text);
        const std::vector<std::string> watched = {
            "busy: api.utilisation > 80 %", "busy@optimised: api@optimised.utilisation > 80 %",
            "misses: near.hit_ratio < 50 %", "slow: p95(api@optimised.response_time) > 1 s"};
        QCOMPARE(alerts, watched);
    }

    void whoMeetsWhom() {
        const Sides sides(load(kShop));
        QVERIFY(sides.areTwo());
        QCOMPARE(sides.met("api", true), std::string("api@optimised"));
        QCOMPARE(sides.met("api", false), std::string("api"));
        QCOMPARE(sides.met("web", true), std::string("web"));
        QVERIFY(sides.sideAt("web", true));    // it asks the balancer of its side
        QVERIFY(sides.sideAt("phone", true));  // and so does what leads to it
        QVERIFY(!sides.sideAt("cache", true));
        QVERIFY(!sides.sideAt("web", false));
        QVERIFY(sides.sideAt("api@optimised", false));
        QVERIFY(!sides.sideAt("api", true));
        QVERIFY(!Sides(load(kShop, {.variant = "optimised", .set = {}, .users = {}, .peak = {}}))
                     .areTwo());
    }

    void theGraphHasTheEdgesOfBothSides() {
        const Architecture architecture = architectureOf(load(kShop));
        const auto has = [&](const std::string& from, const std::string& to) {
            return std::ranges::any_of(architecture.edges, [&](const Edge& edge) {
                return edge.from == from && edge.to == to && !edge.operations.empty();
            });
        };
        QVERIFY(has("web", "balancer"));
        QVERIFY(has("web", "balancer@optimised"));
        QVERIFY(has("balancer@optimised", "api@optimised"));
        QVERIFY(has("api@optimised", "near"));
        QVERIFY(has("near", "cache"));
        QVERIFY(!has("balancer", "api@optimised"));
        QVERIFY(!has("api", "near"));
    }

    // Under another variant both sides have what that one changes; where the variant is there
    // already, nothing is rolled out.
    void variantsRollOutToo() {
        const auto with = [](const std::string& variant) {
            return load(kShop, {.variant = variant, .set = {}, .users = {}, .peak = {}});
        };
        QVERIFY(!with("optimised").rollOut);
        QVERIFY(!with("larger").rollOut);
        const Scenario smaller = with("smaller");
        QVERIFY(smaller.rollOut.has_value());
        QVERIFY(!smaller.component("reader@optimised"));
        QCOMPARE(spec<ServiceSpec>(smaller, "reader").instances, 2);
        QVERIFY(smaller.component("api@optimised"));
    }

    void settingsOfTheCommandLineAreForBoth() {
        const Scenario both = load(kShop, {.variant = {},
                                           .set = {{"db.servers", "9"}, {"api.concurrency", "7"}},
                                           .users = 99,
                                           .peak = {}});
        QCOMPARE(spec<DatabaseSpec>(both, "db").servers, 9);
        QVERIFY(!both.component("db@optimised"));
        QCOMPARE(spec<ServiceSpec>(both, "api").concurrency, std::int64_t{7});
        QCOMPARE(spec<ServiceSpec>(both, "api@optimised").concurrency, std::int64_t{7});
        QCOMPARE(both.workload.users->peak(), 99.0);
    }
};

QTEST_GUILESS_MAIN(RollOutModelTest)
#include "tst_roll_out.moc"
