// SPDX-License-Identifier: GPL-3.0-or-later
#include "measured.h"
#include "sim/judge/claims.h"
#include "sim/judge/expression_value.h"
#include "sim/judge/uncertain.h"

#include <QtTest>

#include <cmath>

using namespace headroom;
using namespace headroom::sim;
using namespace headroom::test;
using model::Expression;
using model::Metric;

namespace {

Expression number(double value) {
    Expression expression;
    expression.number = value;
    return expression;
}

Expression metric(Metric of, const std::string& variant = "") {
    Expression expression;
    expression.kind = Expression::Kind::metric;
    expression.metric = metricRef("workload", of);
    expression.metric.variant = variant;
    return expression;
}

Expression combined(Expression::Kind kind, const Expression& a, const Expression& b) {
    Expression expression;
    expression.kind = kind;
    expression.operands = {a, b};
    return expression;
}

model::Claim claimOf(std::optional<Expression> of, std::optional<double> above,
                     std::optional<double> below) {
    model::Claim claim;
    claim.says = "as documented";
    claim.source = "page 1";
    claim.of = std::move(of);
    claim.above = above;
    claim.below = below;
    return claim;
}

RunResult result() {
    RunResult r;
    r.workload.figures.at(Metric::responseTime) = {4, 0.5};
    r.workload.figures.at(Metric::throughput) = {100, 10};
    return r;
}

ClaimVerdict judged(const model::Claim& claim, const std::string& variant = "",
                    double users = 30e3) {
    model::Scenario scenario = scenarioOf(users);
    scenario.variant = variant;
    scenario.claims.push_back(claim);
    return judgeClaims(scenario, result()).front();
}

bool close(const std::optional<double>& a, double b) {
    return a && std::abs(*a - b) < 1e-9 * std::abs(b);
}

bool mentions(const ClaimVerdict& verdict, const char* words) {
    return verdict.why.find(words) != std::string::npos;
}

}  // namespace

class ClaimsTest : public QObject {
    Q_OBJECT

private slots:
    void boundsAreIncluded() {
        const Expression response = metric(Metric::responseTime);
        QCOMPARE(judged(claimOf(response, 3, 10)).holds, std::optional(true));
        QCOMPARE(judged(claimOf(response, 4, 4)).holds, std::optional(true));
        QCOMPARE(judged(claimOf(response, 5, std::nullopt)).holds, std::optional(false));
        QCOMPARE(judged(claimOf(response, std::nullopt, 3)).holds, std::optional(false));
    }

    void aVerdictCarriesItsClaimAndFigure() {
        const ClaimVerdict verdict = judged(claimOf(metric(Metric::responseTime), 3, 10));
        QCOMPARE(verdict.says, std::string("as documented"));
        QCOMPARE(verdict.source, std::string("page 1"));
        QCOMPARE(verdict.value, (Estimate{4, 0.5}));
        QCOMPARE(verdict.unit, std::optional(model::Unit::seconds));
        QVERIFY(mentions(verdict, "between"));
        QVERIFY(!mentions(verdict, "too close to call"));
        // Arithmetic on the document's own figures is exact.
        QVERIFY(!mentions(judged(claimOf(number(5), 5, std::nullopt)), "too close to call"));
    }

    void aBoundWithinTheIntervalIsTooCloseToCall() {
        QVERIFY(
            mentions(judged(claimOf(metric(Metric::responseTime), 3.6, 10)), "too close to call"));
    }

    void expressionsPropagateTheirIntervals() {
        using Kind = Expression::Kind;
        const Expression response = metric(Metric::responseTime), rate = metric(Metric::throughput);
        const auto value = [](const Expression& e) { return judged(claimOf(e, 0, 1e9)).value; };
        // Relative half-widths of 12.5 % and 10 % of independent factors add in quadrature.
        const double relative = std::hypot(0.125, 0.1);
        const Estimate product = value(combined(Kind::multiply, response, rate));
        QVERIFY(close(product.value, 400) && close(product.halfWidth, 400 * relative));
        const Estimate quotient = value(combined(Kind::divide, rate, response));
        QVERIFY(close(quotient.value, 25) && close(quotient.halfWidth, 25 * relative));
        const Estimate sum = value(combined(Kind::add, response, rate));
        QVERIFY(close(sum.value, 104) && close(sum.halfWidth, std::hypot(0.5, 10)));
        const Estimate difference = value(combined(Kind::subtract, rate, number(1)));
        QVERIFY(close(difference.value, 99) && close(difference.halfWidth, 10));
    }

