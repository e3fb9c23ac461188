// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/scenario_file.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <map>
#include <string>

using namespace headroom::model;
using namespace std::chrono_literals;

namespace {

const QString kScenarios = HEADROOM_SOURCE_DIR "/tests/scenarios/";

std::string contents(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) qFatal("cannot read %s", qPrintable(path));
    return file.readAll().toStdString();
}

ScenarioFile open(const QString& path, Unsimulated unsimulated = Unsimulated::accepted) {
    const QFileInfo info(path);
    return {contents(path), info.fileName().toStdString(), info.path().toStdString(), unsimulated};
}

ScenarioFile good(const QString& name) { return open(kScenarios + "good/" + name); }

QString text(const std::vector<Diagnostic>& diagnostics) {
    QString all;
    for (const Diagnostic& diagnostic : diagnostics)
        all += QString::fromStdString(toText(diagnostic)) + "\n";
    return all;
}

Scenario scenarioOf(const ScenarioFile& file, const Overrides& overrides = {}) {
    const LoadedScenario loaded = file.scenario(overrides);
    if (!loaded.scenario) qWarning("%s", qPrintable(text(loaded.diagnostics)));
    return loaded.scenario.value_or(Scenario{});
}

Scenario variantOf(const ScenarioFile& file, const std::string& variant) {
    Overrides overrides;
    overrides.variant = variant;
    return scenarioOf(file, overrides);
}

QString overrideErrors(const ScenarioFile& file, const Overrides& overrides) {
    const LoadedScenario loaded = file.scenario(overrides);
    return loaded.scenario ? "(none)" : text(loaded.diagnostics);
}

Overrides set(const std::string& path, const std::string& value) {
    Overrides overrides;
    overrides.set.emplace_back(path, value);
    return overrides;
}

template <typename Spec>
const Spec& spec(const Scenario& scenario, const char* name) {
    const Component* component = scenario.component(name);
    if (!component) qFatal("no component %s", name);
    return std::get<Spec>(component->spec);
}

template <typename Action>
const Action& action(const Steps& steps, std::size_t i) {
    return std::get<Action>(steps.at(i).action);
}

const Steps& stepsOf(const Scenario& scenario, const char* component, const char* operation) {
    return scenario.component(component)->operation(operation)->steps;
}

/// A small file around some components' text and further sections.
std::string smallFile(const std::string& more) {
    return "headroom: 1\n"
           "components:\n"
           "  api: {type: service, operations: {get: [{work: exp(1 ms)}]}}\n"
           "workload: {entry: api, users: 10, profiles: {all: {think: exp(1 s), actions: {get: "
           "1}}}}\n" +
           more;
}

ScenarioFile fromText(const std::string& content, const QString& folder = ".") {
    return {content, "small.yaml", folder.toStdString()};
}

}  // namespace

class TestScenarioFile : public QObject {
    Q_OBJECT

private slots:
    void rejectsEveryBadFileInTheseWords();
    void loadsEveryGoodFileWithoutAWord_data();
    void loadsEveryGoodFileWithoutAWord();

    void readsTheHead();
    void readsKeys();
    void readsClientsAndNetworks();
    void readsServicesAndPrices();
    void readsCachesAndPools();
    void readsFunctionsStationsDatabasesAndExternals();
    void readsSteps();
    void readsTheWorkload();
    void readsObjectivesClaimsAndTheRest();
    void fillsInDefaults();
    void readsMeasuredTimes();

    void appliesVariantsOnVariants();
    void addsBeforeItSetsAndRemovesBeforeItAdds();
    void pointsAtTheLineOfTheVariant();
    void appliesSettings();
    void refusesSettingsThatAreWrong_data();
    void refusesSettingsThatAreWrong();
    void refusesAnUnknownVariant();
    void makesTheLoadConstant();
    void scalesASchedule();
    void givesNothingWhereThereIsAnError();

    void saysWhatItDoesNotSimulate();
    void refusesWhatItDoesNotSimulate_data();
    void refusesWhatItDoesNotSimulate();
    void notesWhatIsAcceptedUnsimulated();
    void warnsOfWhatHasNoEffect();
    void staysInItsFolder();
    void endsQuicklyOnHostileFiles_data();
    void endsQuicklyOnHostileFiles();
    void survivesDamage();
};

void TestScenarioFile::rejectsEveryBadFileInTheseWords() {
    QString all;
    const QDir folder(kScenarios + "bad");
    const QStringList names = folder.entryList({"*.yaml"}, QDir::Files, QDir::Name);
    QVERIFY(names.size() >= 45);
    for (const QString& name : names) {
        const ScenarioFile file = open(folder.filePath(name));
        QVERIFY2(hasErrors(file.diagnostics()), qPrintable(name + " has no error"));
        QVERIFY2(!file.scenario().scenario, qPrintable(name + " gives a scenario"));
        all += text(file.diagnostics());
    }
    const QString expected = QString::fromStdString(contents(folder.filePath("expected.txt")));
    const QStringList lines = all.split('\n');
    const QStringList expectedLines = expected.split('\n');
    for (qsizetype i = 0; i < std::min(lines.size(), expectedLines.size()); ++i)
        QCOMPARE(lines[i], expectedLines[i]);
    QCOMPARE(lines.size(), expectedLines.size());
}

