// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/import/traces.h"
#include "model/file/scenario_file.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

using namespace headroom::import;
namespace model = headroom::model;

class TracesTest : public QObject {
    Q_OBJECT

private slots:
    void readsOtlp();
    void readsOneDocumentALine();
    void readsJaeger();
    void saysWhereItBreaksOff();
    void proposesAScenario();
    void cutsLoops();
    void readsPublishedExamples();
};

namespace {

struct Read {
    std::vector<Span> spans;
    std::int64_t bad = 0;
    std::string problem;
};

Read readText(const QByteArray& text) {
    QTemporaryDir folder;
    QFile file(folder.filePath("traces.json"));
    Read read;
    if (!file.open(QIODevice::WriteOnly)) return read;
    file.write(text);
    file.close();
    read.problem = readTraces(file.fileName().toStdString(), [&](Span span) { read.spans.push_back(std::move(span)); }, read.bad);
    return read;
}

const QByteArray kOtlp =
    R"({"resourceSpans":[{"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"api"}}]},"scopeSpans":[{"scope":{"name":"x"},"spans":[
    {"traceId":"aa","spanId":"01","parentSpanId":"","name":"GET /feed","kind":2,"startTimeUnixNano":"1000000000","endTimeUnixNano":"1100000000","attributes":[{"key":"peer.service","value":{"stringValue":"p"}}]},
    {"traceId":"aa","name":"no id","kind":1,"startTimeUnixNano":"1","endTimeUnixNano":"2"}]}]}]})";

Span span(const char* id, const char* parent, const char* service, const char* name, Span::Kind kind, int fromMs, int untilMs, int trace = 0) {
    constexpr std::int64_t kMs = 1'000'000;
    return {std::to_string(trace), id, parent, service, name, kind, (1'000'000 + trace * 100 + fromMs) * kMs, (1'000'000 + trace * 100 + untilMs) * kMs, "", ""};
}

model::LoadedScenario loadOf(const std::string& text) { return model::ScenarioFile(text, "traces.yaml", ".").scenario(); }

QString problemsOf(const std::string& text) {
    QString out;
    const model::ScenarioFile file(text, "traces.yaml", ".");
    for (const auto& diagnostic : file.diagnostics()) out += QString::fromStdString(toText(diagnostic)) + "\n";
    for (const auto& diagnostic : loadOf(text).diagnostics) out += QString::fromStdString(toText(diagnostic)) + "\n";
    return out + QString::fromStdString(text);
}

}  // namespace

void TracesTest::readsOtlp() {
    const Read read = readText(kOtlp);
    QCOMPARE(read.problem, std::string());
    QCOMPARE(read.spans.size(), std::size_t{1});
    QCOMPARE(read.bad, std::int64_t{1});
    QCOMPARE(read.spans[0].service, std::string("api"));
    QCOMPARE(read.spans[0].name, std::string("GET /feed"));
    QVERIFY(read.spans[0].kind == Span::Kind::server);
    QCOMPARE(read.spans[0].endNs - read.spans[0].startNs, std::int64_t{100'000'000});
    QCOMPARE(read.spans[0].peer, std::string("p"));
}

void TracesTest::readsOneDocumentALine() {
    QByteArray line = kOtlp;
    line.replace('\n', ' ');
    QCOMPARE(readText(line + "\n" + line + "\n").spans.size(), std::size_t{2});
}

void TracesTest::readsJaeger() {
    const Read read = readText(
        R"({"data":[{"traceID":"t1","spans":[{"traceID":"t1","spanID":"a","operationName":"get","references":[],"startTime":1000000,"duration":5000,
        "tags":[{"key":"span.kind","type":"string","value":"server"}],"processID":"p1"},
        {"traceID":"t1","spanID":"b","operationName":"SELECT","references":[{"refType":"CHILD_OF","traceID":"t1","spanID":"a"}],"startTime":1001000,"duration":2000,
        "tags":[{"key":"db.system","type":"string","value":"postgresql"},{"key":"span.kind","type":"string","value":"client"}],"processID":"p1"}],
        "processes":{"p1":{"serviceName":"shop","tags":[]}}}]})");
    QCOMPARE(read.spans.size(), std::size_t{2});
    QCOMPARE(read.spans[1].service, std::string("shop"));
    QCOMPARE(read.spans[1].parent, std::string("a"));
    QCOMPARE(read.spans[1].database, std::string("postgresql"));
    QCOMPARE(read.spans[0].endNs - read.spans[0].startNs, std::int64_t{5'000'000});
}

