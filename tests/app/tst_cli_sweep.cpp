// SPDX-License-Identifier: GPL-3.0-or-later
#include <QJsonArray>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

#include <csignal>

#include "sim/study/sweep.h"
#include "tests/app/program.h"

using namespace headroom;
using test::at;
using test::goodScenario;
using test::jsonOf;
using test::Outcome;
using test::outcomeOf;

/// `headroom sweep`: its values, its results file, and that interruptions change nothing.
class CliSweepTest : public QObject {
    Q_OBJECT

private slots:
    void readsVariations_data();
    void readsVariations();
    void refusesVariations_data();
    void refusesVariations();
    void runsEveryCombination();
    void resumedEqualsUninterrupted();
    void threadsChangeNothing();
    void anotherSweepIsRefused();
    void noFileOfASweepIsLeftAlone();
    void theoryIsASweepToo();
    void ranksChangeNothing();
    void aKilledRankLosesNothingFinished();
};

namespace {

QStringList sweepArguments(const QStringList& more) {
    return QStringList{"sweep", goodScenario("smallest.yaml"), "--vary", "users=20,40,80", "--vary",
                       "api.cpus=1,2", "--duration", "30 s", "--set", "run.warm_up=5 s", "--replications", "1"} +
           more;
}

QByteArray contentsOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString& path, const QByteArray& text) {
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(text);
}

QString mpirun() {
#ifdef HEADROOM_MPI
    return QStandardPaths::findExecutable("mpirun");
#else
    return {};
#endif
}

/// Two ranks. Containers run as root and let no process read another's memory. What Open MPI leaves to the end of the
/// process is of plug-ins that it has unloaded by then, so the leak sanitizer can be told of it in no other way.
void startUnderMpi(QProcess& process, const QStringList& arguments) {
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert("OMPI_ALLOW_RUN_AS_ROOT", "1");
    environment.insert("OMPI_ALLOW_RUN_AS_ROOT_CONFIRM", "1");
    environment.insert("OMPI_MCA_btl_vader_single_copy_mechanism", "none");
    environment.insert("LSAN_OPTIONS", "detect_leaks=0");
    process.setProcessEnvironment(environment);
    process.start(mpirun(), QStringList{"--oversubscribe", "-n", "2", HEADROOM_PROGRAM} + arguments);
}

/// Processes that a process has started.
QList<qint64> childrenOf(qint64 process) {
    const QString path = QString("/proc/%1/task/%1/children").arg(process);
    QList<qint64> children;
    for (const QByteArray& child : contentsOf(path).simplified().split(' '))
        if (!child.isEmpty()) children << child.toLongLong();
    return children;
}

}  // namespace

void CliSweepTest::readsVariations_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("values");
    QTest::newRow("list") << QByteArray("api.instances=4,8, 16") << QByteArray("4|8|16");
    QTest::newRow("grid, in equal ratios") << QByteArray("users=1k..100k:3") << QByteArray("1000|10000|100000");
    QTest::newRow("grid from 0") << QByteArray("x=0..10:3") << QByteArray("0|5|10");
    QTest::newRow("whole numbers once") << QByteArray("x=1..3:7") << QByteArray("1|2|3");
    QTest::newRow("with units") << QByteArray("c.ttl=1 min..4 min:3") << QByteArray("1 min|2 min|4 min");
    QTest::newRow("commas in brackets") << QByteArray("x=gamma(mean=2 ms, cv=2),3 ms")
                                        << QByteArray("gamma(mean=2 ms, cv=2)|3 ms");
}

void CliSweepTest::readsVariations() {
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, values);
    const auto variation = sim::parseVariation(text.toStdString());
    QVERIFY2(variation, variation ? "" : variation.error().found.c_str());
    QByteArrayList written;
    for (const std::string& value : variation->values) written << QByteArray::fromStdString(value);
    QCOMPARE(written.join('|'), values);
}

void CliSweepTest::refusesVariations_data() {
    QTest::addColumn<QByteArray>("text");
    for (const char* text : {"users", "=3", "x=", "x=1,,2", "x=1..5", "x=1..5:1", "x=1 s..5 min:3", "x=a..b:3"})
        QTest::newRow(text) << QByteArray(text);
}

void CliSweepTest::refusesVariations() {
    QFETCH(QByteArray, text);
    QVERIFY(!sim::parseVariation(text.toStdString()));
    QCOMPARE(test::headroom({"sweep", goodScenario("smallest.yaml"), "--vary", text}).code, 2);
}

void CliSweepTest::runsEveryCombination() {
    const QJsonArray points = at(jsonOf(test::headroom(sweepArguments({"--json", "-"}))), "points").toArray();
    QCOMPARE(points.size(), 6);
    QCOMPARE(points[1].toObject().value("values").toObject(), (QJsonObject{{"users", "20"}, {"api.cpus", "2"}}));
    const double few = at(points[0].toObject(), "run.workload.throughput.value").toDouble();
    const double many = at(points[4].toObject(), "run.workload.throughput.value").toDouble();
    QVERIFY(many > 3 * few);
    const Outcome text = test::headroom(sweepArguments({}));
    QVERIFY(text.out.contains("6 of 6 points"));
    QVERIFY(test::widestLine(text.out) <= 100);
}

