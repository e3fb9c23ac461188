// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/architecture.h"
#include "model/call_site.h"

#include <QtTest>

using namespace headroom::model;

namespace {

QString q(const std::string& text) { return QString::fromStdString(text); }

Step call(std::string to, std::string operation, double probability = 1, double times = 1) {
    Call c;
    c.to = std::move(to);
    c.operation = std::move(operation);
    c.probability = probability;
    c.times = times;
    return {{}, c};
}

Step named(std::string name, Step step) {
    step.name = std::move(name);
    return step;
}

Step work() { return {{}, Work{}}; }
Step sequence(Steps steps) { return {{}, Sequence{std::move(steps)}}; }
Step parallel(Steps branches) { return {{}, Parallel{0, std::move(branches)}}; }
Step choose(std::vector<Choose::Alternative> alternatives) {
    return {{}, Choose{std::move(alternatives)}};
}

Step onError(Step step, Steps steps) {
    std::get<Call>(step.action).onError = {OnError::Kind::steps, std::move(steps)};
    return step;
}

Operation operation(std::string name, Steps steps = {}) {
    Operation result;
    result.name = std::move(name);
    result.steps = std::move(steps);
    return result;
}

Component component(std::string name, ComponentSpec spec, std::vector<Operation> operations = {}) {
    Component result;
    result.name = std::move(name);
    result.spec = std::move(spec);
    result.operations = std::move(operations);
    return result;
}

Component service(std::string name, std::vector<Operation> operations) {
    return component(std::move(name), ServiceSpec{}, std::move(operations));
}

Component database(std::string name, std::vector<Operation> operations) {
    return component(std::move(name), DatabaseSpec{}, std::move(operations));
}

Component cache(std::string name, std::string origin) {
    CacheSpec spec;
    spec.origin = std::move(origin);
    return component(std::move(name), spec);
}

Component pool(std::string name, std::string to) {
    PoolSpec spec;
    spec.to = std::move(to);
    return component(std::move(name), spec);
}

Component client(std::string name, std::string to) {
    ClientSpec spec;
    spec.to = std::move(to);
    return component(std::move(name), spec);
}

Scenario scenarioOf(std::vector<Component> components, std::string entry,
                    const std::vector<std::string>& actions) {
    Scenario scenario;
    scenario.components = std::move(components);
    scenario.workload.entry = std::move(entry);
    Profile profile;
    profile.name = "all";
    for (const std::string& action : actions) profile.actions.push_back({action, 1});
    scenario.workload.profiles = {profile};
    return scenario;
}

/// phone -> api -> posts_cache -> db_pool -> db, and api -> mail.
Scenario shop() {
    return scenarioOf(
        {client("phone", "api"),
         service("api", {operation("feed", {work(), call("posts_cache", "read"),
                                            parallel({named("count", call("db", "count")),
                                                      call("mail", "send")})}),
                         operation("like", {call("db", "write")})}),
         cache("posts_cache", "db_pool"), pool("db_pool", "db"),
         database("db", {operation("read"), operation("write"), operation("count")}),
         component("mail", ExternalSpec{})},
        "phone", {"feed", "like"});
}

QString printed(const Architecture& architecture) {
    QStringList lines;
    for (const Edge& edge : architecture.edges) {
        QStringList operations;
        for (const std::string& name : edge.operations) operations << q(name);
        lines << q(edge.from) + " -> " + q(edge.to) + ": " + operations.join(" ");
    }
    return lines.join("\n");
}

QString printed(const std::vector<GraphFault>& faults) {
    QStringList lines;
    for (const GraphFault& fault : faults) {
        QString line =
            q(fault.path) + ": found " + q(fault.found) + ", expected " + q(fault.expected);
        if (!fault.suggestion.empty()) line += " (" + q(fault.suggestion) + "?)";
        lines << line;
    }
    return lines.join("\n");
}

Operation& feedOf(Scenario& scenario) { return scenario.components[1].operations[0]; }

}  // namespace

class ArchitectureTest : public QObject {
    Q_OBJECT
private slots:
    void edgesFollowCallsAndPassThroughs() {
        const Architecture architecture = architectureOf(shop());
        QVERIFY(architecture.nodes ==
                (std::vector<std::string>{"phone", "api", "posts_cache", "db_pool", "db", "mail"}));
        QCOMPARE(printed(architecture),
                 "phone -> api: feed like\n"
                 "api -> posts_cache: read\n"
                 "api -> db: count write\n"
                 "api -> mail: send\n"
                 "posts_cache -> db_pool: read\n"
                 "db_pool -> db: read");
    }

