// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/quantity/quantity.h"

#include <QRandomGenerator64>
#include <QtTest>

#include <cmath>
#include <limits>

using namespace headroom::model;

namespace {

QString q(const std::string& text) { return QString::fromStdString(text); }

/// "found …, expected … (did you mean …)", or what was read in its natural form.
template <typename T>
QString outcome(const Parsed<T>& parsed) {
    if (parsed) return "= " + q(toText(*parsed));
    const TextError& error = parsed.error();
    const QString text = "found " + q(error.found) + ", expected " + q(error.expected);
    return error.suggestion.empty() ? text : text + " (" + q(error.suggestion) + "?)";
}

struct Case {
    const char* text;
    const char* outcome;
};

void addRows(std::initializer_list<Case> cases) {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    for (const Case& c : cases)
        QTest::newRow(*c.text ? c.text : "(empty)") << QString(c.text) << QString(c.outcome);
}

template <typename Parse>
void compareRow(Parse parse) {
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(outcome(parse(text.toStdString())), expected);
}

}  // namespace

class QuantityTest : public QObject {
    Q_OBJECT
private slots:
    void durations_data() {
        addRows({
            {"250 us", "= 250 us"},
            {"20 ms", "= 20 ms"},
            {"20ms", "= 20 ms"},
            {"  20   ms ", "= 20 ms"},
            {"1.5 s", "= 1.5 s"},
            {"1500 ms", "= 1.5 s"},
            {"1.5e3 ms", "= 1.5 s"},
            {"1e-3 s", "= 1 ms"},
            {"2E+1 ms", "= 20 ms"},
            {"5 min", "= 5 min"},
            {"90 s", "= 90 s"},
            {"60 s", "= 1 min"},
            {"1 h", "= 1 h"},
            {"36 h", "= 36 h"},
            {"1 day", "= 1 day"},
            {"1 days", "= 1 day"},
            {"24 h", "= 1 day"},
            {"30 days", "= 30 days"},
            {"0 s", "= 0 s"},
            {"0 days", "= 0 s"},
            {"1 ns", "= 1 ns"},
            {"0.6 ns", "= 1 ns"},
            {"1.1 s", "= 1.1 s"},
            {"0.1 s", "= 100 ms"},
            {"9223372036854775807 ns", "= 9223372036854775807 ns"},
            {"9223372036854775806 ns", "= 9223372036854775806 ns"},
            {"", "found nothing, expected a duration such as `20 ms`"},
            {"20", "found `20`, expected a duration such as `20 ms`"},
            {"ms", "found `ms`, expected a duration such as `20 ms`"},
            {"20 sec", "found `20 sec`, expected a duration such as `20 ms` (20 s?)"},
            {"20 seconds", "found `20 seconds`, expected a duration such as `20 ms` (20 s?)"},
            {"5 mins", "found `5 mins`, expected a duration such as `20 ms` (5 min?)"},
            {"5 m", "found `5 m`, expected a duration such as `20 ms` (5 min?)"},
            {"5e1 minutes", "found `5e1 minutes`, expected a duration such as `20 ms` (5e1 min?)"},
            {"3 msec", "found `3 msec`, expected a duration such as `20 ms` (3 ms?)"},
            {"3 millis", "found `3 millis`, expected a duration such as `20 ms`"},
            {"3 µs", "found `3 µs`, expected a duration such as `20 ms` (3 us?)"},
            {"3 MS", "found `3 MS`, expected a duration such as `20 ms` (3 ms?)"},
            {"3 hours", "found `3 hours`, expected a duration such as `20 ms` (3 h?)"},
            {"2 d", "found `2 d`, expected a duration such as `20 ms` (2 days?)"},
            {"20 KB", "found `20 KB`, expected a duration such as `20 ms`"},
            {"20 ms ms", "found `20 ms ms`, expected a duration such as `20 ms`"},
            {"nan s", "found `nan s`, expected a duration such as `20 ms`"},
            {"inf s", "found `inf s`, expected a duration such as `20 ms`"},
            {"0x10 s", "found `0x10 s`, expected a duration such as `20 ms`"},
            {"1,5 s", "found `1,5 s`, expected a duration such as `20 ms`"},
            {".5 s", "found `.5 s`, expected a duration such as `20 ms`"},
            {"5. s", "found `5. s`, expected a duration such as `20 ms`"},
            {"1e s", "found `1e s`, expected a duration such as `20 ms`"},
            {"+5 s", "found `+5 s`, expected a duration such as `20 ms`"},
            {"- 5 s", "found `- 5 s`, expected a duration that is not negative"},
            {"-5 s", "found `-5 s`, expected a duration that is not negative"},
            {"-x", "found `-x`, expected a duration such as `20 ms`"},
            {"293 h h", "found `293 h h`, expected a duration such as `20 ms`"},
            {"110000 days", "found `110000 days`, expected a duration of at most 292 years"},
            {"9223372036854775808 ns",
             "found `9223372036854775808 ns`, expected a duration of at most 292 years"},
            {"0.4 ns", "found `0.4 ns`, expected a duration of at least `1 ns`"},
            {"1e99999 s", "found `1e99999 s`, expected a number between 1e-300 and 1e300"},
            {"1e99999999999 s",
             "found `1e99999999999 s`, expected a number between 1e-300 and 1e300"},
        });
    }
    void durations() { compareRow(parseDuration); }