void TestScenarioFile::loadsEveryGoodFileWithoutAWord_data() {
    QTest::addColumn<QString>("path");
    const QDir folder(kScenarios + "good");
    for (const QString& name : folder.entryList({"*.yaml"}, QDir::Files)) {
        QTest::newRow(qPrintable(name)) << folder.filePath(name);
    }
}

void TestScenarioFile::loadsEveryGoodFileWithoutAWord() {
    QFETCH(QString, path);
    const ScenarioFile file = open(path);
    QCOMPARE(text(file.diagnostics()), QString());
    QVERIFY(file.scenario().scenario.has_value());
    for (const VariantInfo& variant : file.variants()) {
        const Scenario scenario = variantOf(file, variant.name);
        QCOMPARE(scenario.variant, variant.name);
        QVERIFY(!scenario.components.empty());
    }
}

void TestScenarioFile::readsTheHead() {
    const Scenario scenario = scenarioOf(good("every_key.yaml"));
    QCOMPARE(scenario.name, std::string("Every key"));
    QCOMPARE(scenario.about, std::string("All that can be written, at least once."));
    QVERIFY(scenario.run.duration == 20min);
    QVERIFY(scenario.run.warmUp.kind == WarmUp::Kind::fixed);
    QVERIFY(scenario.run.warmUp.time == 2min);
    QVERIFY(scenario.run.sample == 10s);
    QCOMPARE(scenario.run.seed, std::uint64_t{42});
    QCOMPARE(scenario.run.replications.until, std::optional(0.02));
    QCOMPARE(scenario.run.replications.atMost, 40);
    QCOMPARE(scenario.run.confidence, 0.99);
    QVERIFY(scenarioOf(good("stations.yaml")).run.warmUp.kind == WarmUp::Kind::none);
}

void TestScenarioFile::readsKeys() {
    const Scenario scenario = scenarioOf(good("every_key.yaml"));
    QCOMPARE(scenario.keys.size(), std::size_t{3});
    const KeyClass& posts = scenario.keys[0];
    QCOMPARE(posts.name, std::string("posts"));
    QVERIFY(posts.popularity == KeyClass::Popularity::zipf);
    QCOMPARE(posts.zipfExponent, 0.9);
    QCOMPARE(posts.count, std::int64_t{2'000'000});
    QCOMPARE(posts.size.count, std::int64_t{4000});
    QVERIFY(scenario.keys[1].popularity == KeyClass::Popularity::uniform);
    QCOMPARE(scenario.keys[1].size.count, std::int64_t{1024});
    QVERIFY(scenario.keys[2].popularity == KeyClass::Popularity::own);
}

void TestScenarioFile::readsClientsAndNetworks() {
    const Scenario scenario = scenarioOf(good("every_key.yaml"));
    const auto& phone = spec<ClientSpec>(scenario, "phone");
    QCOMPARE(phone.to, std::string("phone_cache"));
    QVERIFY(phone.network.has_value());
    QVERIFY(std::holds_alternative<Lognormal>(phone.network->roundTrip.law()));
    QCOMPARE(phone.network->down->bytesPerSecond, 1.5e6);
    QCOMPARE(phone.network->up->bytesPerSecond, 0.5e6);
    QVERIFY(phone.timeout == 30s);
    QVERIFY(phone.cancel);
    QCOMPARE(phone.retry.attempts, 2);
    QVERIFY(phone.retry.backoff == 1s);
    QVERIFY(phone.retry.cap == 30s);
    QVERIFY(phone.retry.jitter == Jitter::full);
    QCOMPARE(scenario.component("phone")->about, std::string("What a user holds"));
    QVERIFY(spec<LoadBalancerSpec>(scenario, "front").policy == BalancingPolicy::powerOfTwo);
}

void TestScenarioFile::readsServicesAndPrices() {
    const Scenario scenario = scenarioOf(good("every_key.yaml"));
    const auto& api = spec<ServiceSpec>(scenario, "api");
    QCOMPARE(api.instances, 4);
    QCOMPARE(api.concurrency, std::int64_t{80});
    QCOMPARE(api.cpus, 2);
    QVERIFY(api.cpuDiscipline == CpuDiscipline::ps);
    QCOMPARE(api.queue, std::int64_t{1000});
    QVERIFY(api.sharedLine);
    const auto& price = scenario.component("api")->price;
    QVERIFY(price.has_value());
    QCOMPARE(price->instanceHour->usd, 0.05);
    QCOMPARE(price->perMillion->usd, 0.40);
    const Operation& like = *scenario.component("api")->operation("like");
    QCOMPARE(like.priority, 2);
    QCOMPARE(like.request->count, std::int64_t{2000});
    QCOMPARE(like.answer->count, std::int64_t{40000});
    QVERIFY(scenario.component("api")->operation("hello")->steps.empty());
}

