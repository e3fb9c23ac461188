// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/control/horizontal_pod_autoscaler.h"
#include "sim/control/replica_calculator.h"
#include "tests/control/published_cases.h"

#include <QTest>

#include <string>
#include <vector>

using namespace headroom;
using namespace headroom::sim;
using Kind = model::ScalingPolicy::Kind;
using Select = model::ScalingBehaviour::Select;
using nlohmann::json;

namespace {

constexpr SimTime kSecond = 1'000'000'000;
constexpr SimTime kNow = 100'000 * kSecond;

model::Duration secondsOf(const json& count) { return std::chrono::seconds(count.get<int>()); }

PodSample ready(std::int64_t usage, std::int64_t request) {
    return {PodSample::State::ready, usage, request};
}
PodSample unready(std::int64_t usage, std::int64_t request) {
    return {PodSample::State::unready, usage, request};
}
PodSample missing(std::int64_t request) { return {PodSample::State::missing, 0, request}; }

PodSample::State stateOf(const std::string& word) {
    if (word == "ready") return PodSample::State::ready;
    if (word == "unready") return PodSample::State::unready;
    if (word == "pending") return PodSample::State::pending;
    if (word == "missing") return PodSample::State::missing;
    return PodSample::State::deleted;  // "deleting" and "failed"
}

std::vector<PodSample> podsOf(const json& row) {
    std::vector<PodSample> pods;
    for (const json& pod : row.value("pods", json::array()))
        pods.push_back({stateOf(pod["state"]), pod["usage"].is_null() ? 0 : pod["usage"].get<int>(),
                        pod.value("request", 0)});
    return pods;
}

std::optional<ReplicaCalculator::Proposal> proposalOf(const json& row) {
    const ReplicaCalculator calculator;
    const std::string metric = row["metric"];
    const int current = row["current"];
    const std::int64_t target = row["target"];
    if (metric == "resource_utilization")
        return calculator.byUtilisation(current, podsOf(row), target);
    if (metric == "pods_average_value") return calculator.byAverage(current, podsOf(row), target);
    if (metric == "external_average_value")
        return calculator.byValuePerReplica(current, row["value"], target);
    return calculator.byValue(current, row["ready"], row["value"], target);
}

model::ScalingBehaviour rulesOf(const json& rules, model::ScalingBehaviour byDefault) {
    if (rules.is_null()) return byDefault;
    model::ScalingBehaviour result;
    result.stabilisation = secondsOf(rules["stabilizationWindowSeconds"]);
    result.select = rules["selectPolicy"] == "Min" ? Select::least : Select::most;
    for (const json& policy : rules["policies"]) {
        const bool pods = policy["type"] == "Pods";
        const double value = policy["value"];
        result.policies.push_back({pods ? Kind::instances : Kind::share, pods ? value : value / 100,
                                   secondsOf(policy["periodSeconds"])});
    }
    return result;
}

ScalingBehaviours byDefault() {
    const auto spec = model::autoscalerDefaults(model::AutoscalerKind::hpa);
    return {spec.up, spec.down};
}

ScalingBehaviours behaviourOf(const json& row) {
    return {rulesOf(row.value("scaleUp", json()), byDefault().up),
            rulesOf(row.value("scaleDown", json()), byDefault().down)};
}

/// Adds the events of a row; `sign` +1: replicas added, −1: removed.
void addEvents(ScalingHistory& history, const json& events, int sign) {
    for (const json& event : events)
        history.scaled(kNow - event["age"].get<SimTime>() * kSecond, 0,
                       sign * event["change"].get<int>());
}

ScalingHistory historyOf(const json& row) {
    ScalingHistory history;
    for (const json& entry : row.value("recommendations", json::array()))
        history.recommend(kNow - entry["age"].get<SimTime>() * kSecond, entry["replicas"]);
    addEvents(history, row.value("scaleUpEvents", json::array()), 1);
    addEvents(history, row.value("scaleDownEvents", json::array()), -1);
    return history;
}

void addRows(const json& rows) {
    QTest::addColumn<QString>("text");
    for (const json& row : rows)
        QTest::newRow(row["name"].get<std::string>().c_str()) << QString::fromStdString(row.dump());
}

json fetchedRow() {
    QFETCH(QString, text);
    return json::parse(text.toStdString());
}

ScalingBehaviours atMostUp(model::ScalingPolicy policy) {
    ScalingBehaviours behaviour = byDefault();
    behaviour.up.policies = {policy};
    return behaviour;
}

}  // namespace

class TestHorizontalPodAutoscaler : public QObject {
    Q_OBJECT

private:
    json cases_;
    void addTable(const char* table) {
        if (cases_.is_null()) QSKIP("hpa_cases.json is not in HEADROOM_DATA");
        addRows(cases_[table]);
    }

private slots:
    void initTestCase() {
        if (auto cases = headroom::tests::publishedCases("hpa_cases.json")) cases_ = *cases;
    }