// What an interrupted program leaves: some whole lines, and a broken one.
void CliSweepTest::resumedEqualsUninterrupted() {
    QTemporaryDir folder;
    const QString results = folder.filePath("sweep.jsonl");
    const QByteArray whole = test::headroom(sweepArguments({"--results", results, "--json", "-"})).out;
    const QByteArrayList lines = contentsOf(results).split('\n');
    QCOMPARE(lines.size(), 8);  // what is swept, six points, and nothing behind the last line break
    write(results, lines.mid(0, 4).join('\n') + '\n' + lines[4].left(lines[4].size() / 2));
    const Outcome resumed = test::headroom(sweepArguments({"--results", results, "--json", "-"}));
    QCOMPARE(resumed.out, whole);
    QCOMPARE(contentsOf(results).split('\n').size(), 8);
    const Outcome again = test::headroom(sweepArguments({"--results", results}));
    QVERIFY2(again.out.contains("0 of them simulated now"), again.out);
}

void CliSweepTest::threadsChangeNothing() {
    const QByteArray one = test::headroom(sweepArguments({"--threads", "1", "--json", "-"})).out;
    QVERIFY(one.size() > 1000);
    QCOMPARE(test::headroom(sweepArguments({"--threads", "2", "--json", "-"})).out, one);
}

void CliSweepTest::anotherSweepIsRefused() {
    QTemporaryDir folder;
    const QString results = folder.filePath("sweep.jsonl");
    QCOMPARE(test::headroom(sweepArguments({"--results", results})).code, 0);
    const QByteArray before = contentsOf(results);
    const Outcome other = test::headroom(sweepArguments({"--results", results, "--seed", "9"}));
    QCOMPARE(other.code, 3);
    QVERIFY(other.err.contains("another sweep"));
    QCOMPARE(contentsOf(results), before);
}

void CliSweepTest::noFileOfASweepIsLeftAlone() {
    QTemporaryDir folder;
    const QString file = folder.filePath("notes.txt");
    write(file, "my notes\n");
    QCOMPARE(test::headroom(sweepArguments({"--results", file})).code, 3);
    QCOMPARE(contentsOf(file), QByteArray("my notes\n"));
}

void CliSweepTest::theoryIsASweepToo() {
    const QJsonArray points =
        at(jsonOf(test::headroom({"sweep", goodScenario("smallest.yaml"), "--vary", "users=10..1k:30", "--theory",
                                  "--json", "-"})),
           "points").toArray();
    QCOMPARE(points.size(), 30);
    QVERIFY(at(points[0].toObject(), "run.approximations").isArray());
}

void CliSweepTest::ranksChangeNothing() {
    if (mpirun().isEmpty()) QSKIP("built without MPI, or mpirun is not there");
    const QByteArray alone = test::headroom(sweepArguments({"--json", "-"})).out;
    QProcess process;
    startUnderMpi(process, sweepArguments({"--json", "-"}));
    const Outcome two = outcomeOf(process);
    QVERIFY2(two.code == 0, two.err);
    QCOMPARE(two.out, alone);
}

// One of two ranks is killed when the first point is on the disk, and takes the job with it.
void CliSweepTest::aKilledRankLosesNothingFinished() {
    if (mpirun().isEmpty()) QSKIP("built without MPI, or mpirun is not there");
    QTemporaryDir folder;
    const QString results = folder.filePath("sweep.jsonl");
    const QStringList longer{"sweep", goodScenario("smallest.yaml"), "--vary", "users=20..200:12", "--duration",
                             "4000 s", "--replications", "1", "--threads", "1", "--json", "-"};
    QProcess process;
    startUnderMpi(process, longer + QStringList{"--results", results});
    QTRY_VERIFY_WITH_TIMEOUT(contentsOf(results).count('\n') >= 2, 60'000);
    const QList<qint64> ranks = childrenOf(process.processId());
    QVERIFY(ranks.size() >= 2);
    QVERIFY(::kill(static_cast<pid_t>(ranks[1]), SIGKILL) == 0);
    QVERIFY(outcomeOf(process).code != 0);
    const auto kept = contentsOf(results).count('\n') - 1;
    QVERIFY2(kept >= 1 && kept < 12, qPrintable(QString::number(kept)));
    const Outcome resumed = test::headroom(longer + QStringList{"--results", results});
    QCOMPARE(resumed.code, 0);
    // What was finished stands as it was, and the whole is that of a sweep that nothing disturbed.
    QCOMPARE(contentsOf(results).count('\n'), 13);
    QCOMPARE(resumed.out, test::headroom(longer).out);
}

QTEST_GUILESS_MAIN(CliSweepTest)
#include "tst_cli_sweep.moc"