void TestScenarioFile::readsCachesAndPools() {
    const Scenario scenario = scenarioOf(good("every_key.yaml"));
    const auto& phone = spec<CacheSpec>(scenario, "phone_cache");
    QVERIFY(phone.scope == Scope::user);
    QVERIFY(!phone.capacity);
    QCOMPARE(phone.capacityBytes->count, std::int64_t{100} << 20);
    QVERIFY(phone.ttl == 1h);
    QVERIFY(phone.access == Distribution::constant(1ms));
    QVERIFY(phone.singleFlight);
    QVERIFY(!phone.startWarm);
    QCOMPARE(phone.writes.size(), std::size_t{5});
    QCOMPARE(phone.origin, std::string("front"));
    const auto& memory = spec<CacheSpec>(scenario, "memory");
    QVERIFY(memory.scope == Scope::instance);
    QVERIFY(memory.startWarm);
    QCOMPARE(*memory.capacity, std::int64_t{1000});
    QCOMPARE(*spec<CacheSpec>(scenario, "estimate").hitRatio, 0.8);
    const auto& pool = spec<PoolSpec>(scenario, "db_pool");
    QVERIFY(pool.scope == Scope::instance);
    QCOMPARE(pool.min, 10);
    QCOMPARE(pool.max, 50);
    QVERIFY(pool.acquireTimeout == 20s);
    QVERIFY(pool.idleTimeout == 5min);
    QVERIFY(pool.connect == Distribution::constant(80ms));
}

void TestScenarioFile::readsFunctionsStationsDatabasesAndExternals() {
    const Scenario scenario = scenarioOf(good("every_key.yaml"));
    const auto& resize = spec<FunctionSpec>(scenario, "resize");
    QCOMPARE(resize.minInstances, 1);
    QCOMPARE(resize.maxInstances, 200);
    QVERIFY(resize.keepAlive == 10min);
    QCOMPARE(resize.concurrency, std::int64_t{8});
    QCOMPARE(resize.coldStart.mean(), 0.8);
    QVERIFY(resize.pending == 12s);
    QCOMPARE(resize.queue, std::int64_t{100});
    QCOMPARE(resize.memory->limit->count, std::int64_t{256'000'000});
    const auto& bank = spec<StationSpec>(scenario, "bank");
    QCOMPARE(bank.servers, 3);
    QVERIFY(bank.discipline == Discipline::priority);
    QCOMPARE(bank.capacity, std::int64_t{20});
    QCOMPARE(spec<DatabaseSpec>(scenario, "db").servers, 16);
    QCOMPARE(spec<DatabaseSpec>(scenario, "db").queue, std::int64_t{500});
    const auto& mail = spec<ExternalSpec>(scenario, "mail");
    QVERIFY(mail.latency == Distribution(Pareto{0.02, 2.5}));
    QCOMPARE(mail.errors, 0.001);
    const Scenario stations = scenarioOf(good("stations.yaml"));
    QVERIFY(spec<StationSpec>(stations, "clerk").discipline == Discipline::fifo);
    QVERIFY(spec<StationSpec>(stations, "press").discipline == Discipline::ps);
    QVERIFY(spec<StationSpec>(stations, "stack").discipline == Discipline::lifo);
}

void TestScenarioFile::readsSteps() {
    const Scenario scenario = scenarioOf(good("every_key.yaml"));
    const Steps& feed = stepsOf(scenario, "api", "feed");
    QCOMPARE(feed.size(), std::size_t{4});
    QVERIFY(action<Work>(feed, 0).time == Distribution::exponential(4ms));
    QCOMPARE(feed[1].name, std::string("look_up"));
    const Call& lookUp = action<Call>(feed, 1);
    QCOMPARE(lookUp.to, std::string("memory"));
    QCOMPARE(lookUp.keys, std::string("posts"));
    QCOMPARE(lookUp.probability, 0.9);
    QCOMPARE(lookUp.times, 2.5);
    QVERIFY(lookUp.onError.kind == OnError::Kind::fail);

    const Parallel& parallel = action<Parallel>(feed, 2);
    QCOMPARE(parallel.limit, 2);
    QCOMPARE(parallel.branches.size(), std::size_t{3});
    const Call& count = action<Call>(parallel.branches, 0);
    QVERIFY(count.timeout == 1s);
    QVERIFY(count.cancel);
    QVERIFY(count.onError.kind == OnError::Kind::ignore);
    QVERIFY(action<Delay>(action<Sequence>(parallel.branches, 1).steps, 0).time ==
            Distribution::constant(1ms));
    const Call& push = action<Call>(parallel.branches, 2);
    QCOMPARE(push.retry.attempts, 3);
    QVERIFY(push.retry.jitter == Jitter::none);
    QVERIFY(push.onError.kind == OnError::Kind::steps);
    QVERIFY(action<Work>(push.onError.steps, 0).time == Distribution(Uniform{0.001, 0.002}));

    const Choose& choose = action<Choose>(feed, 3);
    QCOMPARE(choose.alternatives.size(), std::size_t{2});
    QCOMPARE(choose.alternatives[0].share, 0.7);
    QVERIFY(choose.alternatives[1].steps.empty());
}

