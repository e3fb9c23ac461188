// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/csv_table.h"
#include "sim/components/cache_store.h"
#include "sim/kernel/random_stream.h"
#include "sim/study/calibration/replay.h"
#include "tests/sim/small_run.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QtEndian>
#include <QtTest>

#include <cmath>

using namespace headroom::sim;
namespace model = headroom::model;

/// What real systems were asked, given to the model.
class RealTracesTest : public QObject {
    Q_OBJECT

private slots:
    void hitsAsOftenAsAnExactCache_data();
    void hitsAsOftenAsAnExactCache();
    void followsAMeasuredArrivalCurve();
};

namespace {

QString dataFile(const QString& name) {
    const QByteArray folder = qgetenv("HEADROOM_DATA");
    return (folder.isEmpty() ? QStringLiteral(HEADROOM_SOURCE_DIR "/../shared/data") : QString::fromUtf8(folder)) + "/" + name;
}

QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Keys of a trace: big-endian 32-bit integers.
std::vector<std::uint32_t> keysOf(const QString& path) {
    QProcess xz;
    xz.start("xz", {"-dc", path});
    if (!xz.waitForFinished()) return {};
    const QByteArray bytes = xz.readAllStandardOutput();
    std::vector<std::uint32_t> keys;
    for (qsizetype i = 0; i + 4 <= bytes.size(); i += 4) keys.push_back(qFromBigEndian<quint32>(bytes.constData() + i));
    return keys;
}

double hitRatio(const std::vector<std::uint32_t>& keys, std::uint64_t capacity, model::Eviction eviction) {
    RandomStream random(1, 0, "cache", "eviction");
    CacheStore store(capacity, UINT64_MAX, eviction, {EntryClass{1, kNever, 0}}, random);
    std::size_t hits = 0;
    for (std::size_t i = 0; i < keys.size(); ++i) {
        const std::uint64_t key = CacheStore::classKey(0, keys[i]);
        if (store.find(0, key, static_cast<SimTime>(i)))
            ++hits;
        else
            store.insert(0, key, static_cast<SimTime>(i));
    }
    return static_cast<double>(hits) / static_cast<double>(keys.size());
}

}  // namespace

void RealTracesTest::hitsAsOftenAsAnExactCache_data() {
    QTest::addColumn<QString>("trace");
    QTest::addColumn<QString>("law");
    QTest::newRow("web07, LRU") << "web07" << "lru_hit_ratio";
    QTest::newRow("web12, LRU") << "web12" << "lru_hit_ratio";
    QTest::newRow("web07, FIFO") << "web07" << "fifo_hit_ratio";
    QTest::newRow("web12, FIFO") << "web12" << "fifo_hit_ratio";
}

void RealTracesTest::hitsAsOftenAsAnExactCache() {
    QFETCH(QString, trace);
    QFETCH(QString, law);
    const QString path = dataFile("cache-traces/" + trace + ".trace.xz");
    if (!QFile::exists(path) || QStandardPaths::findExecutable("xz").isEmpty()) QSKIP("HEADROOM_DATA has no cache traces, or there is no xz");
    const std::vector<std::uint32_t> keys = keysOf(path);
    const QJsonObject expected = QJsonDocument::fromJson(contentOf(dataFile("cache-traces/expected_lru.json"))).object()[trace].toObject();
    QCOMPARE(static_cast<int>(keys.size()), expected["requests"].toInt());
    const QJsonObject ratios = expected[law].toObject();
    QVERIFY(ratios.size() >= 5);
    for (const QString& capacity : ratios.keys()) {
        const double found = hitRatio(keys, capacity.toULongLong(), law.startsWith("lru") ? model::Eviction::lru : model::Eviction::fifo);
        QVERIFY2(std::abs(found - ratios[capacity].toDouble()) < 1e-6, qPrintable(capacity + ": " + QString::number(found)));  // exact, but for the digits written
    }
}

void RealTracesTest::followsAMeasuredArrivalCurve() {
    const QByteArray text = contentOf(dataFile("arrival-traces/nab_elb_request_count_8c0756.csv"));
    if (text.isEmpty()) QSKIP("HEADROOM_DATA has no arrival traces");
    const auto table = model::parseCsv(text.toStdString());
    QVERIFY(table);
    Measured measured{300, 0, {{"workload.throughput", "x", {}}, {"workload.throughput", "", {}}}};
    for (std::size_t i = 0; i < 288; ++i) {  // a day of requests in 5 minutes each
        const double rate = std::stod(table->rows[i][*table->column("value")]) / 300;
        for (MeasuredSeries& series : measured.series) series.values.push_back(rate);
    }
    measured.intervals = 288;
    const auto scenario = replayed(headroom::test::scenarioOf("headroom: 1\nname: Day\nrun: {duration: 1 h, warm_up: none, sample: 5 min, replications: 5}\n"
                                                              "components: {app: {type: station, servers: 8, operations: {x: [{work: exp(50 ms)}]}}}\n"
                                                              "workload: {entry: app, arrivals: poisson(1/s), profiles: {all: {actions: {x: 1}}}}\n"),
                                   measured);
    QVERIFY(scenario);
    const ReplayResult result = replay(*scenario, measured, {2, {}, {}});
    const Agreement& curve = result.agreements.front();
    QCOMPARE(curve.name, std::string("workload.throughput"));
    QCOMPARE(curve.intervals, std::size_t{288});
    QVERIFY2(*curve.correlation > 0.98, qPrintable(QString::number(*curve.correlation)));
    QVERIFY(std::abs(curve.bias) < 0.02 * curve.measuredMean);
    QVERIFY2(*curve.coverage > 0.95, qPrintable(QString::number(*curve.coverage)));  // the measured counts are the mean of the model's
}

QTEST_GUILESS_MAIN(RealTracesTest)
#include "tst_real_traces.moc"