    void anUnknownFigureCannotBeJudged() {
        const ClaimVerdict verdict = judged(claimOf(metric(Metric::hitRatio), 0.3, std::nullopt));
        QVERIFY(!verdict.holds);
        QVERIFY(mentions(verdict, "no such figure"));
        const Expression toZero = combined(Expression::Kind::divide, number(1), number(0));
        QVERIFY(!judged(claimOf(toZero, 0, 1)).holds);
        QVERIFY(!(Estimate{1, std::nullopt} + Estimate{2, 1}).halfWidth);
    }

    void claimsAboutOtherRunsAreLeftToThem_data() {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("why");
        QTest::newRow("in another variant") << "in"
                                            << "variant `target`";
        QTest::newRow("metric of another variant") << "metric"
                                                   << "variant `target`";
        QTest::newRow("other users") << "users"
                                     << "users";
        QTest::newRow("capacity") << "capacity"
                                  << "capacity";
        QTest::newRow("nothing to measure") << "no of"
                                            << "nothing that can be measured";
        QTest::newRow("no bound") << "no bound"
                                  << "no bound";
    }

    void claimsAboutOtherRunsAreLeftToThem() {
        QFETCH(QString, kind);
        QFETCH(QString, why);
        model::Claim claim = claimOf(metric(Metric::responseTime), 3, 10);
        if (kind == "in") claim.variant = "target";
        if (kind == "metric")
            claim.of = combined(Expression::Kind::divide, *claim.of,
                                metric(Metric::responseTime, "target"));
        if (kind == "users") claim.users = 400e3;
        if (kind == "capacity") claim.of->kind = Expression::Kind::capacity;
        if (kind == "no of") claim.of.reset();
        if (kind == "no bound") claim.above = claim.below = std::nullopt;
        const ClaimVerdict verdict = judged(claim, "today");
        QVERIFY(!verdict.holds);
        QVERIFY(!verdict.value.value);
        QVERIFY2(mentions(verdict, qPrintable(why)), verdict.why.c_str());
    }

    void arithmeticOfTheDocumentIsShown() {
        using Kind = Expression::Kind;
        const Expression ratio = combined(Kind::divide, number(400), number(30));
        const ClaimVerdict right = judged(claimOf(ratio, 13, std::nullopt));
        QCOMPARE(right.holds, std::optional(true));
        QVERIFY(!right.cannotHold);
        QVERIFY2(mentions(right, "400 / 30 = 13.3"), right.why.c_str());
        const ClaimVerdict wrong =
            judged(claimOf(combined(Kind::divide, number(80), number(30)), 3, std::nullopt));
        QCOMPARE(wrong.holds, std::optional(false));
        QVERIFY(wrong.cannotHold);
        QVERIFY2(mentions(wrong, "at least 3; 80 / 30 = 2.67"), wrong.why.c_str());
        // What is simulated could have come out otherwise.
        QVERIFY(!judged(claimOf(metric(Metric::responseTime), 5, std::nullopt)).cannotHold);
    }

    void workingsHaveTheParenthesesTheyNeed() {
        using Kind = Expression::Kind;
        const auto a = number(1), b = number(2), c = number(3);
        const auto text = [](const Expression& e) { return workingOf(e, {}); };
        QCOMPARE(text(combined(Kind::multiply, combined(Kind::add, a, b), c)), "(1 + 2) x 3");
        QCOMPARE(text(combined(Kind::add, combined(Kind::multiply, a, b), c)), "1 x 2 + 3");
        QCOMPARE(text(combined(Kind::divide, a, combined(Kind::multiply, b, c))), "1 / (2 x 3)");
        QCOMPARE(text(combined(Kind::subtract, a, combined(Kind::subtract, b, c))), "1 - (2 - 3)");
        QCOMPARE(text(combined(Kind::subtract, combined(Kind::subtract, a, b), c)), "1 - 2 - 3");
    }