void TestScenarioFile::readsTheWorkload() {
    const Workload workload = scenarioOf(good("every_key.yaml")).workload;
    QCOMPARE(workload.entry, std::string("phone"));
    QVERIFY(workload.users == (Schedule{{{0s, 1000}, {5min, 30000}}}));
    QVERIFY(!workload.arrivals);
    QVERIFY(workload.startTogether);
    QCOMPARE(workload.rangeFrom, 5e3);
    QCOMPARE(workload.rangeTo, 500e3);
    QCOMPARE(workload.profiles.size(), std::size_t{4});
    const Profile& realistic = workload.profiles[0];
    QCOMPARE(realistic.share, 0.8);
    QCOMPARE(realistic.actions.size(), std::size_t{3});
    QCOMPARE(realistic.actions[1].operation, std::string("like"));
    QCOMPARE(realistic.actions[1].weight, 3.0);
    QCOMPARE(realistic.leaveAfterError, 0.05);
    QVERIFY(realistic.think == Distribution::exponential(20s));
    const std::vector<std::string> journey = {"feed", "feed", "like", "post"};
    QCOMPARE(workload.profiles[1].journey, journey);
    const Profile& partner = workload.profiles[2];
    QCOMPARE(partner.entry, std::string("api"));
    QVERIFY(partner.arrivals->process == Arrivals::Process::constant);
    QVERIFY(partner.arrivals->rate == (Schedule{{{0s, 5}, {5min, 5}, {5min, 10}}}));
    // Nobody comes before the first step.
    QVERIFY(workload.profiles[3].users ==
            (Schedule{{{5min, 0}, {5min, 2000}, {8min, 2000}, {8min, 0}}}));
    const Workload stream = scenarioOf(good("stations.yaml")).workload;
    QVERIFY(stream.arrivals->process == Arrivals::Process::poisson);
    QVERIFY(stream.arrivals->rate == Schedule::constant(25));
    QCOMPARE(stream.profiles[0].share, 1.0);
    QCOMPARE(stream.rangeTo, 45.0);
}

void TestScenarioFile::readsObjectivesClaimsAndTheRest() {
    const Scenario scenario = scenarioOf(good("every_key.yaml"));
    QCOMPARE(scenario.slos.size(), std::size_t{2});
    QCOMPARE(scenario.slos[0].name, std::string("fast"));
    QVERIFY(scenario.slos[0].objective.metric.statistic == Statistic::p95);
    QVERIFY(scenario.slos[1].over == 720h);
    QCOMPARE(scenario.claims.size(), std::size_t{4});
    const Claim& slow = scenario.claims[0];
    QCOMPARE(slow.source, std::string("Notes, Before"));
    QCOMPARE(slow.above, std::optional(3.0));
    QCOMPARE(slow.below, std::optional(10.0));
    QCOMPARE(slow.variant, std::string("cached"));
    QCOMPARE(slow.users, std::optional(30e3));
    QVERIFY(scenario.claims[1].of->kind == Expression::Kind::divide);
    QCOMPARE(scenario.claims[2].below, std::optional(0.001));
    QVERIFY(!scenario.claims[3].of);
    QCOMPARE(scenario.assumptions.size(), std::size_t{1});
    QCOMPARE(scenario.assumptions[0].why, std::string("Measured from the office"));
    QCOMPARE(scenario.layout.at("sms").x, 10.5);
    QCOMPARE(scenario.variants.size(), std::size_t{2});
    QCOMPARE(scenario.variants[1].on, std::string("cached"));
    QVERIFY(scenario.notSimulated.empty());
}

