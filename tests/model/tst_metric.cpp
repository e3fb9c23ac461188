// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/metric.h"

#include <QtTest>

#include <cmath>
#include <limits>

using namespace headroom::model;

namespace {

QString q(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QString fault(const TextError& error) {
    const QString text = "found " + q(error.found) + ", expected " + q(error.expected);
    return error.suggestion.empty() ? text : text + " (" + q(error.suggestion) + "?)";
}

/// With all parentheses: `(a @ v / 2)`.
std::string printed(const Expression& e) {
    using Kind = Expression::Kind;
    switch (e.kind) {
        case Kind::number: return QString::number(e.number, 'g', 12).toStdString();
        case Kind::metric: return toText(e.metric);
        case Kind::capacity:
            return "capacity" + (e.metric.variant.empty() ? "" : " @ " + e.metric.variant);
        case Kind::add: return "(" + printed(e.operands[0]) + " + " + printed(e.operands[1]) + ")";
        case Kind::subtract:
            return "(" + printed(e.operands[0]) + " - " + printed(e.operands[1]) + ")";
        case Kind::multiply:
            return "(" + printed(e.operands[0]) + " x " + printed(e.operands[1]) + ")";
        case Kind::divide:
            return "(" + printed(e.operands[0]) + " / " + printed(e.operands[1]) + ")";
    }
    return {};
}

QString outcome(const Parsed<MetricRef>& parsed) {
    return parsed ? "= " + q(toText(*parsed)) : fault(parsed.error());
}
QString outcome(const Parsed<Expression>& parsed) {
    return parsed ? "= " + q(printed(*parsed)) : fault(parsed.error());
}
QString outcome(const Parsed<Objective>& parsed) {
    if (!parsed) return fault(parsed.error());
    return "= " + q(toText(parsed->metric)) + (parsed->below ? " below " : " above ") +
           q(toText(parsed->threshold));
}

using Rows = std::initializer_list<std::pair<const char*, const char*>>;
void addRows(Rows rows) {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    for (const auto& [text, expected] : rows)
        QTest::newRow(*text ? text : "(empty)") << QString(text) << QString(expected);
}

template <typename Parse>
void compareRow(Parse parse) {
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(outcome(parse(text.toStdString())), expected);
}

}  // namespace

class MetricTest : public QObject {
    Q_OBJECT
private slots:
    void namesAreThoseOfTheFormat() {
        const std::vector<std::string_view> names = {
            "response_time", "own_time",      "wait",        "cpu_wait",     "delivery_time",
            "first_paint",   "largest_paint", "throughput",  "arrival_rate", "error_ratio",
            "availability",  "utilisation",   "occupancy",   "queue_length", "in_system",
            "hit_ratio",     "instances",     "cold_starts", "memory",       "connections",
            "cost",          "lag",           "egress",      "stale_ratio",  "late_frames",
            "frame_rate"};
        QVERIFY(metricNames() == names);
        for (std::size_t i = 0; i < names.size(); ++i) {
            const auto metric = static_cast<Metric>(i);
            QCOMPARE(q(metricName(metric)), q(names[i]));
            QVERIFY(metricFromName(names[i]) == metric);
        }
        QVERIFY(!metricFromName("delay"));
        QVERIFY(!metricFromName(""));
    }

    void statisticsHaveNames() {
        for (int i = 0; i < kStatisticCount; ++i) {
            const auto statistic = static_cast<Statistic>(i);
            QVERIFY(statisticFromName(statisticName(statistic)) == statistic);
        }
        QVERIFY(!statisticFromName("p96"));
    }

    void onlyTimesHaveQuantiles() {
        for (int i = 0; i < kMetricCount; ++i) {
            const auto metric = static_cast<Metric>(i);
            QCOMPARE(isTime(metric), unitOf(metric) == Unit::seconds && metric != Metric::lag);
        }
    }