    void claimsNameTheRunsTheyNeed() {
        using Kind = Expression::Kind;
        model::Claim ratio = claimOf(combined(Kind::divide, metric(Metric::responseTime, "today"),
                                              metric(Metric::responseTime, "target")),
                                     5, std::nullopt);
        model::Claim loaded = claimOf(metric(Metric::errorRatio), 0, 1);
        loaded.variant = "target";
        loaded.users = 400e3;
        model::Claim capacity = claimOf(metric(Metric::errorRatio, "target"), 0, 1);
        capacity.of->kind = Kind::capacity;
        const model::Claim plain = claimOf(metric(Metric::throughput), 0, 1);
        const std::vector<ClaimPoint> expected{
            {"today", {}}, {"target", {}}, {"target", 400e3}, {"", {}}};
        QVERIFY(pointsOf({ratio, loaded, capacity, loaded, claimOf(number(1), 1, 2), plain,
                          claimOf(std::nullopt, {}, {})}) == expected);
    }

    void aClaimIsJudgedByAllTheRunsItNeeds() {
        struct TwoRuns : Evidence {
            RunResult today = result(), target = result();
            TwoRuns() { target.workload.figures.at(Metric::responseTime) = {0.5, 0.05}; }
            Run runAt(const ClaimPoint& point) const override {
                if (point.variant == "today") return {&today, ""};
                if (point.variant == "target") return {&target, ""};
                return {nullptr, "there is no such run"};
            }
            Limit capacityOf(const std::string&) const override { return {{4e5, 1e3}, ""}; }
        };
        using Kind = Expression::Kind;
        const TwoRuns runs;
        const Expression ratio = combined(Kind::divide, metric(Metric::responseTime, "today"),
                                          metric(Metric::responseTime, "target"));
        const ClaimVerdict faster = judgeClaim(claimOf(ratio, 5, std::nullopt), runs);
        QCOMPARE(faster.value.value, std::optional(8.0));
        QCOMPARE(faster.holds, std::optional(true));
        QVERIFY2(mentions(faster, "4 s / 500 ms = 8"), faster.why.c_str());
        const Expression elsewhere = metric(Metric::responseTime, "tomorrow");
        const ClaimVerdict none = judgeClaim(claimOf(elsewhere, 5, std::nullopt), runs);
        QVERIFY(!none.holds);
        QVERIFY(mentions(none, "no such run"));
        Expression capacity = metric(Metric::responseTime, "target");
        capacity.kind = Kind::capacity;
        const ClaimVerdict limit = judgeClaim(claimOf(capacity, 3.9e5, std::nullopt), runs);
        QCOMPARE(limit.holds, std::optional(true));
    }

    void claimsAboutThisRunAreJudged() {
        model::Claim claim = claimOf(metric(Metric::responseTime, "today"), 3, 10);
        claim.variant = "today";
        claim.users = 30e3;
        QCOMPARE(judged(claim, "today", 30e3).holds, std::optional(true));
    }

    void usersAreThoseOfAllProfiles() {
        model::Scenario scenario = scenarioOf(20e3);
        scenario.workload.profiles.emplace_back().users = model::Schedule::constant(10e3);
        scenario.claims = {claimOf(metric(Metric::responseTime), 3, 10)};
        scenario.claims[0].users = 30e3;
        QCOMPARE(judgeClaims(scenario, result())[0].holds, std::optional(true));
        scenario.workload.users->points.push_back({std::chrono::minutes(1), 5});
        const ClaimVerdict varying = judgeClaims(scenario, result())[0];
        QVERIFY(!varying.holds);
        QVERIFY(mentions(varying, "no constant number of users"));
    }
};

QTEST_GUILESS_MAIN(ClaimsTest)
#include "tst_claims.moc"