void TestScenarioFile::fillsInDefaults() {
    const Scenario scenario = scenarioOf(good("smallest.yaml"));
    QCOMPARE(scenario.name, std::string("smallest"));
    QVERIFY(scenario.run.duration == 30min);
    QVERIFY(scenario.run.warmUp.kind == WarmUp::Kind::automatic);
    QCOMPARE(scenario.run.replications.atMost, 5);
    const auto& api = spec<ServiceSpec>(scenario, "api");
    QCOMPARE(api.instances, 1);
    QCOMPARE(api.concurrency, kUnlimited);
    QCOMPARE(api.queue, kUnlimited);
    QCOMPARE(scenario.workload.profiles[0].share, 1.0);
    QCOMPARE(scenario.workload.rangeFrom, 30e3);
    // A sample cannot be longer than the run.
    QVERIFY(scenarioOf(fromText(smallFile("run: {duration: 2 s}\n"))).run.sample == 2s);
    const auto unlimited = smallFile("").replace(smallFile("").find("operations"), 0,
                                                 "queue: unlimited, concurrency: 1 k, ");
    QCOMPARE(spec<ServiceSpec>(scenarioOf(fromText(unlimited)), "api").queue, kUnlimited);
    QCOMPARE(spec<ServiceSpec>(scenarioOf(fromText(unlimited)), "api").concurrency,
             std::int64_t{1000});
}

void TestScenarioFile::readsMeasuredTimes() {
    const Scenario scenario = scenarioOf(good("measured.yaml"));
    const Steps& get = stepsOf(scenario, "api", "get");
    const std::vector<double> milliseconds = {0.012, 0.0155, 0.2};
    QCOMPARE(std::get<Empirical>(action<Work>(get, 0).time.law()).values, milliseconds);
    const std::vector<double> withUnits = {0.02, 1.5};
    QCOMPARE(std::get<Empirical>(action<Delay>(get, 1).time.law()).values, withUnits);
}