    // Rows of kubernetes, pkg/controller/podautoscaler/replica_calculator_test.go.
    void aMetricAsksForSoManyReplicas() {
        const ReplicaCalculator calculator;
        const auto replicas = [&](int current, const std::vector<PodSample>& pods, int target) {
            return calculator.byUtilisation(current, pods, target)->replicas;
        };
        const std::vector<PodSample> up{ready(600, 2000), ready(1000, 2000), ready(1400, 2000)};
        QCOMPARE(replicas(3, up, 30), 5);
        QCOMPARE(replicas(3, {unready(600, 2000), up[1], up[2]}, 30), 4);
        QCOMPARE(replicas(5,
                          {ready(200, 2000), ready(600, 2000), ready(1000, 2000), ready(500, 2000),
                           ready(500, 2000)},
                          50),
                 3);
        QCOMPARE(
            replicas(4, {ready(400, 1000), missing(1000), missing(1000), ready(95, 1000)}, 100), 3);
        QCOMPARE(
            replicas(4, {unready(200, 2000), ready(200, 2000), ready(200, 2000), missing(2000)},
                     50),
            3);
    }

    // ComputedToleranceAlg of the same file: 50 % of what ten pods requested.
    void aSmallDifferenceIsNotWorthAChange() {
        const ReplicaCalculator calculator;
        std::vector<PodSample> pods;
        for (const int request : {800, 400, 620, 580, 604, 596, 602, 598, 600, 600})
            pods.push_back(ready(300, request));
        QCOMPARE(calculator.byUtilisation(10, pods, 56)->replicas, 9);
        QCOMPARE(calculator.byUtilisation(10, pods, 55)->replicas, 10);
        QCOMPARE(calculator.byUtilisation(10, pods, 55)->observed, 50);
        QCOMPARE(calculator.byAverage(10, std::vector<PodSample>(10, ready(110, 0)), 100)->replicas,
                 10);
        QCOMPARE(calculator.byAverage(10, std::vector<PodSample>(10, ready(111, 0)), 100)->replicas,
                 12);
    }

    void withoutAnyMetricNothingIsProposed() {
        const ReplicaCalculator calculator;
        QVERIFY(!calculator.byUtilisation(2, {missing(1), missing(1)}, 50));
        QVERIFY(!calculator.byUtilisation(2, {unready(1, 1)}, 50));
        QVERIFY(!calculator.byAverage(2, {}, 50));
        QCOMPARE(calculator.byUtilisation(1, {unready(90, 100)}, 45, true)->replicas, 2);
    }

    // "behaviour" rows of horizontal_test.go: 100 pods, of which 15 came in the last two minutes.
    void policiesBoundTheRate() {
        ScalingHistory history;
        for (const auto& [change, age] : {std::pair{1, 100}, {5, 60}, {9, 20}})
            history.scaled(kNow - age * kSecond, 0, change);
        const auto limited = [&](model::ScalingPolicy policy) {
            return history.limited(kNow, 100, 500, 1, 1000, atMostUp(policy));
        };
        QCOMPARE(limited({Kind::instances, 150, secondsOf(120)}), 235);
        QCOMPARE(limited({Kind::share, 2, secondsOf(120)}), 255);
        QCOMPARE(limited({Kind::instances, 5, secondsOf(120)}), 100);  // more have come than may

        ScalingHistory removals;
        for (const auto& [change, age] : {std::pair{2, 100}, {4, 60}, {6, 20}})
            removals.scaled(kNow - age * kSecond, change, 0);
        ScalingBehaviours half = byDefault();
        half.down.policies = {{Kind::share, 0.5, secondsOf(120)}};
        QCOMPARE(removals.limited(kNow, 100, 0, 1, 1000, half), 56);
    }

    void policiesCanForbidADirection() {
        ScalingBehaviours behaviour = byDefault();
        behaviour.down.select = Select::disabled;
        const ScalingHistory history;
        QCOMPARE(history.limited(kNow, 10, 2, 1, 20, behaviour), 10);
        QCOMPARE(history.limited(kNow, 10, 12, 1, 20, behaviour), 12);
    }

    void scalesInOnlyAfterTheWindow() {
        HorizontalPodAutoscaler hpa({1, 10}, byDefault());
        QCOMPARE(hpa.reconcile(kNow, 2, {8}), 6);  // 4 pods in 15 s
        QCOMPARE(hpa.reconcile(kNow + 15 * kSecond, 6, {8}), 8);
        int current = 8;
        for (SimTime t = 30; t <= 315; t += 15) {
            current = hpa.reconcile(kNow + t * kSecond, current, {2});
            QCOMPARE(current, t < 315 ? 8 : 2);
        }
    }

