// SPDX-License-Identifier: GPL-3.0-or-later
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QtTest>

#include "tests/app/program.h"

using namespace headroom;
using test::Outcome;

namespace {

/// What the examples of the help are about: users who act once in 1,000 s, so that 500,000 of them are soon simulated.
constexpr const char* kShop = R"text(headroom: 1
name: Shop
run: {duration: 1 min, warm_up: none, replications: 2}
components:
  api:
    type: service
    price: {instance_hour: 0.1 USD}
    instances: 4
    concurrency: 50
    operations: {browse: [{work: exp(4 ms)}, {call: {to: db_pool, operation: read}}]}
  db_pool: {type: pool, size: {max: 50}, to: db}
  db: {type: database, servers: 8, price: {instance_hour: 0.02 USD}, operations: {read: [{work: exp(6 ms)}]}}
  api_hpa: {type: autoscaler, scales: api, kind: hpa, instances: {min: 2, max: 16}}
workload:
  entry: api
  users: 3 k
  profiles: {visitor: {think: exp(1000 s), actions: {browse: 1}}}
slos: [{name: fast, objective: p95(api.response_time) < 200 ms}]
alerts: [{name: slow, when: p95(api.response_time) > 500 ms}]
claims: [{says: Answers within a second, of: mean(api.response_time), below: 1 s}]
tune: {api.instances: {between: [2, 64]}}
observed: {series: {workload.throughput: 'sum(rate(http_requests_total[1m]))'}}
variants: {today: {}, target: {set: {api.instances: 8}}, cached: {set: {db.servers: 12}}, calibrated: {}}
)text";

void write(const QString& path, const QByteArray& text) {
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(text), text.size());
}

QStringList commands() {
    static const QRegularExpression kCommand("^  ([a-z]+)  ");
    QStringList names;
    const QString help = QString::fromUtf8(test::headroom({"--help"}).out);
    for (const QString& line : help.section("Subcommands:", 1).section("Examples:", 0, 0).split('\n'))
        if (const auto match = kCommand.match(line); match.hasMatch()) names << match.captured(1);
    return names;
}

/// The lines below `Examples:` that start the program, as somebody would type them.
QStringList examplesOf(const QString& command) {
    QStringList lines;
    const QString help = QString::fromUtf8(test::headroom({command, "--help"}).out);
    for (const QString& line : help.section("Examples:", 1).split('\n'))
        if (line.startsWith("  headroom ") || line.startsWith("  kubectl ")) lines << line.trimmed();
    return lines;
}

}  // namespace