    void edgesAreFoundHoweverDeep() {
        const Steps deep = {
            sequence({choose({{0.5, {call("a", "x")}}, {0.5, {parallel({call("b", "x")})}}})}),
            onError(call("c", "x"), {call("d", "x")})};
        const auto leaf = [](const char* name) { return database(name, {operation("x")}); };
        const Scenario scenario = scenarioOf(
            {service("api", {operation("go", deep)}), leaf("a"), leaf("b"), leaf("c"), leaf("d")},
            "api", {"go"});
        QCOMPARE(printed(architectureOf(scenario)),
                 "api -> a: x\napi -> b: x\napi -> c: x\napi -> d: x");
        QVERIFY(checkGraph(scenario).empty());
    }

    void callSitesHavePathsAndAmounts() {
        const Steps steps = {
            work(),
            call("a", "x", 0.5, 3),
            named("both", parallel({call("a", "x"), named("second", call("a", "x"))})),
            sequence({call("a", "x")}),
            choose({{0.25, {call("a", "x", 1, 2)}}}),
            onError(call("a", "x"), {call("a", "x")})};
        const Scenario scenario =
            scenarioOf({service("api", {operation("go", steps)})}, "api", {"go"});
        QStringList lines;
        for (const CallSite& site : callSites(scenario))
            lines << q(site.path) + " " + QString::number(site.expected);
        const QString at = "components.api.operations.go";
        QCOMPARE(lines,
                 (QStringList{at + "[1].call 1.5", at + ".both.parallel.steps[0].call 1",
                              at + ".both.parallel.steps.second.call 1", at + "[3].steps[0].call 1",
                              at + "[4].choose[0].steps[0].call 0.5", at + "[5].call 1",
                              at + "[5].call.on_error.steps[0].call 1"}));
    }

    void layersAreTheLongestWaysFromTheEntries() {
        const Architecture architecture = architectureOf(shop());
        QCOMPARE(layersOf(architecture, {"phone"}), (std::vector<int>{0, 1, 2, 3, 4, 2}));
    }

    void cyclesDoNotKeepLayersFromEnding() {
        Architecture architecture{{"a", "b", "c"},
                                  {{"a", "b", {}}, {"b", "c", {}}, {"c", "a", {}}, {"b", "b", {}}}};
        QCOMPARE(layersOf(architecture, {"a"}), (std::vector<int>{0, 1, 2}));
        QCOMPARE(layersOf(architecture, {"b"}), (std::vector<int>{2, 0, 1}));
    }

    void whatNoEntryReachesIsLaidOutToo() {
        Architecture architecture{{"x", "y", "a", "b"}, {{"x", "y", {}}, {"a", "b", {}}}};
        QCOMPARE(layersOf(architecture, {"a"}), (std::vector<int>{0, 1, 0, 1}));
        QCOMPARE(layersOf(architecture, {"nobody"}), (std::vector<int>{0, 1, 0, 1}));
        QVERIFY(layersOf({}, {}).empty());
    }

    void aSoundScenarioHasNoFaults() { QCOMPARE(printed(checkGraph(shop())), ""); }

    void operationsNobodyDefines() {
        Scenario scenario = shop();
        feedOf(scenario).steps[2] = named("count", call("db", "cuont"));
        QCOMPARE(printed(checkGraph(scenario)),
                 "components.api.operations.feed.count.call.operation: found `cuont`, expected an "
                 "operation of `db`: "
                 "`read`, `write`, `count` (count?)\n"
                 "components.mail: found `mail`, which no traffic reaches, expected a call to it, "
                 "or it as an `entry`");
    }

    void operationsAreFollowedThroughPassThroughs() {
        Scenario scenario = shop();
        feedOf(scenario).steps[1] = call("posts_cache", "raed");
        QCOMPARE(printed(checkGraph(scenario)),
                 "components.api.operations.feed[1].call.operation: found `raed`, expected an "
                 "operation of `db`, behind "
                 "`posts_cache`: `read`, `write`, `count` (read?)");
    }

    void profilesAskTheirEntry() {
        Scenario scenario = shop();
        scenario.workload.profiles[0].actions[1].operation = "lke";
        Profile heavy;
        heavy.name = "heavy";
        heavy.entry = "api";
        heavy.journey = {"feed", "buy"};
        scenario.workload.profiles.push_back(heavy);
        QCOMPARE(printed(checkGraph(scenario)),
                 "workload.profiles.all.actions.lke: found `lke`, expected an operation of `api`, "
                 "behind `phone`: "
                 "`feed`, `like` (like?)\n"
                 "workload.profiles.heavy.journey[1]: found `buy`, expected an operation of `api`: "
                 "`feed`, `like`");
    }

    void externalComponentsTakeAnyOperation() {
        Scenario scenario = scenarioOf({component("mail", ExternalSpec{})}, "mail", {"anything"});
        QVERIFY(checkGraph(scenario).empty());
    }