    void unitsFollowTheMeaning() {
        QVERIFY(unitOf(Metric::throughput) == Unit::perSecond);
        QVERIFY(unitOf(Metric::arrivalRate) == Unit::perSecond);
        for (const Metric m : {Metric::errorRatio, Metric::availability, Metric::utilisation,
                               Metric::occupancy, Metric::hitRatio}) {
            QVERIFY(unitOf(m) == Unit::share);
        }
        for (const Metric m : {Metric::queueLength, Metric::inSystem, Metric::instances,
                               Metric::coldStarts, Metric::connections}) {
            QVERIFY(unitOf(m) == Unit::count);
        }
        QVERIFY(unitOf(Metric::memory) == Unit::bytes);
        QVERIFY(unitOf(Metric::cost) == Unit::usd);
    }

    void conditionsHaveThresholds() {
        const auto slow = parseCondition("p95(api.response_time) > 200 ms");
        QVERIFY(slow);
        QVERIFY(slow->left.kind == Expression::Kind::metric);
        QVERIFY(!slow->below);
        QCOMPARE(slow->threshold, 0.2);
        QVERIFY(slow->unit == Unit::seconds);
        const auto memory = parseCondition("api.memory / 512 MB > 80 %");
        QVERIFY(memory);
        QCOMPARE(memory->threshold, 0.8);
        QVERIFY(parseCondition("cache.hit_ratio < 0.7")->below);
        QCOMPARE(parseCondition("api.cold_starts > 10")->threshold, 10.0);
        QVERIFY(!parseCondition("api.cold_starts > 10")->unit);
    }

    void conditionsAreOfTheRunItself_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("found");
        QTest::newRow("no sign") << "p95(api.wait)"
                                 << "`p95(api.wait)`";
        QTest::newRow("another unit") << "api.wait > 5/s"
                                      << "`5/s`";
        QTest::newRow("no unit") << "api.wait > 5"
                                 << "`5`";
        QTest::newRow("no metric") << "2 s > 1 s"
                                   << "`2 s > 1 s`";
        QTest::newRow("capacity") << "capacity > 30 k"
                                  << "`capacity`";
        QTest::newRow("a variant") << "api.wait @ today > 1 s"
                                   << "`@ today`";
        QTest::newRow("nothing behind") << "api.wait >"
                                        << "nothing";
    }

    void conditionsAreOfTheRunItself() {
        QFETCH(QString, text);
        QFETCH(QString, found);
        const auto condition = parseCondition(text.toStdString());
        QVERIFY(!condition);
        QCOMPARE(QString::fromStdString(condition.error().found), found);
    }

    void arithmeticReadsPaths() {
        const PathResolver resolve = [](std::string_view path) -> Parsed<Expression> {
            if (path != "hpa.instances.max" && path != "api.steps[1].call.times")
                return TextError{std::string(path), "a path", {}};
            Expression number;
            number.number = 50;
            return number;
        };
        const auto bound = parseArithmetic("hpa.instances.max x 1000/min", resolve);
        QVERIFY(bound);
        QVERIFY(unitOf(*bound) == Unit::perSecond);
        QCOMPARE(bound->operands[0].path, std::string("hpa.instances.max"));
        QCOMPARE(bound->operands[0].number, 50.0);
        QVERIFY(parseArithmetic("2 x (api.steps[1].call.times + 1)", resolve));
        const auto unknown = parseArithmetic("2 x hpa.instances.maximum", resolve);
        QVERIFY(!unknown);
        QCOMPARE(unknown.error().found, std::string("hpa.instances.maximum"));
    }

    void sumsAreOfOneKind() {
        QVERIFY(parseExpression("api.wait x api.wait + api.wait x 2 s"));
        QVERIFY(!parseExpression("api.wait x api.wait + api.wait"));
        QVERIFY(!parseExpression("api.wait + workload.error_ratio"));
        QVERIFY(parseExpression("1 - workload.error_ratio"));
    }

