// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/scenario_file.h"

#include <QFile>
#include <QTest>

#include <string>

using namespace headroom::model;
using namespace std::chrono_literals;

/// What the good files say, as values: one test for each part of the format.
namespace {

Scenario load(const QString& name, const std::string& variant = {}) {
    const QString folder = HEADROOM_SOURCE_DIR "/tests/scenarios/good/";
    QFile file(folder + name);
    if (!file.open(QIODevice::ReadOnly)) qFatal("cannot read %s", qPrintable(name));
    const ScenarioFile scenario(file.readAll().toStdString(), name.toStdString(),
                                folder.toStdString(), Unsimulated::accepted);
    Overrides overrides;
    overrides.variant = variant;
    const LoadedScenario loaded = scenario.scenario(overrides);
    for (const Diagnostic& diagnostic : loaded.diagnostics)
        qWarning("%s", toText(diagnostic).c_str());
    return loaded.scenario.value_or(Scenario{});
}

template <typename Spec>
const Spec& spec(const Scenario& scenario, const char* name) {
    const Component* component = scenario.component(name);
    if (!component) qFatal("no component %s", name);
    return std::get<Spec>(component->spec);
}

template <typename Action>
const Action& step(const Scenario& scenario, const char* component, const char* operation,
                   std::size_t i) {
    return std::get<Action>(
        scenario.component(component)->operation(operation)->steps.at(i).action);
}

}  // namespace

class ScenarioValuesTest : public QObject {
    Q_OBJECT
private slots:
    void readsRetryBudgetsAndBreakers() {
        const Scenario scenario = load("policies.yaml");
        const auto& phone = spec<ClientSpec>(scenario, "phone");
        QCOMPARE(phone.retry.budget->share, 0.1);
        QCOMPARE(phone.retry.budget->atLeast.perSecond, 10.0);
        QCOMPARE(phone.breaker->errors, 0.5);
        QCOMPARE(phone.breaker->windowCalls, 100);
        QVERIFY(phone.breaker->openFor == 60s);
        const auto& call = step<Call>(scenario, "api", "feed", 0);
        QVERIFY(call.retry.budget->over == 20s);
        QVERIFY(call.retry.budget->scope == Scope::shared);
        QCOMPARE(call.breaker->errors, 0.4);
        QVERIFY(call.breaker->windowTime == 10s);
        QCOMPARE(call.breaker->leastCalls, 50);
        QCOMPARE(call.breaker->trials, 5);
        QVERIFY(call.breaker->slow == 1s);
        QCOMPARE(call.breaker->slowShare, 0.6);
        const auto& counted = step<Call>(scenario, "api", "feed", 2);
        QCOMPARE(counted.breaker->windowCalls, 200);
        QVERIFY(!counted.breaker->windowTime);
        QCOMPARE(counted.breaker->leastCalls, 20);
    }

    void readsHedgesBulkheadsCollapsesAndBatches() {
        const Scenario scenario = load("policies.yaml");
        QCOMPARE(*spec<ClientSpec>(scenario, "phone").hedge->quantile, 0.95);
        QVERIFY(!spec<ClientSpec>(scenario, "phone").hedge->after);
        const auto& first = step<Call>(scenario, "api", "feed", 0);
        QCOMPARE(first.bulkhead->concurrency, std::int64_t{20});
        QCOMPARE(first.bulkhead->queue, std::int64_t{10});
        QVERIFY(first.bulkhead->acquireTimeout == 100ms);
        QVERIFY(first.collapse->scope == Scope::instance);
        const auto& second = step<Call>(scenario, "api", "feed", 1);
        QVERIFY(second.batch->window == 5ms);
        QCOMPARE(second.batch->size, std::int64_t{50});
        QVERIFY(second.collapse->scope == Scope::shared);
        const auto& third = step<Call>(scenario, "api", "feed", 2);
        QVERIFY(third.hedge->after == 50ms);
        QCOMPARE(third.hedge->atMost, 2);
        QCOMPARE(third.hedge->budget, 0.05);
        QVERIFY(!third.hedge->cancel);
        const auto& fourth = step<Call>(scenario, "api", "feed", 3);
        QCOMPARE(fourth.items, std::int64_t{100});
        QVERIFY(!fourth.collapse);
    }

