// SPDX-License-Identifier: GPL-3.0-or-later
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

#include <QJsonArray>
#include <QTemporaryDir>
#include <QtTest>

#include "tests/app/program.h"

using namespace headroom;

namespace {

const QString kShop = test::goodScenario("small_shop.yaml");

/// A terminal without a window.
class Terminal {
public:
    Terminal() : master_(posix_openpt(O_RDWR | O_NOCTTY | O_NONBLOCK)) {
        if (master_ < 0 || grantpt(master_) != 0 || unlockpt(master_) != 0) return;
        name_ = ptsname(master_);
        slave_ = open(qPrintable(name_), O_RDWR | O_NOCTTY);  // so that what was written stays readable
    }
    ~Terminal() {
        if (slave_ >= 0) close(slave_);
        if (master_ >= 0) close(master_);
    }
    Terminal(const Terminal&) = delete;
    Terminal& operator=(const Terminal&) = delete;

    bool isOpen() const { return slave_ >= 0; }
    const QString& name() const { return name_; }
    void read() {
        char buffer[4096];
        for (ssize_t n = 0; (n = ::read(master_, buffer, sizeof buffer)) > 0;) shown_.append(buffer, n);
    }
    const QByteArray& shown() const { return shown_; }

private:
    int master_;
    int slave_ = -1;
    QString name_;
    QByteArray shown_;
};

/// The program with one of its streams on a terminal; what that showed.
QByteArray shownBy(void (QProcess::*redirect)(const QString&, QIODevice::OpenMode), const QStringList& arguments,
                   const QString& variable = {}) {
    Terminal terminal;
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.remove("NO_COLOR");
    environment.insert("TERM", "xterm");
    if (!variable.isEmpty()) environment.insert(variable, "1");
    process.setProcessEnvironment(environment);
    (process.*redirect)(terminal.name(), QIODevice::Append);
    process.start(HEADROOM_PROGRAM, QStringList{"run", kShop, "--duration", "2 min"} + arguments);
    while (terminal.isOpen() && process.state() != QProcess::NotRunning) {
        process.waitForFinished(20);
        terminal.read();
    }
    terminal.read();
    return terminal.shown();
}

QByteArray errorShown(const QStringList& arguments) { return shownBy(&QProcess::setStandardErrorFile, arguments); }
QByteArray outputShown(const QStringList& arguments, const QString& variable = {}) {
    return shownBy(&QProcess::setStandardOutputFile, arguments, variable);
}

/// The program with an environment that says how wide its output is to be.
test::Outcome withColumns(const QStringList& arguments, const QByteArray& columns) {
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert("COLUMNS", QString::fromLatin1(columns));
    process.setProcessEnvironment(environment);
    process.start(HEADROOM_PROGRAM, arguments);
    return test::outcomeOf(process);
}

/// Seconds of processor time that a process has used.
double processorSeconds(qint64 pid) {
    QFile file(QStringLiteral("/proc/%1/stat").arg(pid));
    if (!file.open(QIODevice::ReadOnly)) return 0;
    const QList<QByteArray> fields = file.readAll().split(')').last().simplified().split(' ');
    constexpr int kUserTime = 11;
    return fields.value(kUserTime).toDouble() / static_cast<double>(sysconf(_SC_CLK_TCK));
}

}  // namespace

class CliTerminalTest : public QObject {
    Q_OBJECT

    /// Starts a run that would take minutes, and interrupts it as soon as it is well under way.
    static test::Outcome interrupted(const QStringList& arguments, int signal = SIGINT) {
        QProcess process;
        process.setChildProcessModifier([] { ::signal(SIGINT, SIG_DFL); });  // a shell's `&` would have it ignored
        process.start(HEADROOM_PROGRAM, QStringList{"run", kShop, "--duration", "2 min", "--replications", "5000"} + arguments);
        const auto underWay = [&process] { return processorSeconds(process.processId()) > 1; };
        if (!process.waitForStarted() || !QTest::qWaitFor(underWay, test::kLongest)) return {};
        ::kill(static_cast<pid_t>(process.processId()), signal);
        return test::outcomeOf(process);
    }

private slots:
    void aTerminalShowsProgressAndLeavesNone() {
        const QByteArray shown = errorShown({"--replications", "20"});
        QVERIFY2(shown.contains(" %"), shown);
        QVERIFY(shown.contains("3\u2009000 users"));
        QVERIFY2(shown.endsWith("\r\x1b[K"), shown);
    }
    void quietShowsNoProgress() { QCOMPARE(errorShown({"--replications", "20", "--quiet"}), QByteArray()); }
    void onlyATerminalHasColour() {
        QVERIFY(outputShown({}).contains("\x1b[32m"));
        QVERIFY(!outputShown({"--no-color"}).contains('\x1b'));
        QVERIFY(!outputShown({}, "NO_COLOR").contains('\x1b'));
    }
    void theWordsAreTheSameInAPipe() {
        const auto words = [](QByteArray text) {
            QString bare = QString::fromUtf8(text.replace("\r\n", "\n"));
            bare.remove(QRegularExpression("\x1b\\[[0-9]*m"));
            return bare.left(bare.lastIndexOf(" events in "));
        };
        QCOMPARE(words(outputShown({})), words(test::headroom({"run", kShop, "--duration", "2 min"}).out));
    }