    void metrics_data() {
        addRows({
            {"p95(phone.response_time)", "= p95(phone.response_time)"},
            {"p95(api.feed.response_time)", "= p95(api.feed.response_time)"},
            {" p999 ( api.wait ) ", "= p999(api.wait)"},
            {"api.response_time", "= mean(api.response_time)"},
            {"mean(api.utilisation)", "= api.utilisation"},
            {"workload.availability", "= workload.availability"},
            {"eu-api.get-feed.throughput", "= eu-api.get-feed.throughput"},
            {"p95.response_time", "= mean(p95.response_time)"},
            {"max(api.cpu_wait) @ today", "= max(api.cpu_wait) @ today"},
            {"api.cost @ v2-final", "= api.cost @ v2-final"},
            {"",
             "found nothing, expected a target and its metric, such as `workload.response_time` or "
             "`api.feed.wait`"},
            {"response_time",
             "found `response_time`, expected a target and its metric, such as "
             "`workload.response_time` or `api.feed.wait` (workload.response_time?)"},
            {"api",
             "found `api`, expected a target and its metric, such as `workload.response_time` or "
             "`api.feed.wait`"},
            {"api.",
             "found `api.`, expected a target and its metric, such as `workload.response_time` or "
             "`api.feed.wait`"},
            {"a.b.c.wait",
             "found `a.b.c.wait`, expected a target and its metric, such as "
             "`workload.response_time` or "
             "`api.feed.wait`"},
            {"p95()",
             "found `)`, expected a target and its metric, such as `workload.response_time` or "
             "`api.feed.wait`"},
            {"api.respons_time",
             "found `respons_time`, expected a metric such as `response_time`, `throughput` or "
             "`error_ratio` (response_time?)"},
            {"api.delay",
             "found `delay`, expected a metric such as `response_time`, `throughput` or "
             "`error_ratio`"},
            {"p96(api.wait)",
             "found `p96`, expected `mean`, `p50`, `p90`, `p95`, `p99`, `p999` or `max` (p90?)"},
            {"median(api.wait)",
             "found `median`, expected `mean`, `p50`, `p90`, `p95`, `p99`, `p999` or `max` (p50?)"},
            {"avg(api.wait)",
             "found `avg`, expected `mean`, `p50`, `p90`, `p95`, `p99`, `p999` or `max` (mean?)"},
            {"p95(api.utilisation)",
             "found `p95` of `utilisation`, expected a time inside it, such as "
             "`response_time`; other metrics are one number"},
            {"p95(api.wait", "found nothing, expected `)` behind the metric"},
            {"p95(api.wait 3", "found `3`, expected `)` behind the metric"},
            {"api.wait now", "found `now`, expected nothing behind the metric"},
            {"api.wait @", "found nothing, expected the name of a variant behind `@`"},
            {"api.wait @ +", "found `+`, expected the name of a variant behind `@`"},
        });
    }
    void metrics() { compareRow(parseMetricRef); }

    void printedMetricsReadBackEqual() {
        for (int m = 0; m < kMetricCount; ++m) {
            for (int s = 0; s < kStatisticCount; ++s) {
                MetricRef ref{"api", s % 2 ? "feed" : "", static_cast<Metric>(m),
                              static_cast<Statistic>(s), m % 3 ? "" : "today"};
                if (!isTime(ref.metric)) ref.statistic = Statistic::mean;
                QVERIFY2(*parseMetricRef(toText(ref)) == ref, toText(ref).c_str());
            }
        }
    }

