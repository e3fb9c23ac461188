// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/archive/schema.h"
#include "tests/archive/filed.h"

#include <QFile>
#include <QtTest>

#include <limits>

using namespace headroom::archive;
namespace model = headroom::model;

class ArchiveTest : public QObject {
    Q_OBJECT

private slots:
    void givesBackWhatWasFiled();
    void keepsValuesThatAreNoNumbers();
    void listsTheNewestFirst();
    void keepsAScenarioOnce();
    void deletesAllOrNone();
    void neverGivesANumberTwice();
    void appendsToImports();
    void refusesForeignFiles_data();
    void refusesForeignFiles();
    void refusesNewerFiles();
    void bringsOlderFilesUpToDate();
    void saysWhatItIs();
    void makesNothingWhereNothingIs();
    void isUsedByTwoAtOnce();
};

namespace {

QByteArray contentOf(const std::string& path) {
    QFile file(QString::fromStdString(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

ArchiveError::Kind kindOf(const std::function<void()>& attempt) {
    try {
        attempt();
    } catch (const ArchiveError& error) {
        return error.kind();
    }
    return ArchiveError::Kind(-1);
}

std::string messageOf(const std::function<void()>& attempt) {
    try {
        attempt();
    } catch (const ArchiveError& error) {
        return error.what();
    }
    return "";
}

}  // namespace

void ArchiveTest::givesBackWhatWasFiled() {
    const QTemporaryDir folder;
    const Run filed = someRun(3);
    Archive(pathIn(folder)).add(filed, someSeries(3));
    Archive archive(pathIn(folder), Archive::Open::existing);
    const Run run = archive.run(1);
    QCOMPARE(run.scenario, filed.scenario);
    QCOMPARE(run.scenarioText, filed.scenarioText);
    QCOMPARE(run.file, filed.file);
    QCOMPARE(run.variant, filed.variant);
    QCOMPARE(run.load, filed.load);
    QCOMPARE(run.loadIsOpen, false);
    QCOMPARE(run.seed, filed.seed);
    QCOMPARE(run.version, filed.version);
    QCOMPARE(run.command, filed.command);
    QCOMPARE(run.finishedMs, filed.finishedMs);
    QCOMPARE(run.result, filed.result);
    const auto series = archive.seriesOfRun(1);
    QCOMPARE(series.size(), std::size_t{2});
    QCOMPARE(series[1].key.name, std::string("workload.throughput"));
    QCOMPARE(series[1].key.labels.at("operation"), std::string("feed"));
    QVERIFY(series[1].key.unit == model::Unit::perSecond);
    QCOMPARE(series[0].points.size(), std::size_t{100});
    for (std::size_t i = 0; i < 100; ++i) {
        QCOMPARE(series[0].points[i].ms, static_cast<std::int64_t>(i) * 5000);
        QCOMPARE(series[0].points[i].value, std::sin(static_cast<double>(i) + 3));
    }
}

void ArchiveTest::keepsValuesThatAreNoNumbers() {
    const QTemporaryDir folder;
    Archive archive(pathIn(folder));
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const double infinity = std::numeric_limits<double>::infinity();
    archive.add(someRun(1), {{{"api.hit_ratio", {}, model::Unit::share}, {{0, nan}, {1, -infinity}, {2, -0.0}}}});
    const auto points = archive.seriesOfRun(1).front().points;
    QVERIFY(std::isnan(points[0].value));
    QCOMPARE(points[1].value, -infinity);
    QVERIFY(std::signbit(points[2].value));
}

void ArchiveTest::listsTheNewestFirst() {
    const QTemporaryDir folder;
    Archive archive(pathIn(folder));
    for (int i = 1; i <= 5; ++i) archive.add(someRun(i), {});
    Run other = someRun(6);
    other.scenario = "TALOWA";
    other.scenarioText += "# another\n";
    archive.add(other, {});
    const auto newest = archive.runs(2);
    QCOMPARE(newest.size(), std::size_t{2});
    QCOMPARE(newest[0].id, std::int64_t{6});
    QCOMPARE(newest[1].id, std::int64_t{5});
    QCOMPARE(archive.runs(100, "A small shop").size(), std::size_t{5});
    QCOMPARE(archive.runs(100, "TALOWA").front().load, 6000.0);
}

void ArchiveTest::keepsAScenarioOnce() {
    const QTemporaryDir folder;
    Archive archive(pathIn(folder));
    for (int i = 0; i < 3; ++i) archive.add(someRun(i), {});
    Database database(pathIn(folder), false);
    QCOMPARE(database.integer("SELECT count(*) FROM scenario"), std::int64_t{1});
    archive.deleteRuns({1, 2, 3});
    QCOMPARE(database.integer("SELECT count(*) FROM scenario"), std::int64_t{0});
}

void ArchiveTest::deletesAllOrNone() {
    const QTemporaryDir folder;
    Archive archive(pathIn(folder));
    for (int i = 1; i <= 3; ++i) archive.add(someRun(i), someSeries(i));
    QVERIFY(kindOf([&] { archive.deleteRuns({1, 99}); }) == ArchiveError::Kind::missing);
    QCOMPARE(archive.runs(10).size(), std::size_t{3});
    archive.deleteRuns({1, 3});
    QCOMPARE(archive.runs(10).size(), std::size_t{1});
    Database database(pathIn(folder), false);
    QCOMPARE(database.integer("SELECT count(*) FROM chunk"), std::int64_t{2});
    QCOMPARE(archive.deleteRunsBefore(someRun(2).finishedMs), std::int64_t{0});
    QCOMPARE(archive.deleteRunsBefore(someRun(2).finishedMs + 1), std::int64_t{1});
    QCOMPARE(database.integer("SELECT count(*) FROM series"), std::int64_t{0});
}

void ArchiveTest::neverGivesANumberTwice() {
    const QTemporaryDir folder;
    Archive archive(pathIn(folder));
    QCOMPARE(archive.add(someRun(1), {}), std::int64_t{1});
    archive.deleteRuns({1});
    QCOMPARE(archive.add(someRun(2), {}), std::int64_t{2});
}

void ArchiveTest::appendsToImports() {
    const QTemporaryDir folder;
    Archive archive(pathIn(folder));
    const std::int64_t id = archive.begin({0, "metrics.csv", "csv", 1000, 0, false});
    const auto parts = someSeries(1, 10);
    archive.append(id, parts);
    archive.append(id, {parts[0]}, Fetch{"p95(api.response_time)", "up", 15000, 0, 90000, 45000});
    QVERIFY(!archive.import(id).complete);
    archive.finish(id, 7);
    QVERIFY(archive.import(id).complete);
    QCOMPARE(archive.import(id).skipped, std::int64_t{7});
    QCOMPARE(archive.seriesOfImport(id)[0].points.size(), std::size_t{20});
    QCOMPARE(archive.seriesOfImport(id)[1].points.size(), std::size_t{10});
    QCOMPARE(archive.fetches(id).front().nextMs, std::int64_t{45000});
    archive.append(id, {}, Fetch{"p95(api.response_time)", "up", 15000, 0, 90000, 90000});
    QCOMPARE(archive.fetches(id).size(), std::size_t{1});
    QCOMPARE(archive.fetches(id).front().nextMs, std::int64_t{90000});
    archive.deleteImport(id);
    QCOMPARE(archive.imports().size(), std::size_t{0});
    QCOMPARE(Database(pathIn(folder), false).integer("SELECT count(*) FROM chunk"), std::int64_t{0});
}

void ArchiveTest::refusesForeignFiles_data() {
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("a text") << QByteArray("headroom: 1\n");
    QTest::newRow("a long text") << QByteArray(5000, 'x');
    const QTemporaryDir folder;
    const std::string path = pathIn(folder);
    Database(path, true).execute("CREATE TABLE mine (a); INSERT INTO mine VALUES (1)");
    QTest::newRow("another program's database") << contentOf(path);
    Database(path, false).execute("PRAGMA application_id = 252006673; PRAGMA journal_mode = WAL");
    QTest::newRow("one that says whose it is") << contentOf(path);
    QTest::newRow("cut off") << contentOf(path).left(50);
}

void ArchiveTest::refusesForeignFiles() {
    QFETCH(QByteArray, content);
    const QTemporaryDir folder;
    QFile file(folder.filePath("archive.sqlite"));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
    file.close();
    QVERIFY(kindOf([&] { Archive archive(pathIn(folder)); }) == ArchiveError::Kind::unusable);
    QCOMPARE(contentOf(pathIn(folder)), content);
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList("archive.sqlite"));
}

void ArchiveTest::refusesNewerFiles() {
    const QTemporaryDir folder;
    Archive(pathIn(folder)).add(someRun(1), {});
    Database(pathIn(folder), false).execute("PRAGMA user_version = 99");
    const QByteArray before = contentOf(pathIn(folder));
    const std::string message = messageOf([&] { Archive archive(pathIn(folder)); });
    QVERIFY2(message.find("newer version") != std::string::npos && message.find("99") != std::string::npos, message.c_str());
    QCOMPARE(contentOf(pathIn(folder)), before);
}

void ArchiveTest::bringsOlderFilesUpToDate() {
    const QTemporaryDir folder;
    {
        Database old(pathIn(folder), true);
        migrate(old, 1);
        old.execute("INSERT INTO import (source, kind, imported_ms, skipped, complete) VALUES ('a.csv', 'csv', 5, 2, 1)");
        QCOMPARE(old.integer("SELECT count(*) FROM sqlite_schema WHERE name = 'fetch'"), std::int64_t{0});
    }
    Archive archive(pathIn(folder), Archive::Open::existing);
    QCOMPARE(archive.imports().front().source, std::string("a.csv"));
    QCOMPARE(archive.fetches(1).size(), std::size_t{0});
    QCOMPARE(Database(pathIn(folder), false).integer("PRAGMA user_version"), newestVersion());
}

void ArchiveTest::saysWhatItIs() {
    const QTemporaryDir folder;
    Archive archive(pathIn(folder));
    QVERIFY(contentOf(pathIn(folder)).mid(68, 4) == "HDRM");
    Database database(pathIn(folder), false);
    Statement mode = database.prepare("PRAGMA journal_mode");
    QVERIFY(mode.step());
    QCOMPARE(mode.text(0), std::string("wal"));
    Statement schema = database.prepare("SELECT sql FROM sqlite_schema WHERE name = 'chunk'");
    QVERIFY(schema.step());
    QVERIFY(schema.text(0).find("-- 0, 1, …") != std::string::npos);
}

void ArchiveTest::makesNothingWhereNothingIs() {
    const QTemporaryDir folder;
    QVERIFY(kindOf([&] { Archive archive(pathIn(folder), Archive::Open::existing); }) == ArchiveError::Kind::missing);
    QVERIFY(QDir(folder.path()).isEmpty());
}

void ArchiveTest::isUsedByTwoAtOnce() {
    const QTemporaryDir folder;
    Archive one(pathIn(folder)), other(pathIn(folder));
    one.add(someRun(1), {});
    other.add(someRun(2), {});
    QCOMPARE(one.runs(10).size(), std::size_t{2});
}

QTEST_GUILESS_MAIN(ArchiveTest)
#include "tst_archive.moc"