    void aNarrowTerminalIsNotOverrun_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("run") << QStringList{"run", kShop, "--duration", "2 min", "--replications", "2"};
        QTest::newRow("solve") << QStringList{"solve", kShop};
        QTest::newRow("points") << QStringList{"run", kShop, "--duration", "2 min", "--at", "base=3k,4k", "--at", "cached=3k"};
        QTest::newRow("capacity") << QStringList{"capacity", kShop, "--theory"};
        QTest::newRow("size") << QStringList{"size", HEADROOM_SOURCE_DIR "/scenarios/talowa.yaml", "--variant", "target", "--theory"};
        QTest::newRow("forecast") << QStringList{"forecast", kShop, "--growth", "8 %", "--theory"};
        QTest::newRow("compare") << QStringList{"compare", kShop, "base", "cached", "--duration", "2 min"};
        QTest::newRow("audit") << QStringList{"audit", kShop, "--duration", "2 min", "--replications", "1", "--no-search"};
    }
    void aNarrowTerminalIsNotOverrun() {
        QFETCH(QStringList, arguments);
        for (const std::size_t columns : {40, 60, 80}) {
            const QByteArray text = withColumns(arguments, QByteArray::number(static_cast<int>(columns))).out;
            QVERIFY(text.size() > 100);
            QVERIFY2(test::widestLine(text) <= columns, text);
            // Figures are shown whole or not at all.
            static const QRegularExpression cut(QStringLiteral("\\d…|\\de-\\d"));
            QVERIFY2(!cut.match(QString::fromUtf8(text)).hasMatch(), text);
        }
        // More than it can use, and what is no number, change nothing.
        const auto firstLines = [](const QByteArray& text) { return text.left(text.indexOf("\n\n")); };
        QCOMPARE(firstLines(withColumns(arguments, "500").out), firstLines(withColumns(arguments, "wide").out));
    }

    void interruptionKeepsWhatWasFinished_data() {
        QTest::addColumn<int>("signal");
        QTest::newRow("Ctrl-C") << SIGINT;
        QTest::newRow("terminate") << SIGTERM;
    }
    void interruptionKeepsWhatWasFinished() {
        QFETCH(int, signal);
        QTemporaryDir out;
        const test::Outcome outcome = interrupted({"--json", out.filePath("run.json"), "--report", out.filePath("run.html")}, signal);
        QCOMPARE(outcome.code, 130);
        QVERIFY2(outcome.out.contains("Stopped before its end"), outcome.out);
        QVERIFY(QFile::exists(out.filePath("run.html")));
        QFile file(out.filePath("run.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
        QCOMPARE(json.value("interrupted").toBool(), true);
        QVERIFY(json.value("replications").toInt() >= 1);
        QVERIFY(test::at(json, "workload.throughput.value").toDouble() > 0);
    }
    void pointsThatWereNotBegunAreLeftOut() {
        const test::Outcome outcome = interrupted({"--at", "base=3k", "--at", "cached=3k", "--threads", "1", "--json", "-"});
        QCOMPARE(outcome.code, 130);
        QCOMPARE(test::jsonOf(outcome).value("points").toArray().size(), 1);
    }
    void whoIgnoresInterruptionIsNotInterrupted() {
        QProcess process;
        process.setChildProcessModifier([] { ::signal(SIGINT, SIG_IGN); });
        process.start(HEADROOM_PROGRAM, {"run", kShop, "--duration", "2 min", "--replications", "50", "--quiet"});
        QVERIFY(process.waitForStarted());
        while (process.state() != QProcess::NotRunning) {
            ::kill(static_cast<pid_t>(process.processId()), SIGINT);
            process.waitForFinished(50);
        }
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 0);
    }
    void interruptionGoesBeforeTheGate() {
        QCOMPARE(interrupted({"--users", "30k", "--set", "db.servers=1", "--gate", "--quiet"}).code, 130);
    }
};

QTEST_GUILESS_MAIN(CliTerminalTest)
#include "tst_cli_terminal.moc"