    void objectives_data() {
        addRows({
            {"p95(phone.response_time) < 2 s", "= p95(phone.response_time) below 2 s"},
            {"p95(phone.response_time)<2s", "= p95(phone.response_time) below 2 s"},
            {"workload.availability > 99.9 %", "= workload.availability above 99.9 %"},
            {"workload.error_ratio < 0.001", "= workload.error_ratio below 0.1 %"},
            {"api.queue_length < 1 k", "= api.queue_length below 1 k"},
            {"api.throughput > 500/s", "= api.throughput above 500/s"},
            {"workload.cost < 500 USD", "= workload.cost below 500 USD"},
            {"api.memory < 512 MiB", "= api.memory below 512 MiB"},
            {"p95(api.wait)",
             "found `p95(api.wait)`, expected `<` or `>` and a threshold, as in "
             "`p95(api.response_time) < 2 s`"},
            {"",
             "found nothing, expected `<` or `>` and a threshold, as in `p95(api.response_time) < "
             "2 s`"},
            {"p95(api.wait) <= 2 s", "found `<=`, expected `<` or `>` (<?)"},
            {"api.availability >= 99 %", "found `>=`, expected `<` or `>` (>?)"},
            {"p95(api.wait) <", "found nothing, expected a duration such as `20 ms`"},
            {"p95(api.wait) < 2", "found `2`, expected a duration such as `20 ms`"},
            {"p95(api.wait) < 80 %", "found `80 %`, expected a duration such as `20 ms`"},
            {"p95(api.wait) < 2 sec", "found `2 sec`, expected a duration such as `20 ms` (2 s?)"},
            {"p95(api.wait) < 2 s < 3 s", "found `2 s < 3 s`, expected a duration such as `20 ms`"},
            {"api.error_ratio < 2 s", "found `2 s`, expected a share such as `80 %` or `0.8`"},
            {"api.availability > 99.9",
             "found `99.9`, expected a share of at most `100 %` (99.9 %?)"},
            {"api.throughput > 500", "found `500`, expected a rate such as `1000/s`"},
            {"api.instances < 5 s", "found `5 s`, expected a count such as `400 k`"},
            {"api.memory < 5", "found `5`, expected a size such as `50 KB`"},
            {"workload.cost < 5", "found `5`, expected an amount such as `0.40 USD`"},
            {"api.wait @ today < 5 s",
             "found `@ today`, expected an objective of the variant that is run, without "
             "`@`"},
            {"api.wiat < 5 s",
             "found `wiat`, expected a metric such as `response_time`, `throughput` or "
             "`error_ratio` (wait?)"},
        });
    }
    void objectives() { compareRow(parseObjective); }

    void anObjectiveKeepsItsText() {
        const auto objective = parseObjective("  workload.error_ratio   < 0.1 % ");
        QCOMPARE(objective->text, std::string("workload.error_ratio   < 0.1 %"));
        QVERIFY(std::holds_alternative<Share>(objective->threshold));
    }

    void expressions_data() {
        addRows({
            {"mean(phone.response_time)", "= mean(phone.response_time)"},
            {"capacity @ target / capacity @ today", "= (capacity @ target / capacity @ today)"},
            {"capacity", "= capacity"},
            {"capacity.wait", "= mean(capacity.wait)"},
            {"api.wait @ today / api.wait @ target",
             "= (mean(api.wait) @ today / mean(api.wait) @ target)"},
            {"400 / 30", "= (400 / 30)"},
            {"400/30", "= (400 / 30)"},
            {"400 k / 30 k", "= (400000 / 30000)"},
            {"1 + 2 x 3", "= (1 + (2 x 3))"},
            {"1 - 2 - 3", "= ((1 - 2) - 3)"},
            {"8 / 4 / 2", "= ((8 / 4) / 2)"},
            {"(1 + 2) x 3", "= ((1 + 2) x 3)"},
            {"2x3", "= (2 x 3)"},
            {"2 × 3 * 4 − 5", "= (((2 x 3) x 4) - 5)"},
            {"((7))", "= 7"},
            {"80 % x capacity", "= (0.8 x capacity)"},
            {"10 s / 500 ms", "= (10 / 0.5)"},
            {"10 s/2", "= (10 / 2)"},
            {"1000/s / 20/min", "= (1000 / 0.333333333333)"},
            {"1000 /s", "= 1000"},
            {"1000/api.throughput", "= (1000 / api.throughput)"},
            {"1000/s.throughput", "= (1000 / s.throughput)"},
            {"1000/p95(s.wait)", "= (1000 / p95(s.wait))"},
            {"1000/capacity @ v", "= (1000 / capacity @ v)"},
            {"8 Mbit/s / 1 MB/s", "= (1000000 / 1000000)"},
            {"1 - workload.error_ratio", "= (1 - workload.error_ratio)"},
            {"a.throughput - b.throughput", "= (a.throughput - b.throughput)"},
            {"a-b.throughput", "= a-b.throughput"},
            {"x.wait x 2", "= (mean(x.wait) x 2)"},
            {"", "found nothing, expected a metric, a number or `(`"},
            {"1 +", "found nothing, expected a metric, a number or `(`"},
            {"-1", "found `-1`, expected a metric, a number or `(`"},
            {"1 x x 2",
             "found `x`, expected a target and its metric, such as `workload.response_time` or "
             "`api.feed.wait`"},
            {"(1 + 2", "found nothing, expected `)`"},
            {"1 + 2)", "found `)`, expected `+`, `-`, `x`, `/` or the end"},
            {"1 2", "found `2`, expected `+`, `-`, `x`, `/` or the end"},
            {"api.wait 2", "found `2`, expected `+`, `-`, `x`, `/` or the end"},
            {"10 sec / 2",
             "found `10 sec`, expected a number with a unit, such as `20 ms`, `80 %` or `1000/s` "
             "(10 s?)"},
            {"10 k/s",
             "found `10 k/s`, expected a number with a unit, such as `20 ms`, `80 %` or `1000/s`"},
            {"capacity @", "found nothing, expected the name of a variant behind `@`"},
            {"capacity(3)",
             "found `capacity`, expected `mean`, `p50`, `p90`, `p95`, `p99`, `p999` or `max`"},
            {"api.wait + api.utilisation",
             "found a sum of unlike kinds, expected two times, two shares, two counts …"},
            {"api.wait - 5 %",
             "found a difference of unlike kinds, expected two times, two shares, two counts …"},
            {"p95(api.wait) x api.wiat",
             "found `wiat`, expected a metric such as `response_time`, `throughput` or "
             "`error_ratio` (wait?)"},
        });
    }
    void expressions() { compareRow(parseExpression); }