    void componentsWithoutOperationsCannotBeCalled() {
        Scenario scenario =
            scenarioOf({service("api", {operation("go", {call("db_pool", "read")})}),
                        pool("db_pool", "db"), component("db", StationSpec{})},
                       "api", {"go"});
        QCOMPARE(printed(checkGraph(scenario)),
                 "components.api.operations.go[0].call.to: found `db`, which has no operations, "
                 "expected a component "
                 "with operations");
        scenario.workload.entry = "db";
        scenario.components.erase(scenario.components.begin(), scenario.components.begin() + 2);
        QCOMPARE(printed(checkGraph(scenario)),
                 "workload.entry: found `db`, which has no operations, expected a component with "
                 "operations");
        scenario.workload.profiles[0].entry = "db";
        QCOMPARE(printed(checkGraph(scenario)),
                 "workload.profiles.all.entry: found `db`, which has no operations, expected a "
                 "component with "
                 "operations");
    }

    void componentsThatNoTrafficReaches() {
        Scenario scenario = shop();
        scenario.components.push_back(service("old", {operation("x", {call("older", "y")})}));
        scenario.components.push_back(database("older", {operation("y")}));
        QCOMPARE(printed(checkGraph(scenario)),
                 "components.old: found `old`, which no traffic reaches, expected a call to it, or "
                 "it as an `entry`\n"
                 "components.older: found `older`, which no traffic reaches, expected a call to "
                 "it, or it as an "
                 "`entry`");
        Profile night;
        night.name = "night";
        night.entry = "old";
        night.actions = {{"x", 1}};
        scenario.workload.profiles.push_back(night);
        QVERIFY(checkGraph(scenario).empty());
    }

    void whatAnUnusedOperationCallsIsReached() {
        Scenario scenario = shop();
        scenario.workload.profiles[0].actions.pop_back();
        QVERIFY(checkGraph(scenario).empty());
    }

    void callsThatComeBackWithCertaintyDoNotEnd() {
        const Scenario scenario =
            scenarioOf({service("api", {operation("feed", {work(), call("db", "read")})}),
                        database("db", {operation("read", {call("api", "feed")})})},
                       "api", {"feed"});
        QCOMPARE(printed(checkGraph(scenario)),
                 "components.api.operations.feed[1].call: found calls that do not end: `api.feed "
                 "-> db.read -> "
                 "api.feed`, expected a chain of calls that ends, or a `probability` small enough "
                 "that it does");
    }

    void callsToOneselfDoNotEnd() {
        const Scenario scenario = scenarioOf(
            {service("api", {operation("feed", {call("api", "feed")})})}, "api", {"feed"});
        QVERIFY(printed(checkGraph(scenario)).contains("`api.feed -> api.feed`"));
    }

    void anotherOperationOfTheSameComponentIsNoCycle() {
        const Scenario scenario = scenarioOf(
            {service("api", {operation("feed", {call("api", "like")}), operation("like")})}, "api",
            {"feed"});
        QVERIFY(checkGraph(scenario).empty());
    }

    void cyclesAreSeenThroughPassThroughs() {
        const Scenario scenario = scenarioOf(
            {cache("front", "api"), service("api", {operation("feed", {call("front", "feed")})})},
            "front", {"feed"});
        QCOMPARE(printed(checkGraph(scenario)),
                 "components.api.operations.feed[0].call: found calls that do not end: `api.feed "
                 "-> front.feed -> "
                 "api.feed`, expected a chain of calls that ends, or a `probability` small enough "
                 "that it does");
    }

    void cyclesEndIfTheyComeBackLessThanOnce_data() {
        QTest::addColumn<double>("probability");
        QTest::addColumn<double>("times");
        QTest::addColumn<bool>("ends");
        QTest::newRow("half") << 0.5 << 1.0 << true;
        QTest::newRow("nine in ten") << 0.9 << 1.0 << true;
        QTest::newRow("half, three times") << 0.5 << 3.0 << false;
        QTest::newRow("a quarter, three times") << 0.25 << 3.0 << true;
        QTest::newRow("half, twice") << 0.5 << 2.0 << false;
        QTest::newRow("never") << 0.0 << 1.0 << true;
        QTest::newRow("a fraction of a time") << 1.0 << 0.3 << true;
        QTest::newRow("explosive") << 1.0 << 1000.0 << false;
    }
    void cyclesEndIfTheyComeBackLessThanOnce() {
        QFETCH(double, probability);
        QFETCH(double, times);
        QFETCH(bool, ends);
        const Scenario scenario = scenarioOf(
            {service("api", {operation("feed", {call("db", "read")})}),
             database("db", {operation("read", {call("api", "feed", probability, times)})})},
            "api", {"feed"});
        QCOMPARE(checkGraph(scenario).empty(), ends);
    }

