// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/control/token_bucket.h"
#include "tests/control/published_cases.h"

#include <QTest>

#include <vector>

using namespace headroom::sim;
using namespace headroom;
using nlohmann::json;

namespace {

constexpr SimTime kMillisecond = 1'000'000;
constexpr SimTime kSecond = 1'000'000'000;

/// Firestore's 500/50/5.
model::Limit ramp() {
    model::Limit limit;
    limit.rate = {500};
    limit.burst = 500;
    limit.grows = model::Limit::Growth{0.5, std::chrono::minutes(5)};
    return limit;
}

model::Limit plain(double rate, double burst) {
    model::Limit limit;
    limit.rate = {rate};
    limit.burst = burst;
    return limit;
}

/// Milliseconds until so many tokens, rounded up; −1: never.
SimTime delay(TokenBucket& bucket, const TokenRule& rule, SimTime now, double tokens) {
    const SimTime at = bucket.availableAt(rule, now, tokens);
    return at == kNever ? -1 : (at - now + kMillisecond - 1) / kMillisecond;
}

}  // namespace

class TestTokenBucket : public QObject {
    Q_OBJECT

private:
    json cases_;

private slots:
    void initTestCase() {
        if (auto cases = tests::publishedCases("firestore_ramp.json")) cases_ = *cases;
    }

    // googleapis/nodejs-firestore, dev/test/rate-limiter.ts.
    void growsByHalfEveryFiveMinutes() {
        const TokenRule rule(ramp());
        const std::vector<std::pair<SimTime, double>> rows{
            {0, 500}, {299, 500}, {300, 750}, {600, 1125}, {900, 1687}, {5400, 738945}};
        for (const auto& [t, rate] : rows) {
            QCOMPARE(rule.rate(t * kSecond), rate);
            QCOMPARE(rule.capacity(t * kSecond), rate);
        }
        auto bounded = ramp();
        bounded.upTo = model::Rate{10'000};
        QCOMPARE(TokenRule(bounded).rate(5400 * kSecond), 10'000.0);
    }

    void takesAndRefills() {
        const TokenRule rule(ramp());
        TokenBucket bucket(rule, 0);
        struct Row {
            SimTime ms;
            double tokens;
            bool ok;
        };
        for (const Row& row : std::vector<Row>{{0, 250, true},
                                               {0, 250, true},
                                               {0, 1, false},
                                               {1000, 501, false},
                                               {1000, 500, true},
                                               {1499, 250, false},
                                               {1500, 249, true},
                                               {299'000, 751, false},
                                               {300'000, 751, false},
                                               {300'000, 750, true},
                                               {303'000, 751, false}})
            QCOMPARE(bucket.take(rule, row.ms * kMillisecond, row.tokens), row.ok);
    }

    void saysWhenThereWillBeEnough() {
        const TokenRule rule(ramp());
        TokenBucket bucket(rule, 0);
        QCOMPARE(delay(bucket, rule, 0, 500), 0);
        QVERIFY(bucket.take(rule, 0, 250));
        QCOMPARE(delay(bucket, rule, 0, 500), 500);
        QVERIFY(bucket.take(rule, kSecond, 500));
        QCOMPARE(delay(bucket, rule, kSecond, 100), 200);
        QCOMPARE(delay(bucket, rule, kSecond, 250), 500);
        QCOMPARE(delay(bucket, rule, kSecond, 501), -1);
        QVERIFY(bucket.take(rule, 300 * kSecond, 750));
        QCOMPARE(delay(bucket, rule, 300 * kSecond, 250), 334);
        QCOMPARE(delay(bucket, rule, 300 * kSecond, 751), -1);
    }

    // Whoever comes exactly when it was said gets through, a million times.
    void keepsItsWord() {
        for (const double rate : {0.7, 3.0, 1.0 / 60, 999.0, 1e6}) {
            const TokenRule rule(plain(rate, 1));
            TokenBucket bucket(rule, 0);
            SimTime now = 0;
            for (int i = 0; i < 100'000; ++i) {
                QVERIFY(bucket.take(rule, now));
                const SimTime next = bucket.availableAt(rule, now);
                if (rate < 1e6) QVERIFY(!bucket.take(rule, next - next / 1000 + now / 1000 - 1));
                now = bucket.availableAt(rule, now + (next - now) / 2);
            }
            QVERIFY(std::abs(seconds(now) * rate / 100'000 - 1) < 1e-4);
        }
    }

    void letsABurstThroughAndThenItsRate() {
        const TokenRule rule(plain(10, 50));
        TokenBucket bucket(rule, 0);
        int passed = 0;
        for (int ms = 0; ms < 10'000; ++ms) passed += bucket.take(rule, ms * kMillisecond);
        QCOMPARE(passed, 50 + 99);
    }

    void published() {
        if (cases_.is_null()) QSKIP("firestore_ramp.json is not in HEADROOM_DATA");
        for (const json& row : cases_["capacity"]) {
            auto limit = ramp();
            if (row.contains("max")) limit.upTo = model::Rate{row["max"].get<double>()};
            QCOMPARE(TokenRule(limit).rate(row["t_s"].get<SimTime>() * kSecond),
                     row["ops"].get<double>());
        }
        const TokenRule rule(ramp());
        TokenBucket bucket(rule, 0);
        for (const json& row : cases_["token_bucket"])
            QCOMPARE(bucket.take(rule, row["t_ms"].get<SimTime>() * kMillisecond, row["n"]),
                     row["ok"].get<bool>());
    }
};

QTEST_GUILESS_MAIN(TestTokenBucket)
#include "tst_token_bucket.moc"