    void expressionsHaveLimits() {
        const auto nested = [](std::size_t depth) {
            return std::string(depth, '(') + "1" + std::string(depth, ')');
        };
        QVERIFY(bool(parseExpression(nested(32))));
        QCOMPARE(outcome(parseExpression(nested(33))),
                 "found parentheses inside parentheses, expected at most 32 inside each other");
        QVERIFY(!parseExpression(nested(100'000)));
        std::string sum = "1";
        for (int i = 0; i < 256; ++i) sum += " + 1";
        QVERIFY(bool(parseExpression(sum)));
        QCOMPARE(outcome(parseExpression(sum + " + 1")),
                 "found a long expression, expected at most 256 operations");
    }

    void parenthesesBesideEachOtherDoNotCountAsDepth() {
        std::string sum = "(1)";
        for (int i = 0; i < 100; ++i) sum += " + (1)";
        QVERIFY(bool(parseExpression(sum)));
    }

    void valuesHaveUnits_data() {
        QTest::addColumn<int>("unit");
        const auto row = [](const char* text, std::optional<Unit> unit) {
            QTest::newRow(text) << (unit ? static_cast<int>(*unit) : -1);
        };
        row("api.wait", Unit::seconds);
        row("api.wait + 2 s", Unit::seconds);
        row("2 x api.wait", Unit::seconds);
        row("api.wait x 80 %", Unit::seconds);
        row("api.wait / 2", Unit::seconds);
        row("api.wait / api.wait @ today", std::nullopt);
        row("400 / 30", std::nullopt);
        row("400 k", std::nullopt);
        row("10 s", Unit::seconds);
        row("10 MB", Unit::bytes);
        row("10 USD", Unit::usd);
        row("10/s", Unit::perSecond);
        row("10 Mbit/s", Unit::bytesPerSecond);
        row("1 - workload.error_ratio", Unit::share);
        row("workload.error_ratio x 100 %", Unit::share);
        row("capacity", Unit::count);
        row("80 % x capacity", Unit::count);
        row("capacity / 2", Unit::count);
        row("capacity @ a / capacity @ b", std::nullopt);
        row("api.throughput x api.response_time", Unit::count);
        row("api.response_time x api.throughput", Unit::count);
        row("api.in_system / api.throughput", Unit::seconds);
        row("1 / api.throughput", Unit::seconds);
        row("1 / api.wait", Unit::perSecond);
        row("workload.cost / capacity", Unit::usd);
        row("api.wait x api.wait", std::nullopt);
        row("workload.cost / api.wait", std::nullopt);
        row("api.wait x api.wait / api.wait", Unit::seconds);
        row("768 k x 1 GB x 1 s x (0.0000025 USD / 1 GB / 1 s)", Unit::usd);
        row("10 MB x 10/s", Unit::bytesPerSecond);
        row("api.egress / 1 MB", Unit::perSecond);
    }
    void valuesHaveUnits() {
        QFETCH(int, unit);
        const auto expression = parseExpression(QTest::currentDataTag());
        QVERIFY2(bool(expression), qPrintable(outcome(expression)));
        const auto actual = unitOf(*expression);
        QCOMPARE(actual ? static_cast<int>(*actual) : -1, unit);
    }

    void valuesForPeople_data() {
        QTest::addColumn<double>("value");
        QTest::addColumn<int>("unit");
        QTest::addColumn<QString>("expected");
        const auto row = [](double value, Unit unit, const char* expected) {
            const QString name = QString::number(value, 'g', 17) + " " + expected;
            QTest::newRow(qPrintable(name)) << value << static_cast<int>(unit) << QString(expected);
        };
        row(1.2449, Unit::seconds, "1.24 s");
        row(2, Unit::seconds, "2 s");
        row(1.9999, Unit::seconds, "2.00 s");
        row(0.02, Unit::seconds, "20 ms");
        row(0.0834, Unit::seconds, "83.4 ms");
        row(0.9994, Unit::seconds, "999 ms");
        row(0.9996, Unit::seconds, "1.00 s");
        row(0.00025, Unit::seconds, "250 us");
        row(2.5e-8, Unit::seconds, "25 ns");
        row(2.54321e-10, Unit::seconds, "0.254 ns");
        row(75.43, Unit::seconds, "75.4 s");
        row(1234.4, Unit::seconds, "1 234 s");
        row(0, Unit::seconds, "0 s");
        row(-0.02, Unit::seconds, "-20 ms");
        row(0.831, Unit::share, "83.1 %");
        row(0.8314, Unit::share, "83.1 %");
        row(0.5, Unit::share, "50 %");
        row(1, Unit::share, "100 %");
        row(1.5, Unit::share, "150 %");
        row(0, Unit::share, "0 %");
        row(0.001, Unit::share, "0.1 %");
        row(0.0012345, Unit::share, "0.123 %");
        row(0.999, Unit::share, "99.9 %");
        row(0.9999, Unit::share, "99.99 %");
        row(0.99953, Unit::share, "99.953 %");
        row(0.99, Unit::share, "99 %");
        row(0.9912, Unit::share, "99.12 %");
        row(12345, Unit::perSecond, "12 300/s");
        row(1234567, Unit::perSecond, "1 230 000/s");
        row(123.4, Unit::perSecond, "123/s");
        row(0.5, Unit::perSecond, "0.5/s");
        row(0, Unit::perSecond, "0/s");
        row(30123, Unit::count, "30 123");
        row(500000, Unit::count, "500 000");
        row(13, Unit::count, "13");
        row(16.6667, Unit::count, "16.7");
        row(0.0123456, Unit::count, "0.0123");
        row(1.5e-12, Unit::count, "1.50e-12");
        row(1234.6, Unit::count, "1 235");
        row(-1234.6, Unit::count, "-1 235");
        row(0, Unit::count, "0");
        row(512, Unit::bytes, "512 B");
        row(50e3, Unit::bytes, "50 KB");
        row(536870912, Unit::bytes, "537 MB");
        row(1.5e9, Unit::bytes, "1.5 GB");
        row(2e12, Unit::bytes, "2 TB");
        row(0, Unit::bytes, "0 B");
        row(1234.4, Unit::usd, "1 234 USD");
        row(12.344, Unit::usd, "12.34 USD");
        row(0.4, Unit::usd, "0.40 USD");
        row(0.0012345, Unit::usd, "0.00123 USD");
        row(0, Unit::usd, "0 USD");
        row(std::numeric_limits<double>::quiet_NaN(), Unit::seconds, "unknown");
        row(std::numeric_limits<double>::infinity(), Unit::seconds, "infinite");
        row(-std::numeric_limits<double>::infinity(), Unit::seconds, "-infinite");
    }
    void valuesForPeople() {
        QFETCH(double, value);
        QFETCH(int, unit);
        QFETCH(QString, expected);
        QCOMPARE(q(formatValue(value, static_cast<Unit>(unit))), expected);
    }
};

QTEST_GUILESS_MAIN(MetricTest)
#include "tst_metric.moc"