    void cyclesThatEndOneByOneMayNotTogether() {
        const auto twice = [](double probability) {
            const Steps steps = {call("api", "feed", probability),
                                 call("api", "feed", probability)};
            return scenarioOf({service("api", {operation("feed", steps)})}, "api", {"feed"});
        };
        QVERIFY(checkGraph(twice(0.45)).empty());
        QVERIFY(!checkGraph(twice(0.55)).empty());
    }

    void sharesOfAlternativesLimitCyclesToo() {
        const auto sharing = [](double share) {
            const Step again = choose({{share, {call("api", "feed")}}});
            return scenarioOf({service("api", {operation("feed", {again})})}, "api", {"feed"});
        };
        QVERIFY(checkGraph(sharing(0.5)).empty());
        QVERIFY(!checkGraph(sharing(1)).empty());
    }

    void errorHandlingThatComesBackDoesNotEnd() {
        const Steps steps = {onError(call("db", "read"), {call("api", "feed")})};
        const Scenario scenario = scenarioOf(
            {service("api", {operation("feed", steps)}), database("db", {operation("read")})},
            "api", {"feed"});
        QVERIFY(printed(checkGraph(scenario))
                    .startsWith("components.api.operations.feed[0].call.on_error.steps[0].call:"));
    }

    void theCycleNamedIsOneThatDoesNotEnd() {
        const Scenario scenario =
            scenarioOf({service("a", {operation("x", {call("b", "x", 0.1), call("c", "x")})}),
                        service("b", {operation("x", {call("a", "x")})}),
                        service("c", {operation("x", {call("a", "x")})})},
                       "a", {"x"});
        const QString text = printed(checkGraph(scenario));
        QVERIFY2(text.contains("`a.x -> c.x -> a.x`"), qPrintable(text));
        QCOMPARE(text.count('\n'), 0);
    }

    void everyGroupOfCyclesIsReported() {
        const Scenario scenario =
            scenarioOf({service("a", {operation("x", {call("a", "x"), call("b", "x")})}),
                        service("b", {operation("x", {call("b", "x")})})},
                       "a", {"x"});
        const auto faults = checkGraph(scenario);
        QCOMPARE(faults.size(), 2u);
        QVERIFY(q(faults[0].found).contains("`a.x -> a.x`"));
        QVERIFY(q(faults[1].found).contains("`b.x -> b.x`"));
    }

    void longCyclesAreShortened() {
        std::vector<Component> components;
        for (int i = 0; i < 100; ++i) {
            const std::string next = "s" + std::to_string((i + 1) % 100);
            components.push_back(
                service("s" + std::to_string(i), {operation("x", {call(next, "x")})}));
        }
        const auto faults = checkGraph(scenarioOf(std::move(components), "s0", {"x"}));
        QCOMPARE(faults.size(), 1u);
        QCOMPARE(q(faults[0].found),
                 "calls that do not end: `s0.x -> s1.x -> s2.x -> s3.x -> s4.x -> s5.x -> … -> "
                 "s95.x -> s96.x -> s97.x -> s98.x -> s99.x -> s0.x`");
    }

    void passThroughsInARingHandOnForEver() {
        const Scenario scenario =
            scenarioOf({client("phone", "c"), cache("b", "c"), pool("c", "b")}, "phone", {"x"});
        QCOMPARE(printed(checkGraph(scenario)),
                 "components.b.origin: found `b -> c -> b`, which hands on in a ring, expected an "
                 "end: a component that "
                 "does the operations itself");
        QVERIFY(!layersOf(architectureOf(scenario), {"phone"}).empty());
    }

    void whatDoesNotExistIsPassedOver() {
        Scenario scenario = shop();
        feedOf(scenario).steps.push_back(call("nobody", "x"));
        scenario.components[3] = pool("db_pool", "nothing");
        QVERIFY(checkGraph(scenario).empty());
        scenario.workload.entry = "no one";
        QCOMPARE(checkGraph(scenario).size(), scenario.components.size());
    }

    void hugeScenariosAreCheckedQuickly() {
        constexpr int kComponents = 3000;
        std::vector<Component> components;
        for (int i = 0; i + 1 < kComponents; ++i)
            components.push_back(pool("p" + std::to_string(i), "p" + std::to_string(i + 1)));
        Steps steps;
        for (int i = 0; i < kComponents; ++i)
            steps.push_back(call("p" + std::to_string(i % 7), "x", 0.0001));
        components.push_back(
            service("p" + std::to_string(kComponents - 1), {operation("x", steps)}));
        const Scenario scenario = scenarioOf(std::move(components), "p0", {"x"});
        QElapsedTimer timer;
        timer.start();
        QVERIFY(checkGraph(scenario).empty());
        QVERIFY2(timer.elapsed() < 20'000, qPrintable(QString::number(timer.elapsed())));
    }
};

QTEST_GUILESS_MAIN(ArchitectureTest)
#include "tst_architecture.moc"