    // computeReplicasForMetrics: the largest; one that fails forbids scaling in, not out.
    void severalMetricsTakeTheLargest() {
        using Proposals = HorizontalPodAutoscaler::Proposals;
        ScalingBehaviours atOnce = byDefault();
        atOnce.down.stabilisation = {};
        const auto decided = [&](const Proposals& proposals) {
            return HorizontalPodAutoscaler({1, 10}, atOnce).reconcile(kNow, 5, proposals);
        };
        QCOMPARE(decided({6, 8, 2}), 8);
        QCOMPARE(decided({2, 3}), 3);
        QCOMPARE(decided({2, std::nullopt}), 5);
        QCOMPARE(decided({7, std::nullopt}), 7);
        QCOMPARE(decided({std::nullopt}), 5);
    }

    void limitsHoldWithoutAMetric() {
        const ScalingBehaviours behaviour = byDefault();
        QCOMPARE(HorizontalPodAutoscaler({3, 5}, behaviour).reconcile(kNow, 0, {5}), 0);
        QCOMPARE(HorizontalPodAutoscaler({3, 5}, behaviour).reconcile(kNow, 10, {std::nullopt}), 5);
        QCOMPARE(HorizontalPodAutoscaler({3, 5}, behaviour).reconcile(kNow, 1, {std::nullopt}), 3);
    }

    void publishedReplicas_data() { addTable("replica_calculator"); }
    void publishedReplicas() {
        const json row = fetchedRow();
        const auto proposal = proposalOf(row);
        QCOMPARE(proposal.has_value(), !row["expected"].is_null());
        if (!proposal) return;
        QCOMPARE(proposal->replicas, row["expected"].get<int>());
        QCOMPARE(proposal->observed, row["expected_status"].get<std::int64_t>());
    }

    void publishedRateLimits_data() { addTable("rate_limit_with_behaviour"); }
    void publishedRateLimits() {
        const json row = fetchedRow();
        QCOMPARE(historyOf(row).limited(kNow, row["current"], row["desired"], row["min"],
                                        row["max"], behaviourOf(row)),
                 row["expected"].get<int>());
    }

    void publishedPolicyLimits_data() { addTable("policy_limits"); }
    void publishedPolicyLimits() {
        const json row = fetchedRow();
        const model::ScalingBehaviour rules = rulesOf(row["rules"], {});
        const ScalingHistory history;
        const int current = row["current"];
        QCOMPARE(row["dir"] == "up" ? history.upLimit(kNow, current, rules)
                                    : history.downLimit(kNow, current, rules),
                 row["expected"].get<int>());
    }

    void publishedStabilisation_data() { addTable("stabilisation_with_behaviour"); }
    void publishedStabilisation() {
        const json row = fetchedRow();
        ScalingBehaviours behaviour;
        behaviour.up.stabilisation = secondsOf(row["scaleUpWindow"]);
        behaviour.down.stabilisation = secondsOf(row["scaleDownWindow"]);
        QCOMPARE(historyOf(row).stabilised(kNow, row["current"], row["desired"], behaviour),
                 row["expected"].get<int>());
    }

    // Without `behavior` there is one window, downwards: what it gives where the current replicas
    // are not fewer than any recommendation.
    void publishedStabilisationDownwards_data() { addTable("stabilisation_legacy"); }
    void publishedStabilisationDownwards() {
        const json row = fetchedRow();
        ScalingBehaviours behaviour;
        behaviour.down.stabilisation = secondsOf(row["window"]);
        QCOMPARE(historyOf(row).stabilised(kNow, 100, row["desired"], behaviour),
                 row["expected"].get<int>());
    }

    void publishedReconciliations_data() { addTable("reconcile"); }
    void publishedReconciliations() {
        const json row = fetchedRow();
        HorizontalPodAutoscaler hpa({row["min"], row["max"]}, behaviourOf(row));
        const int current = row["current"];
        for (const json& entry : row.value("recommendations", json::array()))
            hpa.reconcile(kNow - entry["age"].get<SimTime>() * kSecond, entry["replicas"],
                          {entry["replicas"].get<int>()});
        HorizontalPodAutoscaler::Proposals proposals{current};
        if (row.contains("levels")) {
            std::vector<PodSample> pods;
            for (std::size_t i = 0; i < row["levels"].size(); ++i)
                pods.push_back(ready(row["levels"][i], row["requests"][i]));
            proposals[0] =
                ReplicaCalculator().byUtilisation(current, pods, row["cpuTarget"])->replicas;
        }
        QCOMPARE(hpa.reconcile(kNow, current, proposals), row["expected"].get<int>());
    }
};

QTEST_GUILESS_MAIN(TestHorizontalPodAutoscaler)
#include "tst_horizontal_pod_autoscaler.moc"