    void rates_data() {
        addRows({
            {"1000/s", "= 1000/s"},
            {"1000 /s", "= 1000/s"},
            {"0.5/s", "= 0.5/s"},
            {"1000/min", "= 1000/min"},
            {"60/min", "= 1/s"},
            {"7/h", "= 7/h"},
            {"0/s", "= 0/s"},
            {"1000", "found `1000`, expected a rate such as `1000/s`"},
            {"1000/sec", "found `1000/sec`, expected a rate such as `1000/s` (1000/s?)"},
            {"1000 rps", "found `1000 rps`, expected a rate such as `1000/s` (1000/s?)"},
            {"1000 req/s", "found `1000 req/s`, expected a rate such as `1000/s` (1000/s?)"},
            {"10/minutes", "found `10/minutes`, expected a rate such as `1000/s` (10/min?)"},
            {"10 s", "found `10 s`, expected a rate such as `1000/s`"},
            {"-1/s", "found `-1/s`, expected a rate that is not negative"},
        });
    }
    void rates() { compareRow(parseRate); }

    void bandwidths_data() {
        addRows({
            {"12 Mbit/s", "= 12 Mbit/s"},
            {"1.5 MB/s", "= 12 Mbit/s"},
            {"1000 KB/s", "= 8 Mbit/s"},
            {"10 Gbit/s", "= 10 Gbit/s"},
            {"100 MiB/s", "= 100 MiB/s"},
            {"1 B/s", "= 8 bit/s"},
            {"0 B/s", "= 0 B/s"},
            {"12 Mb/s", "found `12 Mb/s`, expected a bandwidth such as `12 Mbit/s` (12 Mbit/s?)"},
            {"12 Mbps", "found `12 Mbps`, expected a bandwidth such as `12 Mbit/s` (12 Mbit/s?)"},
            {"12 Kbit/s",
             "found `12 Kbit/s`, expected a bandwidth such as `12 Mbit/s` (12 kbit/s?)"},
            {"12 kB/s", "found `12 kB/s`, expected a bandwidth such as `12 Mbit/s` (12 KB/s?)"},
            {"12", "found `12`, expected a bandwidth such as `12 Mbit/s`"},
            {"-2 B/s", "found `-2 B/s`, expected a bandwidth that is not negative"},
        });
    }
    void bandwidths() { compareRow(parseBandwidth); }

    void sizes_data() {
        addRows({
            {"50 KB", "= 50 KB"},
            {"100 MiB", "= 100 MiB"},
            {"65536 B", "= 64 KiB"},
            {"1.5 TiB", "= 1536 GiB"},
            {"1 TiB", "= 1 TiB"},
            {"2 TB", "= 2 TB"},
            {"0 B", "= 0 B"},
            {"17 B", "= 17 B"},
            {"9223372036854775807 B", "= 9223372036854775807 B"},
            {"50", "found `50`, expected a size such as `50 KB`"},
            {"50 kb", "found `50 kb`, expected a size such as `50 KB` (50 KB?)"},
            {"50 k", "found `50 k`, expected a size such as `50 KB` (50 KB?)"},
            {"50 mib", "found `50 mib`, expected a size such as `50 KB` (50 MiB?)"},
            {"50 bytes", "found `50 bytes`, expected a size such as `50 KB` (50 B?)"},
            {"0.2 B", "found `0.2 B`, expected a size of at least `1 B`"},
            {"10000000 TB", "found `10000000 TB`, expected a size of at most 9 million TB"},
            {"-1 B", "found `-1 B`, expected a size that is not negative"},
        });
    }
    void sizes() { compareRow(parseBytes); }