void TestScenarioFile::appliesVariantsOnVariants() {
    const ScenarioFile file = good("every_key.yaml");
    const Scenario base = scenarioOf(file);
    QCOMPARE(*spec<CacheSpec>(base, "memory").capacity, std::int64_t{1000});
    QVERIFY(!base.component("sms"));

    const Scenario cached = variantOf(file, "cached");
    QCOMPARE(cached.variant, std::string("cached"));
    QCOMPARE(*spec<CacheSpec>(cached, "memory").capacity, std::int64_t{200'000});
    QCOMPARE(spec<PoolSpec>(cached, "db_pool").max, 100);
    QCOMPARE(spec<PoolSpec>(cached, "db_pool").min, 10);
    QCOMPARE(cached.run.seed, std::uint64_t{7});
    QCOMPARE(spec<ServiceSpec>(cached, "api").instances, 4);

    const Scenario scaled = variantOf(file, "scaled");
    QCOMPARE(spec<PoolSpec>(scaled, "db_pool").max, 100);
    QCOMPARE(spec<ServiceSpec>(scaled, "api").instances, 12);
    QCOMPARE(scaled.component("resize")->price->perMillion->usd, 0.40);
    QVERIFY(scaled.component("sms"));
    QCOMPARE(scaled.workload.profiles.size(), std::size_t{5});
    const Steps& feed = stepsOf(scaled, "api", "feed");
    QCOMPARE(feed.size(), std::size_t{3});
    QCOMPARE(action<Parallel>(feed, 1).branches.size(), std::size_t{2});
}

void TestScenarioFile::addsBeforeItSetsAndRemovesBeforeItAdds() {
    const ScenarioFile file = fromText(
        smallFile("variants:\n"
                  "  new:\n"
                  "    set: {db.servers: 8, 'api.operations.get[1].call.operation': write}\n"
                  "    add:\n"
                  "      components:\n"
                  "        db: {type: database, servers: 2, operations: {read: [{work: exp(5 "
                  "ms)}], write: [{work: 1 ms}]}}\n"
                  "        api: {operations: {get: [{call: {to: db, operation: read}}]}}\n"
                  "    remove: ['api.operations.get[0]']\n"
                  "  newer: {on: new, add: {components: {api: {operations: {get: [{work: 2 "
                  "ms}]}}}}, set: {'api.operations.get[0].call.operation': read}}\n"));
    // The index of `set` counts what is there after `remove` and `add`: there is no second step.
    QCOMPARE(text(file.diagnostics()),
             "small.yaml:7:26: error: found the path `api.operations.get[1].call.operation`, "
             "expected the name of something under `api.operations.get`\n");
}

void TestScenarioFile::pointsAtTheLineOfTheVariant() {
    const ScenarioFile file =
        fromText(smallFile("variants:\n"
                           "  wrong:\n"
                           "    set:\n"
                           "      api.instances: none\n"
                           "      api.cpu: fast\n"
                           "      api.retries: 3\n"
                           "  more: {on: wrong, about: The same faults are not told twice}\n"));
    QCOMPARE(text(file.diagnostics()),
             "small.yaml:8:22: error: found `none`, expected a whole number from 1 to 1000000\n"
             "small.yaml:9:16: error: found `fast`, expected `fifo` or `ps`\n"
             "small.yaml:10:7: error: found `retries`, expected a key of a service: `type`, "
             "`about`, `instances`, "
             "`concurrency`, `cpus`, `cpu`, `queue`, `line`, `memory`, `start_up`, `drain`, "
             "`operations`, `price`, `zone`, `zones`, `limit` or `pauses`\n");
}

void TestScenarioFile::appliesSettings() {
    const ScenarioFile file = good("every_key.yaml");
    Overrides overrides = set("api.instances", "8");
    overrides.set.emplace_back("components.db_pool.size.max", "70");
    overrides.set.emplace_back("api.operations.feed.count.call.timeout", "3 s");
    overrides.set.emplace_back("api.operations.feed[0].work", "uniform(1 ms, 2 ms)");
    overrides.set.emplace_back("keys.posts.count", "5 M");
    overrides.set.emplace_back("workload.range", "1 k..2 k");
    overrides.set.emplace_back("front.policy", "round_robin");
    overrides.set.emplace_back("phone.retry", "{attempts: 7}");
    overrides.set.emplace_back("db.price.instance_hour", "1 USD");
    overrides.variant = "cached";
    const Scenario scenario = scenarioOf(file, overrides);
    QCOMPARE(spec<ServiceSpec>(scenario, "api").instances, 8);
    QCOMPARE(spec<PoolSpec>(scenario, "db_pool").max, 70);
    QCOMPARE(spec<PoolSpec>(scenario, "db_pool").min, 10);
    const Steps& feed = stepsOf(scenario, "api", "feed");
    QVERIFY(action<Call>(action<Parallel>(feed, 2).branches, 0).timeout == 3s);
    QVERIFY(action<Work>(feed, 0).time == Distribution(Uniform{0.001, 0.002}));
    QCOMPARE(scenario.keyClass("posts")->count, std::int64_t{5'000'000});
    QCOMPARE(scenario.workload.rangeTo, 2e3);
    QVERIFY(spec<LoadBalancerSpec>(scenario, "front").policy == BalancingPolicy::roundRobin);
    QCOMPARE(spec<ClientSpec>(scenario, "phone").retry.attempts, 7);
    QCOMPARE(scenario.component("db")->price->instanceHour->usd, 1.0);
    QCOMPARE(spec<ServiceSpec>(scenarioOf(file), "api").instances, 4);
}

void TestScenarioFile::refusesSettingsThatAreWrong_data() {
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("message");
    QTest::newRow("unknown component")
        << "apy.instances"
        << "8"
        << "--set: error: apy.instances: found the path `apy.instances`, expected a path that "
           "begins with a component "
           "or a section of the file (did you mean `api`?)\n";
    QTest::newRow("unknown key") << "api.instnces"
                                 << "8"
                                 << "--set: error: components.api.instnces: found `instnces`, "
                                    "expected a key of a service (did you mean "
                                    "`instances`?)\n";
    QTest::newRow("wrong value") << "api.instances"
                                 << "-8"
                                 << "--set: error: components.api.instances: found `-8`, expected "
                                    "a whole number from 1 to 1000000\n";
    QTest::newRow("no YAML") << "api.instances"
                             << "[8"
                             << "--set: error: api.instances: found `[` without its `]`, expected "
                                "`]`, and quotes around text with { } [ ] "
                                "or a comma\n";
    QTest::newRow("no path")
        << "api."
        << "8"
        << "--set: error: api.: found `api.`, expected a path such as `api.instances` or "
           "`api.operations.feed[0].work`\n";
    QTest::newRow("objective of nothing")
        << "slos.fast.objective"
        << "p95(apj.response_time) < 1 s"
        << "--set: error: slos[0].objective: found `apj`, expected `workload` or the name of a "
           "component (did you mean "
           "`api`?)\n";
    QTest::newRow("nobody is there any more") << "workload.entry"
                                              << "db"
                                              << "";
}

void TestScenarioFile::refusesSettingsThatAreWrong() {
    QFETCH(QString, path);
    QFETCH(QString, value);
    QFETCH(QString, message);
    const QString errors =
        overrideErrors(good("every_key.yaml"), set(path.toStdString(), value.toStdString()));
    if (message.isEmpty()) {
        QVERIFY(errors != "(none)");
    } else {
        QCOMPARE(errors, message);
    }
}

void TestScenarioFile::refusesAnUnknownVariant() {
    Overrides overrides;
    overrides.variant = "cahced";
    QCOMPARE(overrideErrors(good("every_key.yaml"), overrides),
             "--variant: error: found `cahced`, expected the name of a variant (did you mean "
             "`cached`?)\n");
}

void TestScenarioFile::makesTheLoadConstant() {
    Overrides overrides;
    overrides.users = 64'000;
    const Workload closed = scenarioOf(good("small_shop.yaml"), overrides).workload;
    QVERIFY(closed.users == Schedule::constant(64'000));
    // The ramp ends at 30 k when the crowd of 2 k is there: each keeps its part of the 32 k.
    const Workload mixed = scenarioOf(good("every_key.yaml"), overrides).workload;
    QVERIFY(mixed.users->isConstant());
    QCOMPARE(mixed.users->peak(), 60'000.0);
    QCOMPARE(mixed.profiles[3].users->peak(), 4'000.0);
    QCOMPARE(mixed.profiles[2].arrivals->rate.peak(), 10.0);
    const Workload open = scenarioOf(good("stations.yaml"), overrides).workload;
    QVERIFY(open.arrivals->rate == Schedule::constant(64'000));
    overrides.users = -1;
    QVERIFY(overrideErrors(good("stations.yaml"), overrides).startsWith("--users: error: "));
}

void TestScenarioFile::scalesASchedule() {
    Overrides overrides;
    overrides.peak = 320'000;
    const Workload workload = scenarioOf(good("every_key.yaml"), overrides).workload;
    QVERIFY(workload.users == (Schedule{{{0s, 10'000}, {5min, 300'000}}}));
    QCOMPARE(workload.profiles[3].users->peak(), 20'000.0);
    overrides.peak = std::numeric_limits<double>::quiet_NaN();
    QVERIFY(overrideErrors(good("every_key.yaml"), overrides).startsWith("--peak: error: "));
}

void TestScenarioFile::givesNothingWhereThereIsAnError() {
    const ScenarioFile file =
        fromText(smallFile("variants:\n  wrong: {set: {api.instances: 0}}\n"));
    QVERIFY(hasErrors(file.diagnostics()));
    const LoadedScenario base = file.scenario();
    QVERIFY(!base.scenario);
    QCOMPARE(base.diagnostics, file.diagnostics());
}

void TestScenarioFile::saysWhatItDoesNotSimulate() {
    const ScenarioFile file = fromText(
        smallFile("alerts:\n  - {name: slow, when: p95(api.response_time) > 200 ms, for: 2 min}\n"
                  "prices: {book: gcp-2026}\n"
                  "observed: {prometheus: http://127.0.0.1:9090}\n"));
    QVERIFY(!hasErrors(file.diagnostics()));
    QCOMPARE(text(file.diagnostics()),
             "small.yaml:8:1: warning: `observed` is not used by this version of Headroom\n");
    QCOMPARE(scenarioOf(file).notSimulated.size(), std::size_t{1});
}

/// A row for each that a good file uses: a row without one is of no use, or not tested.
void TestScenarioFile::refusesWhatItDoesNotSimulate_data() {
    QTest::addColumn<QString>("sentence");
    for (const NotSimulated& row : notSimulated()) {
        QString what = "`" + QString::fromStdString(std::string(row.key)) + "`";
        if (row.value == kAnyMapping || row.value == kAnyList)
            what += row.value == kAnyMapping ? " as a mapping" : " as a list";
        else if (!row.value.empty())
            what = "`" + QString::fromStdString(std::string(row.value)) + "`";
        const QString sentence =
            row.changesFigures ? "error: " + what + " is not supported by this version of Headroom"
                               : "warning: " + what + " is not used by this version of Headroom";
        QTest::addRow("%s, %s", std::string(row.mapping).c_str(), qPrintable(what)) << sentence;
    }
}

void TestScenarioFile::refusesWhatItDoesNotSimulate() {
    QFETCH(QString, sentence);
    static const QString kAll = [] {
        QString all;
        const QDir folder(kScenarios + "good");
        for (const QString& name : folder.entryList({"*.yaml"}, QDir::Files))
            all += text(open(folder.filePath(name), Unsimulated::refused).diagnostics());
        return all;
    }();
    QVERIFY2(kAll.contains(sentence), "no good file uses it");
}

void TestScenarioFile::notesWhatIsAcceptedUnsimulated() {
    for (const char* name : {"policies.yaml", "queues.yaml", "autoscalers.yaml", "tiers.yaml"}) {
        const ScenarioFile file = open(kScenarios + "good/" + name, Unsimulated::refused);
        const Scenario scenario = scenarioOf(good(name));
        QCOMPARE(scenario.notSimulated.empty(), !hasErrors(file.diagnostics()));
    }
}

void TestScenarioFile::warnsOfWhatHasNoEffect() {
    std::string content = smallFile("");
    content.replace(content.find("entry: api"), 10, "entry: cache");
    content.insert(content.find("workload"),
                   "  cache: {type: cache, hit_ratio: 80 %, ttl: 5 min, origin: api}\n");
    const ScenarioFile file = fromText(content);
    QCOMPARE(text(file.diagnostics()),
             "small.yaml:4:41: warning: `ttl` has no effect beside `hit_ratio`\n");
    QVERIFY(file.scenario().scenario.has_value());
}

void TestScenarioFile::staysInItsFolder() {
    const QTemporaryDir outer;
    const QDir folder(outer.path());
    QVERIFY(folder.mkdir("inner"));
    QFile secret(folder.filePath("secret.csv"));
    QVERIFY(secret.open(QIODevice::WriteOnly) && secret.write("ms\n1\n") > 0);
    secret.close();
    QVERIFY(QFile::link(folder.filePath("secret.csv"), folder.filePath("inner/link.csv")));
    QVERIFY(QFile::link(folder.filePath("secret.csv"), folder.filePath("fine.csv")));
    const auto messageFor = [&](const QString& name, const QString& from) {
        std::string content = smallFile("");
        content.replace(content.find("exp(1 ms)"), 9, "empirical(" + name.toStdString() + ")");
        return text(fromText(content, from).diagnostics());
    };
    const QString inner = folder.filePath("inner");
    const QString outside = "expected a file in the scenario's folder or below it\n";
    QVERIFY(messageFor("link.csv", inner).endsWith(outside));
    QVERIFY(messageFor("../secret.csv", inner).endsWith(outside));
    QVERIFY(messageFor("../inner/link.csv", inner).endsWith(outside));
    QVERIFY(messageFor(folder.filePath("secret.csv"), inner).endsWith(outside));
    QVERIFY(messageFor("inner", outer.path()).contains("no readable file"));
    QCOMPARE(messageFor("secret.csv", outer.path()), QString());
    QCOMPARE(messageFor("fine.csv", outer.path()), QString());
}

void TestScenarioFile::endsQuicklyOnHostileFiles_data() {
    QTest::addColumn<QByteArray>("content");
    QByteArray aliases = "a0: &a0 [x, x, x, x, x, x, x, x]\n";
    for (int i = 1; i < 40; ++i) {
        const QByteArray before = "*a" + QByteArray::number(i - 1);
        aliases += "a" + QByteArray::number(i) + ": &a" + QByteArray::number(i) + " [" + before +
                   ", " + before + "]\n";
    }
    QTest::newRow("billion laughs") << aliases;
    QTest::newRow("too large") << QByteArray((16 << 20) + 1, '#');
    QTest::newRow("deep") << QByteArray(100'000, '[');
    QTest::newRow("deep in block style") << QByteArray("- ").repeated(100'000);
    QTest::newRow("many values") << "[" + QByteArray("1,").repeated(700'000) + "1]";
    QByteArray components = "headroom: 1\ncomponents:\n";
    QByteArray keys = "headroom: 1\n";
    QByteArray variants = QByteArray::fromStdString(smallFile("variants:\n"));
    for (int i = 0; i < 100'000; ++i) {
        components += "  c" + QByteArray::number(i) + ": {type: client, to: d" +
                      QByteArray::number(i) + "}\n";
        keys += "key" + QByteArray::number(i) + ": 1\n";
        variants += "  v" + QByteArray::number(i) + ": {on: w" + QByteArray::number(i) + "}\n";
    }
    QTest::newRow("many components") << components;
    QTest::newRow("many unknown keys") << keys;
    QTest::newRow("many variants") << variants;
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("null bytes") << QByteArray(1000, '\0');
    QTest::newRow("end of transmission") << QByteArray("headroom: 1\n\x04\nname: x\n");
}

void TestScenarioFile::endsQuicklyOnHostileFiles() {
    QFETCH(QByteArray, content);
    const ScenarioFile file = fromText(content.toStdString());
    QVERIFY(hasErrors(file.diagnostics()));
    QVERIFY(file.diagnostics().size() <= 201);
    QVERIFY(!file.scenario().scenario);
}

/// Wherever a good file is cut off or has a byte changed, it is read or refused, and never both.
void TestScenarioFile::survivesDamage() {
    const std::string whole = contents(kScenarios + "good/every_key.yaml");
    const auto check = [](std::string content) {
        const ScenarioFile file = fromText(std::move(content));
        const LoadedScenario loaded = file.scenario();
        return loaded.scenario.has_value() != hasErrors(loaded.diagnostics);
    };
    for (std::size_t i = 0; i < whole.size(); i += 61) QVERIFY(check(whole.substr(0, i)));
    const std::string damage = "{}[]:,-#&*!|>'\"%@`\n 0x\xC3";
    for (std::size_t i = 0; i < whole.size(); i += 29) {
        std::string damaged = whole;
        damaged[i] = damage[i % damage.size()];
        QVERIFY(check(std::move(damaged)));
    }
}

QTEST_GUILESS_MAIN(TestScenarioFile)
#include "tst_scenario_file.moc"