void TracesTest::saysWhereItBreaksOff() {
    const Read read = readText(kOtlp.left(kOtlp.size() - 5));
    QVERIFY(!read.problem.empty());
    QCOMPARE(read.spans.size(), std::size_t{1});
}

void TracesTest::proposesAScenario() {
    ServiceGraph graph;
    for (int trace = 0; trace < 100; ++trace) {
        graph.add(span("1", "", "web-api", "GET /feed", Span::Kind::server, 0, 20, trace));
        graph.add(span("2", "1", "web-api", "auth call", Span::Kind::client, 2, 9, trace));
        graph.add(span("3", "2", "auth", "verify", Span::Kind::server, 3, 8, trace));
        if (trace % 2 == 0) {
            Span query = span("4", "1", "web-api", "SELECT", Span::Kind::client, 10, 16, trace);
            query.database = "postgresql";
            graph.add(query);
        }
        Span mail = span("5", "3", "auth", "send", Span::Kind::client, 4, 6, trace);
        mail.peer = "mailer";
        graph.add(mail);
    }
    const auto text = graph.scenario("Traced");
    QVERIFY(text);
    const auto loaded = loadOf(*text);
    QVERIFY2(loaded.scenario, qPrintable(problemsOf(*text)));
    const model::Scenario& scenario = *loaded.scenario;
    QCOMPARE(scenario.components.size(), std::size_t{4});
    QCOMPARE(scenario.workload.entry, std::string("web_api"));
    QVERIFY(std::abs(scenario.workload.arrivals->rate.peak() - 10) < 0.2);  // 100 in some 10 s
    const auto& steps = scenario.component("web_api")->operation("get_feed")->steps;
    QCOMPARE(steps.size(), std::size_t{3});
    // 20 ms less 7 ms at the other service, and 6 ms in every second trace at the database.
    QVERIFY(std::abs(std::get<model::Work>(steps[0].action).time.mean() - 0.010) < 1e-5);
    const auto& verify = std::get<model::Call>(steps[1].action);
    QCOMPARE(verify.to, std::string("auth"));
    QCOMPARE(verify.probability, 1.0);
    QCOMPARE(std::get<model::Call>(steps[2].action).probability, 0.5);
    QVERIFY(std::abs(std::get<model::Work>(scenario.component("auth")->operation("verify")->steps[0].action).time.mean() - 0.003) < 1e-6);
    QVERIFY(std::holds_alternative<model::DatabaseSpec>(scenario.component("postgresql")->spec));
    QVERIFY(std::abs(std::get<model::ExternalSpec>(scenario.component("mailer")->spec).latency.mean() - 0.002) < 1e-6);
}

void TracesTest::cutsLoops() {
    ServiceGraph graph;
    graph.add(span("1", "", "a", "x", Span::Kind::server, 0, 20));
    graph.add(span("2", "1", "b", "y", Span::Kind::server, 2, 18));
    graph.add(span("3", "2", "a", "x", Span::Kind::server, 4, 10));
    const auto text = graph.scenario("Loop");
    QVERIFY(text);
    QVERIFY2(loadOf(*text).scenario, qPrintable(problemsOf(*text)));
    QVERIFY(text->find("is left out") != std::string::npos);
}

void TracesTest::readsPublishedExamples() {
    const QByteArray data = qgetenv("HEADROOM_DATA");
    const QDir folder((data.isEmpty() ? QStringLiteral(HEADROOM_SOURCE_DIR "/../shared/data") : QString::fromUtf8(data)) + "/traces");
    if (!folder.exists()) QSKIP("HEADROOM_DATA has no traces");
    int files = 0;
    for (const QString& name : folder.entryList({"*.json"}, QDir::Files)) {
        const std::string path = folder.filePath(name).toStdString();
        if (!isTraceFile(path)) continue;
        ++files;
        ServiceGraph graph;
        std::int64_t bad = 0;
        QCOMPARE(readTraces(path, [&](Span one) { graph.add(std::move(one)); }, bad), std::string());
        QVERIFY2(graph.spans() > 0, qPrintable(name));
        const auto text = graph.scenario("Example");
        QVERIFY(text);
        QVERIFY2(loadOf(*text).scenario, qPrintable(name + ": " + problemsOf(*text)));
    }
    QVERIFY(files > 0);
}

QTEST_GUILESS_MAIN(TracesTest)
#include "tst_traces.moc"