/// `--help` of every command: its examples are typed into a shell, in a folder with the files that they name.
class CliHelpTest : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;
    QString in(const QString& name) const { return folder_.filePath(name); }

    Outcome type(QString line) const {
        // What asks a server finds none, at once.
        line.replace(QRegularExpression("https?://[a-z.]+(:9090)?"), "http://127.0.0.1:1");
        QProcess shell;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert("HEADROOM_ARCHIVE", in("archive.sqlite"));
        shell.setProcessEnvironment(environment);
        shell.setWorkingDirectory(folder_.path());
        shell.start("/bin/sh", {"-c", "headroom() { \"" HEADROOM_PROGRAM "\" \"$@\"; }\n"
                                      "kubectl() { cat deployments.yaml; }\ndot() { cat; }\n" + line});
        return test::outcomeOf(shell, 3 * test::kLongest);
    }

    void writeFiles() const {
        for (const char* name : {"shop.yaml", "redesign.yaml"}) write(in(name), kShop);
        QByteArray metrics = "time,workload.throughput,api.utilisation\n", users = "time,active\n",
                   requests = "timeStamp,elapsed,label,responseCode,success\n";
        for (int i = 0; i < 60; ++i) {
            const QByteArray minute = QByteArray::number(i).rightJustified(2, '0');
            metrics += "2026-11-21 14:" + minute + ":00," + QByteArray::number(2 + i % 5) + ",0.0" + QByteArray::number(20 + 5 * (i % 5)) + "\n";
            users += QDate(2026, 6, 1).addDays(i).toString(Qt::ISODate).toLatin1() + " 00:00:00," + QByteArray::number(20'000 + 100 * i) + "\n";
            requests += QByteArray::number(1'700'000'000'000 + 500 * i) + ",120,browse,200,true\n";
        }
        write(in("metrics.csv"), metrics);
        write(in("users.csv"), users);
        write(in("results.jtl"), requests);
        write(in("node.om"), "# TYPE node_load1 gauge\nnode_load1{job=\"db\"} 0.5 1700000000\n# EOF\n");
        write(in("traces.json"),
              R"({"data":[{"traceID":"t1","spans":[{"traceID":"t1","spanID":"a","operationName":"get","references":[],
              "startTime":1000000,"duration":5000,"tags":[],"processID":"p1"}],"processes":{"p1":{"serviceName":"shop"}}}]})");
        write(in("compose.yaml"), "services:\n  api: {build: ., ports: ['80:80'], depends_on: [db]}\n  db: {image: postgres}\n");
        write(in("deployments.yaml"), "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: api}\nspec: {replicas: 2, template: {spec: {containers: [{image: api}]}}}\n");
        write(in("hpa.yaml"), test::headroom({"export", in("shop.yaml"), "--as", "hpa"}).out);
        write(in("slos.yaml"), test::headroom({"export", in("shop.yaml"), "--as", "openslo"}).out);
        QVERIFY(QDir(folder_.path()).mkpath("scenarios"));
        write(in("scenarios/one.yaml"), kShop);
    }

private slots:
    void initTestCase() {
        QVERIFY(folder_.isValid());
        writeFiles();
        // The examples speak of run 12 and import 3.
        for (int i = 0; i < 12; ++i) QCOMPARE(type("headroom run shop.yaml --quiet").code, 0);
        for (int i = 0; i < 3; ++i) QCOMPARE(type("headroom import metrics.csv --yes --quiet").code, 0);
    }

    void everyHelpHasExamplesAndFits_data() {
        QTest::addColumn<QString>("command");
        for (const QString& command : commands()) QTest::newRow(qPrintable(command)) << command;
    }
    void everyHelpHasExamplesAndFits() {
        QFETCH(QString, command);
        const Outcome outcome = test::headroom({command, "--help"});
        QCOMPARE(outcome.code, 0);
        QCOMPARE(outcome.err, QByteArray());
        QVERIFY(test::widestLine(outcome.out) <= 100);
        QVERIFY(!examplesOf(command).isEmpty());
    }

    void examples_data() {
        QTest::addColumn<QString>("line");
        for (const QString& command : commands())
            for (const QString& line : examplesOf(command)) QTest::newRow(qPrintable(line)) << line;
    }
    void examples() {
        QFETCH(QString, line);
        writeFiles();  // some examples write over what others read
        // Without --import the newest import counts, which other examples have made.
        if (line.contains("replay") || line.contains("calibrate")) QCOMPARE(type("headroom import metrics.csv --yes --quiet").code, 0);
        // The scenarios that come with the program are audited by tests of their own; that takes minutes.
        const Outcome outcome = type(QString(line).replace(" --all ", " shop.yaml "));
        const bool asksAServer = line.contains("http");
        // Without --yes the columns are shown, and nothing is taken.
        const bool asksBack = line.startsWith("headroom import metrics.csv  ");
        const bool mayMiss = line.contains("--gate");
        const bool good = asksAServer ? outcome.code == 3
                          : asksBack  ? outcome.code == 2 && outcome.err.contains("--yes")
                                      : outcome.code == 0 || (mayMiss && outcome.code == 1);
        QVERIFY2(good, (outcome.err + "\nexit " + QByteArray::number(outcome.code)).constData());
    }
};

QTEST_GUILESS_MAIN(CliHelpTest)
#include "tst_cli_help.moc"