    void shares_data() {
        addRows({
            {"80 %", "= 80 %"},
            {"80%", "= 80 %"},
            {"0.8", "= 80 %"},
            {"99.9 %", "= 99.9 %"},
            {"0.1 %", "= 0.1 %"},
            {"1", "= 100 %"},
            {"0", "= 0 %"},
            {"100 %", "= 100 %"},
            {"80", "found `80`, expected a share of at most `100 %` (80 %?)"},
            {"1.5", "found `1.5`, expected a share of at most `100 %` (1.5 %?)"},
            {"120 %", "found `120 %`, expected a share of at most `100 %`"},
            {"120", "found `120`, expected a share of at most `100 %`"},
            {"80 percent", "found `80 percent`, expected a share such as `80 %` or `0.8` (80 %?)"},
            {"80 s", "found `80 s`, expected a share such as `80 %` or `0.8`"},
            {"-5 %", "found `-5 %`, expected a share that is not negative"},
            {"", "found nothing, expected a share such as `80 %` or `0.8`"},
        });
    }
    void shares() {
        compareRow([](const std::string& text) { return parseShare(text); });
    }

    void aReaderMayAllowMoreThanAWhole() {
        QCOMPARE(outcome(parseShare("150 %", 2)), "= 150 %");
        QCOMPARE(outcome(parseShare("201 %", 2)),
                 "found `201 %`, expected a share of at most `200 %`");
    }

    void aShareInPercentIsTheNearestDouble() {
        QCOMPARE(parseShare("99.9 %")->fraction, 0.999);
        QCOMPARE(parseShare("99.99 %")->fraction, 0.9999);
        QCOMPARE(parseShare("0.7 %")->fraction, 0.007);
    }

    void counts_data() {
        addRows({
            {"400 k", "= 400 k"},
            {"400k", "= 400 k"},
            {"400000", "= 400 k"},
            {"1.5 M", "= 1.5 M"},
            {"2 G", "= 2 G"},
            {"12345", "= 12345"},
            {"1e6", "= 1 M"},
            {"3", "= 3"},
            {"0", "= 0"},
            {"0.5", "= 0.5"},
            {"1e30", "= 1e30"},
            {"1e-9", "= 1e-9"},
            {"400 K", "found `400 K`, expected a count such as `400 k` (400 k?)"},
            {"2 million", "found `2 million`, expected a count such as `400 k` (2 M?)"},
            {"2 users", "found `2 users`, expected a count such as `400 k`"},
            {"-2", "found `-2`, expected a count that is not negative"},
            {"1e999", "found `1e999`, expected a number between 1e-300 and 1e300"},
            {"1e-999", "found `1e-999`, expected a number between 1e-300 and 1e300"},
        });
    }
    void counts() { compareRow(parseCount); }

    void amounts_data() {
        addRows({
            {"0.40 USD", "= 0.40 USD"},
            {"1234 USD", "= 1234 USD"},
            {"0.0000025 USD", "= 0.0000025 USD"},
            {"0 USD", "= 0 USD"},
            {"5", "found `5`, expected an amount such as `0.40 USD`"},
            {"5 $", "found `5 $`, expected an amount such as `0.40 USD` (5 USD?)"},
            {"5 usd", "found `5 usd`, expected an amount such as `0.40 USD` (5 USD?)"},
            {"5 EUR", "found `5 EUR`, expected an amount such as `0.40 USD`"},
            {"$5", "found `$5`, expected an amount such as `0.40 USD`"},
            {"-5 USD", "found `-5 USD`, expected an amount that is not negative"},
        });
    }
    void amounts() { compareRow(parseMoney); }

    void anyQuantity_data() {
        addRows({
            {"2 s", "= 2 s"},
            {"1000/s", "= 1000/s"},
            {"12 Mbit/s", "= 12 Mbit/s"},
            {"50 KB", "= 50 KB"},
            {"80 %", "= 80 %"},
            {"150 %", "= 150 %"},
            {"0.8", "= 0.8"},
            {"400 k", "= 400 k"},
            {"0.40 USD", "= 0.40 USD"},
            {"",
             "found nothing, expected a number with a unit, such as `20 ms`, `80 %` or `1000/s`"},
            {"fast",
             "found `fast`, expected a number with a unit, such as `20 ms`, `80 %` or `1000/s`"},
            {"2 sec",
             "found `2 sec`, expected a number with a unit, such as `20 ms`, `80 %` or `1000/s` (2 "
             "s?)"},
            {"5 m",
             "found `5 m`, expected a number with a unit, such as `20 ms`, `80 %` or `1000/s` (5 "
             "min?)"},
            {"5 K",
             "found `5 K`, expected a number with a unit, such as `20 ms`, `80 %` or `1000/s` (5 "
             "k?)"},
            {"5 xyz",
             "found `5 xyz`, expected a number with a unit, such as `20 ms`, `80 %` or `1000/s`"},
            {"-2 s", "found `-2 s`, expected a quantity that is not negative"},
            {"300 k days",
             "found `300 k days`, expected a number with a unit, such as `20 ms`, `80 %` or "
             "`1000/s`"},
            {"300000 days", "found `300000 days`, expected a duration of at most 292 years"},
        });
    }
    void anyQuantity() { compareRow(parseQuantity); }