    void readsSendsAndWorkForItems() {
        const Scenario scenario = load("policies.yaml");
        const auto& send = step<Send>(scenario, "api", "feed", 4);
        QCOMPARE(send.to, std::string("log"));
        QCOMPARE(send.keys, std::string("users"));
        QCOMPARE(send.probability, 0.5);
        QCOMPARE(send.times, 1.5);
        QCOMPARE(send.items, std::int64_t{10});
        const auto& read = step<Work>(scenario, "db", "read", 0);
        QCOMPARE(read.time.mean(), 0.002);
        QCOMPARE(read.each->mean(), 0.0004);
        QVERIFY(step<Work>(scenario, "log", "add", 0).time.isZero());
        QVERIFY(!step<Work>(scenario, "db", "write", 0).each);
    }

    void readsLimitsAndPauses() {
        const Scenario scenario = load("policies.yaml");
        const Limit& plain = *scenario.component("api")->limit;
        QCOMPARE(plain.rate.perSecond, 500.0);
        QCOMPARE(plain.burstTokens(), 500.0);
        QVERIFY(plain.operations.empty());
        const Limit& ramp = *scenario.component("db")->limit;
        QCOMPARE(ramp.burstTokens(), 1000.0);
        QCOMPARE(ramp.grows->share, 0.5);
        QVERIFY(ramp.grows->every == 5min);
        QCOMPARE(ramp.upTo->perSecond, 10'000.0);
        QCOMPARE(ramp.queue, std::int64_t{100});
        QCOMPARE(ramp.operations, std::vector<std::string>{"write"});
        QVERIFY(ramp.scope == Scope::instance);
        const Pauses& pauses = *scenario.component("api")->pauses;
        QCOMPARE(pauses.every.mean(), 30.0);
        QCOMPARE(pauses.lasting.mean(), 0.075);
    }

    void readsQueues() {
        const Scenario scenario = load("queues.yaml");
        const auto& events = spec<QueueSpec>(scenario, "events");
        QCOMPARE(events.to, std::string("fan_out"));
        QCOMPARE(events.partitions, 8);
        QCOMPARE(events.consumerCount(), 4);
        QVERIFY(events.batch->window == 100ms);
        QCOMPARE(events.batch->size, std::int64_t{500});
        QCOMPARE(events.capacity, std::int64_t{100'000});
        QVERIFY(events.overflow == Overflow::dropOldest);
        QVERIFY(events.retention == 168h);
        QVERIFY(events.timeout == 10s);
        QCOMPARE(events.retry.attempts, 3);
        const auto& jobs = spec<QueueSpec>(scenario, "jobs");
        QCOMPARE(jobs.partitions, 0);
        QCOMPARE(jobs.consumerCount(), 1);
        QVERIFY(jobs.overflow == Overflow::block);
        QueueSpec stream;
        stream.partitions = 12;
        QCOMPARE(stream.consumerCount(), 12);
    }

    void readsGateways() {
        const Scenario scenario = load("queues.yaml");
        const auto& sockets = spec<GatewaySpec>(scenario, "sockets");
        QCOMPARE(sockets.capacity, std::int64_t{20'000});
        QCOMPARE(sockets.perConnection.count, std::int64_t{20'000});
        QCOMPARE(sockets.memory->base.count, std::int64_t{200'000'000});
        QCOMPARE(sockets.memory->limit->count, std::int64_t{1} << 30);
        QVERIFY(sockets.heartbeat->every == 25s);
        QCOMPARE(sockets.session->mean(), 1800.0);
        QVERIFY(sockets.reconnect.backoff == 500ms);
        QVERIFY(sockets.reconnect.jitter == Jitter::none);
        QVERIFY(!sockets.sticky);
        QVERIFY(sockets.drain == 60s);
        const auto& push = step<Push>(scenario, "sockets", "deliver", 1);
        QCOMPARE(push.receivers, 12.5);
        QCOMPARE(push.work.mean(), 20e-6);
        const Component& gateway = *scenario.component("sockets");
        QVERIFY(gateway.passesOn("message"));
        QVERIFY(!gateway.passesOn("deliver"));
    }

    void readsHorizontalPodAutoscalers() {
        const auto hpa = spec<AutoscalerSpec>(load("autoscalers.yaml"), "api_hpa");
        using Kind = ScalingMetric::Kind;
        QCOMPARE(hpa.scales, std::string("api"));
        QCOMPARE(hpa.minInstances, 3);
        QCOMPARE(hpa.maxInstances, 50);
        QCOMPARE(hpa.metrics.size(), std::size_t{6});
        QCOMPARE(hpa.metrics[0].target, 0.7);
        QVERIFY(hpa.metrics[1].kind == Kind::memory);
        QVERIFY(std::abs(hpa.metrics[2].target - 1000.0 / 60) < 1e-9);
        QVERIFY(hpa.metrics[4].metric.metric == Metric::queueLength);
        QVERIFY(hpa.metrics[4].each);
        QVERIFY(!hpa.metrics[5].each);
        QCOMPARE(hpa.metrics[5].target, 0.2);
        QVERIFY(hpa.every == 30s);
        QCOMPARE(hpa.startUp->mean(), 15.0);
        QVERIFY(hpa.up.stabilisation == 30s);
        QCOMPARE(hpa.up.policies.size(), std::size_t{2});
        QVERIFY(hpa.up.policies[0].kind == ScalingPolicy::Kind::instances);
        QCOMPARE(hpa.up.policies[1].value, 1.0);
        QVERIFY(hpa.up.policies[1].period == 60s);
        QCOMPARE(hpa.up.tolerance, 0.2);
        QCOMPARE(hpa.down.tolerance, 0.0);
        QVERIFY(hpa.down.select == ScalingBehaviour::Select::disabled);
        QVERIFY(hpa.cpuInitialisation == 2min);
    }

    void readsOtherAutoscalers() {
        const Scenario scenario = load("autoscalers.yaml");
        const auto& kpa = spec<AutoscalerSpec>(scenario, "render_kpa");
        QVERIFY(kpa.kind == AutoscalerKind::kpa);
        QCOMPARE(kpa.minInstances, 0);
        QVERIFY(kpa.kpa.stableWindow == 2min);
        QCOMPARE(kpa.kpa.panicWindow, 0.2);
        QCOMPARE(kpa.kpa.panicThreshold, 1.5);
        QCOMPARE(kpa.kpa.utilisation, 0.8);
        QCOMPARE(kpa.kpa.upRate, 10.0);
        QVERIFY(kpa.kpa.burst < 0);
        QCOMPARE(kpa.kpa.activation, 2);
        const auto& target = spec<AutoscalerSpec>(scenario, "notes_target");
        QCOMPARE(target.tracking.highPoints, 2);
        QCOMPARE(target.tracking.lowPoints, 10);
        QVERIFY(target.tracking.downCooldown == 10min);
        QCOMPARE(target.tracking.lowMargin, 0.2);
        QVERIFY(!target.tracking.scaleIn);
    }

    /// autoscaling/v2, config-autoscaler and ECS: what stands where the file says nothing.
    void autoscalersBeginWithTheirPublishedDefaults() {
        const AutoscalerSpec hpa = autoscalerDefaults(AutoscalerKind::hpa);
        QVERIFY(hpa.every == 15s);
        QVERIFY(hpa.up.stabilisation == 0s);
        QVERIFY(hpa.down.stabilisation == 300s);
        QCOMPARE(hpa.up.policies.size(), std::size_t{2});
        QCOMPARE(hpa.up.tolerance, 0.1);
        QCOMPARE(hpa.metrics[0].target, 0.8);
        const AutoscalerSpec kpa = autoscalerDefaults(AutoscalerKind::kpa);
        QVERIFY(kpa.every == 2s);
        QCOMPARE(kpa.minInstances, 0);
        QCOMPARE(kpa.metrics[0].target, 100.0);
        QCOMPARE(kpa.kpa.burst, 211.0);
        const AutoscalerSpec target = autoscalerDefaults(AutoscalerKind::target);
        QVERIFY(target.every == 1min);
        QVERIFY(target.tracking.upCooldown == 5min);
    }

    void readsInstances() {
        const Scenario scenario = load("autoscalers.yaml");
        const auto& api = spec<ServiceSpec>(scenario, "api");
        QCOMPARE(api.memory->perRequest.count, std::int64_t{1'000'000});
        QVERIFY(api.drain == 10s);
        QVERIFY(std::abs(api.startUp.mean() - 20) < 1e-9);
        const auto& resize = spec<FunctionSpec>(scenario, "resize");
        QCOMPARE(resize.memory->limit->count, std::int64_t{256'000'000});
        QCOMPARE(resize.starts->count, 1000.0);
        QVERIFY(resize.starts->every == 10s);
        QCOMPARE(resize.scaling->cpu, 0.5);
        QCOMPARE(resize.scaling->concurrency, 0.8);
        const auto& web = spec<LoadBalancerSpec>(scenario, "web");
        QVERIFY(web.health->every == 5s);
        QCOMPARE(web.health->fall, 2);
        QVERIFY(web.ejection->base == 10s);
        QCOMPARE(web.ejection->atMost, 0.2);
    }

    void readsClients() {
        const Scenario scenario = load("tiers.yaml");
        const auto& browser = spec<ClientSpec>(scenario, "browser");
        QVERIFY(!browser.network);
        QCOMPARE(browser.networks.size(), std::size_t{2});
        QCOMPARE(browser.networks[0].name, std::string("4g"));
        QCOMPARE(browser.networks[0].share, 0.6);
        QCOMPARE(browser.networks[0].network.down->bytesPerSecond, 1.5e6);
        QCOMPARE(browser.memory->cleanUp, 0.3);
        QVERIFY(browser.frame->budget == 16'700us);
        QCOMPARE(browser.frame->items, std::int64_t{20});
        QCOMPARE(browser.offline->share, 0.2);
        QVERIFY(browser.offline->lasting == 10min);
        QVERIFY(browser.offline->backOver == 30s);
        QCOMPARE(browser.offline->keeps, std::int64_t{50});
        QVERIFY(step<Mark>(scenario, "browser", "home", 2).point == Mark::Point::firstPaint);
        QVERIFY(scenario.component("browser")->passesOn("post"));
        QVERIFY(!scenario.component("browser")->passesOn("home"));
    }

    void readsTiers() {
        const Scenario scenario = load("tiers.yaml");
        const auto& edge = spec<CdnSpec>(scenario, "edge");
        QCOMPARE(edge.edges, 20);
        QVERIFY(edge.eviction == Eviction::fifo);
        QVERIFY(!edge.singleFlight);
        QVERIFY(edge.startWarm);
        QVERIFY(edge.shield);
        QCOMPARE(edge.bandwidth->bytesPerSecond, 1.25e9);
        QVERIFY(edge.lifetimeOf("photos") == 720h);
        QVERIFY(edge.lifetimeOf("posts") == 1min);
        QVERIFY(edge.writePolicy == WritePolicy::writeAround);
        const auto& memory = spec<CacheSpec>(scenario, "memory");
        QVERIFY(memory.eviction == Eviction::priority);
        QVERIFY(!memory.promote);
        QCOMPARE(memory.invalidations.size(), std::size_t{2});
        QCOMPARE(memory.invalidations[0].on[1].component, std::string("api_us"));
        QCOMPARE(memory.invalidations[0].drops, 1.5);
        QCOMPARE(memory.invalidations[1].keys, std::string());
        const auto& redis = spec<CacheSpec>(scenario, "redis");
        QVERIFY(redis.writePolicy == WritePolicy::writeBehind);
        QVERIFY(redis.writeBehind.every == 2s);
        QCOMPARE(redis.writeBehind.size, std::int64_t{50});
        QVERIFY(!redis.lifetimeOf("photos"));
        QCOMPARE(scenario.cacheGroups(), std::vector<std::string>{"reads"});
        QCOMPARE(scenario.keyClass("posts")->priority, 2);
        QVERIFY(CdnSpec().singleFlight);
    }

    void readsBalancersOfSeveral() {
        const Scenario scenario = load("tiers.yaml");
        const auto& balance = spec<LoadBalancerSpec>(scenario, "balance");
        QVERIFY(balance.policy == BalancingPolicy::weighted);
        QCOMPARE(balance.to, std::string("api"));
        QCOMPARE(balance.targets.size(), std::size_t{2});
        QCOMPARE(balance.targets[0].weight, 0.7);
        QCOMPARE(balance.targets[1].weight, 3.0);
        const std::vector<std::string_view> both = {"api", "api_us"};
        QCOMPARE(scenario.component("balance")->destinations(), both);
    }

    void readsDatabases() {
        const Scenario scenario = load("tiers.yaml");
        const auto& db = spec<DatabaseSpec>(scenario, "db");
        QCOMPARE(db.primaryWeight, 0.1);
        QCOMPARE(db.replicas.size(), std::size_t{2});
        QCOMPARE(*db.replicas[0].servers, 4);
        QCOMPARE(db.replicas[0].weight, 0.6);
        QCOMPARE(db.replicas[0].zone, std::string("us-1"));
        QVERIFY(!db.replicas[1].servers);
        QVERIFY(db.nearest);
        QVERIFY(db.locks);
        QCOMPARE(db.hotKeys->writes.perSecond, 1.0);
        QCOMPARE(db.hotKeys->burst, 5.0);
        const std::vector<std::string> parts = {"primary", "replica_1", "replica_2"};
        QCOMPARE(scenario.component("db")->parts(), parts);
        QVERIFY(scenario.component("api")->parts().empty());
    }

    void readsPrices() {
        const Scenario tiers = load("tiers.yaml");
        QCOMPARE(tiers.component("edge")->price->sentGb->usd, 0.08);
        QCOMPARE(tiers.component("edge")->price->month->usd, 20.0);
        QCOMPARE(tiers.component("store")->price->stored->count, std::int64_t{2'000'000'000'000});
        QCOMPARE(tiers.component("store")->price->perMillionItems->usd, 0.4);
        const PriceSettings prices = load("judgements.yaml").prices;
        QCOMPARE(prices.book, std::string("gcp-2026"));
        QVERIFY(prices.freeTier);
        QCOMPARE(prices.overrides.at("cloud_functions.invocations").usd, 0.5);
        QVERIFY(prices.contents != nullptr);
    }

    void readsFaultsInTheOrderOfTime() {
        const Scenario scenario = load("faults.yaml");
        QCOMPARE(scenario.faults.size(), std::size_t{11});
        const auto& first = scenario.faults[0];
        QVERIFY(first.kind == Fault::Kind::kill);
        QVERIFY(first.at == 10min);
        QVERIFY(first.lasting == 2min);
        QCOMPARE(first.target, std::string("api"));
        QCOMPARE(*first.count, std::int64_t{1});
        QCOMPARE(first.text, std::string("kill 1 instance of api"));
        QCOMPARE(*scenario.faults[1].share, 0.5);
        QVERIFY(!scenario.faults[1].lasting);
        QCOMPARE(scenario.faults[2].target, std::string("db"));
        QCOMPARE(scenario.faults[2].operation, std::string("replica_1"));
        QCOMPARE(scenario.faults[3].factor, 3.0);
        QCOMPARE(scenario.faults[3].operation, std::string("read"));
        QCOMPARE(*scenario.faults[4].share, 0.2);
        QCOMPARE(*scenario.faults[5].share, 1.0);
        QVERIFY(scenario.faults[6].kind == Fault::Kind::flush);
        QCOMPARE(scenario.faults[7].target, std::string("eu-1"));
        QCOMPARE(scenario.faults[8].target, std::string("us"));
        QVERIFY(scenario.faults[9].kind == Fault::Kind::cut);
        QCOMPARE(scenario.faults[9].target, std::string("eu"));
        QCOMPARE(scenario.faults[9].other, std::string("us"));
        QCOMPARE(scenario.faults[10].other, std::string("mail"));
    }

    void readsZones() {
        const Scenario scenario = load("faults.yaml");
        const std::vector<std::string> zones = {"eu-1", "eu-2", "us-1"};
        QCOMPARE(scenario.zones(), zones);
        QCOMPARE(scenario.component("api")->zones, zones);
        QCOMPARE(scenario.network.roundTrip("eu-2", "us-1")->mean(), 0.09);
        QCOMPARE(scenario.network.roundTrip("us-1", "eu-1")->mean(), 0.08);
        QCOMPARE(scenario.network.roundTrip("eu-1", "eu-2")->mean(), 0.001);
        QCOMPARE(scenario.network.roundTrip("eu-1", "eu-1")->mean(), 0.0005);
        const auto& profiles = scenario.workload.profiles;
        QCOMPARE(profiles[0].zone, std::string("eu-2"));
        QCOMPARE(profiles[0].networks.size(), std::size_t{1});
        QCOMPARE(profiles[0].networks[0].share, 1.0);
        QCOMPARE(profiles[1].networks[1].name, std::string("wire"));
    }

    void readsSchedules() {
        const auto profiles = load("schedules.yaml").workload.profiles;
        const Schedule& day = *profiles[0].users;
        QVERIFY(std::abs(day.peak() - 25'000) < 250);
        QVERIFY(std::abs(day.at(14h + 30min) - 25'000) < 250);  // begins at six
        QVERIFY(day.points.back().at >= 48h);
        QCOMPARE(profiles[1].users->at(6min), 50'000.0);
        QVERIFY(profiles[4].arrivals->rate.points.size() > 100);
        QCOMPARE(profiles[5].arrivals->rate.at(10min), 500.0);
    }

    void readsRecordings() {
        const auto profiles = load("schedules.yaml").workload.profiles;
        const Schedule& users = *profiles[2].users;
        QCOMPARE(users.at(5min), 200.0);
        QCOMPARE(users.at(29min), 600.0);
        QCOMPARE(users.at(1h), 0.0);
        QCOMPARE(profiles[3].users->at(15min), 300.0);
        const Arrivals& counted = *profiles[6].arrivals;
        QVERIFY(counted.process == Arrivals::Process::poisson);
        QVERIFY(std::abs(counted.rate.at(0s) - 94.0 / 300 / 2) < 1e-9);
        QVERIFY(std::abs(counted.rate.at(6min) - 56.0 / 300 / 2) < 1e-9);
        const Arrivals& single = *profiles[7].arrivals;
        QVERIFY(single.process == Arrivals::Process::trace);
        QCOMPARE(single.times.size(), std::size_t{3});
        QVERIFY(single.times[0] == 0s);
        QVERIFY(std::abs(toSeconds(single.times[1]) - 0.052) < 1e-5);
        QCOMPARE(single.rate.at(30s), 2.0 / 60);
        QCOMPARE(single.rate.at(90s), 1.0 / 60);
    }

    void readsAlerts() {
        const auto alerts = load("judgements.yaml").alerts;
        QCOMPARE(alerts.size(), std::size_t{5});  // the last: of the cache's twin on the new side of the roll-out
        QCOMPARE(alerts[4].left.metric.target, std::string("cache@larger"));
        QVERIFY(alerts[0].left.metric.statistic == Statistic::p95);
        QVERIFY(!alerts[0].below);
        QCOMPARE(alerts[0].threshold, 0.2);
        QVERIFY(alerts[0].holdFor == 2min);
        QVERIFY(alerts[0].window == 5min);
        QVERIFY(alerts[0].keepFiringFor == 1min);
        QVERIFY(alerts[1].left.kind == Expression::Kind::divide);
        QVERIFY(alerts[1].severity == Severity::medium);
        QVERIFY(alerts[2].below);
        QVERIFY(alerts[2].window == 1min);
        QCOMPARE(alerts[3].burn->slo, std::string("available"));
        QCOMPARE(alerts[3].burn->rate, 14.4);
        QVERIFY(alerts[3].burn->shortWindow == 5min);
        QCOMPARE(std::string(severityName(alerts[3].severity)), std::string("critical"));
    }

    void readsBoundsAsArithmeticOverTheFile() {
        const auto claims = load("judgements.yaml").claims;
        const Bound& most = *claims[0].bound;
        QVERIFY(most.atMost);
        QCOMPARE(most.expression.operands[0].number, 50.0);
        QCOMPARE(most.expression.operands[0].path, std::string("hpa.instances.max"));
        QVERIFY(std::abs(most.expression.operands[1].number - 1000.0 / 60) < 1e-9);
        QVERIFY(unitOf(most.expression) == Unit::perSecond);
        const Bound& least = *claims[1].bound;
        QVERIFY(!least.atMost);
        QCOMPARE(least.expression.number, 0.004);
        QVERIFY(unitOf(*claims[2].of) == Unit::usd);
    }

    void readsWhatStudiesNeed() {
        const Scenario scenario = load("judgements.yaml");
        QVERIFY(scenario.assumptions[0].fitted);
        QCOMPARE(scenario.assumptions[0].parameter, std::string("api.instances"));
        QCOMPARE(scenario.assumptions[0].variant, std::string("larger"));
        QCOMPARE(scenario.tune.size(), std::size_t{2});
        QCOMPARE(*scenario.tune[0].from, 2.0);
        QCOMPARE(*scenario.tune[0].to, 64.0);
        const std::vector<std::string> values = {"1000 items", "10 k items", "unlimited"};
        QCOMPARE(scenario.tune[1].values, values);
        QCOMPARE(scenario.observed.prometheus, std::string("http://127.0.0.1:9090"));
        QCOMPARE(scenario.observed.series.size(), std::size_t{2});
        QVERIFY(scenario.observed.series[1].metric.statistic == Statistic::p95);
    }

    void readsRollOutsWithTheScenarioTheyLeadTo() {
        const Scenario scenario = load("judgements.yaml");
        QCOMPARE(scenario.rollOut->variant, std::string("larger"));
        QCOMPARE(scenario.rollOut->shareAt(0s), 0.2);
        QCOMPARE(scenario.rollOut->shareAt(10min), 0.5);
        QCOMPARE(scenario.rollOut->shareAt(1h), 1.0);
        QCOMPARE(*spec<CacheSpec>(scenario, "cache").capacity, std::int64_t{1000});
        QCOMPARE(*spec<CacheSpec>(scenario, "cache@larger").capacity, std::int64_t{10'000});
        QVERIFY(!scenario.component("db@larger"));
        QVERIFY(scenario.rollOutScenario != nullptr);
        QCOMPARE(*spec<CacheSpec>(*scenario.rollOutScenario, "cache").capacity,
                 std::int64_t{10'000});
        RollOut late{"v", {{5min, 0.5}}};
        QCOMPARE(late.shareAt(1min), 0.0);
    }

    /// 400 x 600 pixels of 1.6 bits are 48 KB; AVIF at 15 % for 70 %, WebP at 35 % for 20 %.
    void readsSizesWithImages() {
        const Scenario scenario = load("judgements.yaml");
        QCOMPARE(scenario.images.size(), std::size_t{2});
        const double card = 48'000 * (0.7 * 0.15 + 0.2 * 0.35 + 0.1);
        QVERIFY(std::abs(scenario.images[0].meanBytes() - card) < 1e-6);
        const Operation& get = *scenario.component("api")->operation("get");
        QCOMPARE(get.request->count, std::int64_t{300'000});
        QCOMPARE(get.answer->count, std::llround(2000 + 10 * card + 450'000));
        QCOMPARE(scenario.keyClass("photos")->size.count, std::llround(1000 + card));
    }
};

QTEST_GUILESS_MAIN(ScenarioValuesTest)
#include "tst_scenario_values.moc"