    void theUnitDecidesTheKind() {
        QVERIFY(std::holds_alternative<Duration>(*parseQuantity("2 s")));
        QVERIFY(std::holds_alternative<Rate>(*parseQuantity("2/s")));
        QVERIFY(std::holds_alternative<Bandwidth>(*parseQuantity("2 KB/s")));
        QVERIFY(std::holds_alternative<Bytes>(*parseQuantity("2 KB")));
        QVERIFY(std::holds_alternative<Share>(*parseQuantity("2 %")));
        QVERIFY(std::holds_alternative<Count>(*parseQuantity("2")));
        QVERIFY(std::holds_alternative<Money>(*parseQuantity("2 USD")));
    }

    void magnitudesAreInBaseUnits() {
        QCOMPARE(magnitude(*parseQuantity("20 ms")), 0.02);
        QCOMPARE(magnitude(*parseQuantity("120/min")), 2.0);
        QCOMPARE(magnitude(*parseQuantity("8 Mbit/s")), 1e6);
        QCOMPARE(magnitude(*parseQuantity("1 KiB")), 1024.0);
        QCOMPARE(magnitude(*parseQuantity("80 %")), 0.8);
        QCOMPARE(magnitude(*parseQuantity("3 M")), 3e6);
        QCOMPARE(magnitude(*parseQuantity("0.40 USD")), 0.4);
    }

    void secondsBecomeTheNearestNanosecond() {
        QCOMPARE(fromSeconds(1.5).count(), 1'500'000'000);
        QCOMPARE(fromSeconds(-1.5).count(), -1'500'000'000);
        QCOMPARE(fromSeconds(0.6e-9).count(), 1);
        QCOMPARE(toSeconds(std::chrono::milliseconds(20)), 0.02);
    }

    void everyWholeQuantityRoundTrips() {
        QRandomGenerator64 random(7);
        for (int i = 0; i < 20'000; ++i) {
            const auto n = static_cast<std::int64_t>(random.generate() >> (1 + random.bounded(63)));
            const std::string duration = toText(Duration{n}), size = toText(Bytes{n});
            QVERIFY2(parseDuration(duration) && parseDuration(duration)->count() == n,
                     duration.c_str());
            QVERIFY2(parseBytes(size) && parseBytes(size)->count == n, size.c_str());
        }
    }

    void everyRealQuantityRoundTrips() {
        QRandomGenerator64 random(11);
        for (int i = 0; i < 20'000; ++i) {
            const double fraction = random.generateDouble();
            // Round numbers, as people write them, and any double at all.
            const double x =
                i % 2 ? std::pow(10, random.generateDouble() * 400 - 200)
                      : std::round(fraction * 1000) * std::pow(10.0, random.bounded(9) - 2);
            QCOMPARE(parseRate(toText(Rate{x}))->perSecond, x);
            QCOMPARE(parseBandwidth(toText(Bandwidth{x}))->bytesPerSecond, x);
            QCOMPARE(parseCount(toText(Count{x}))->value, x);
            QCOMPARE(parseMoney(toText(Money{x}))->usd, x);
            QCOMPARE(parseShare(toText(Share{fraction}))->fraction, fraction);
        }
    }

    void theLargestDoublesRoundTrip() {
        const double largest = std::numeric_limits<double>::max();
        QVERIFY(parseBandwidth(toText(Bandwidth{largest}))->bytesPerSecond == largest);
        QVERIFY(parseRate(toText(Rate{largest}))->perSecond == largest);
    }

    void kindsPrintAlikeInsideAQuantity() {
        QCOMPARE(q(toText(Quantity{Share{0.8}})), "80 %");
        QCOMPARE(q(toText(Quantity{Duration{std::chrono::seconds(2)}})), "2 s");
    }
};

QTEST_GUILESS_MAIN(QuantityTest)
#include "tst_quantity.moc"
