// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exchange/exports.h"
#include "app/exchange/promql.h"
#include "app/exchange/yaml_out.h"
#include "model/file/scenario_file.h"
#include "model/graph_text.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <QtTest>

#include <chrono>

using namespace headroom;
using namespace headroom::exchange;

namespace {

constexpr const char* kShop = R"text(headroom: 1
name: 'A "small" {{shop}}: #1'
components:
  api: {type: service, instances: 2, operations: {read: [{work: exp(4 ms)}, {call: {to: db, operation: read}}]}}
  db: {type: database, servers: 8, operations: {read: [{work: exp(6 ms)}]}}
  api_hpa:
    type: autoscaler
    scales: api
    kind: hpa
    instances: {min: 2, max: 8}
    metrics: [{cpu: 70 %}, {rps: 150}]
workload: {entry: api, users: 100, profiles: {p: {think: exp(5 s), actions: {read: 1}}}}
slos:
  - {name: fast, objective: p95(api.response_time) < 200 ms}
  - {name: available, objective: workload.availability > 99.9 %, over: 30 days}
alerts:
  - {name: slow, when: p95(api.response_time) > 500 ms, for: 2 min, keep_firing_for: 1 min, severity: critical}
  - {name: waiting, when: db.queue_length / db.throughput > 3 s, for: 0 s, window: 5 min}
)text";

model::Scenario scenarioOf(const std::string& text) {
    const model::LoadedScenario loaded = model::ScenarioFile(text, "shop.yaml", ".").scenario();
    for (const model::Diagnostic& diagnostic : loaded.diagnostics)
        qWarning("%s", model::toText(diagnostic).c_str());
    return loaded.scenario.value_or(model::Scenario{});
}

/// promtool, which is what Prometheus itself reads rules with; its exit code and what it says.
std::pair<int, QByteArray> promtool(const QStringList& arguments, const QString& folder) {
    QProcess process;
    process.setWorkingDirectory(folder);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start("promtool", arguments);
    if (!process.waitForFinished(60'000))
        return {-1, "promtool did not end: " + process.errorString().toUtf8()};
    return {process.exitCode(), process.readAll()};
}

/// What stands in tests/exchange/expected.
QString expected(const char* name) {
    QFile file(QStringLiteral(HEADROOM_SOURCE_DIR "/tests/exchange/expected/") + name);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

void write(const QString& path, const std::string& text) {
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(text.data(), static_cast<qint64>(text.size())),
             static_cast<qint64>(text.size()));
}

}  // namespace

class ExportsTest : public QObject {
    Q_OBJECT

    model::Scenario shop_ = scenarioOf(kShop);
    QTemporaryDir folder_;

private slots:
    void initTestCase() {
        QVERIFY(folder_.isValid());
        QCOMPARE(shop_.components.size(), 3u);
    }

    void dot() { QCOMPARE(QString::fromStdString(model::dotText(shop_)), expected("shop.dot")); }
    void graphMl() {
        const QString text = QString::fromStdString(model::graphMlText(shop_));
        QXmlStreamReader xml(text);
        QStringList data;
        int nodes = 0, edges = 0;
        while (!xml.atEnd()) {
            if (xml.readNext() != QXmlStreamReader::StartElement) continue;
            nodes += xml.name() == u"node";
            edges += xml.name() == u"edge";
            if (xml.name() == u"data") data << xml.readElementText();
        }
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        QCOMPARE(nodes, 3);
        QCOMPARE(edges, 2);
        for (const char* word : {"api", "database", "autoscaler", "read", "scales", "call"})
            QVERIFY2(data.contains(word), word);
    }
    void markupInNamesStaysText() {
        model::Scenario hostile = shop_;
        hostile.name = "a\"];\n<x>&\\N";
        const std::string dot = model::dotText(hostile), xml = model::graphMlText(hostile);
        QVERIFY(dot.find("label=\"a\\\"]; <x>&\\\\N\";") != std::string::npos);
        hostile.components[1].name = hostile.components[1].name + "<x>&\"";
        QXmlStreamReader reader(QString::fromStdString(model::graphMlText(hostile)));
        while (!reader.atEnd()) reader.readNext();
        QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
    }

    void autoscalers() {
        QCOMPARE(QString::fromStdString(horizontalPodAutoscalers(shop_)),
                 expected("shop.hpa.yaml"));
        model::Scenario without = shop_;
        without.components.pop_back();
        QCOMPARE(horizontalPodAutoscalers(without), std::string());
    }

    void openSloOfAnErrorObjective() {
        model::Scenario one = shop_;
        one.name = "Shop";
        one.slos.erase(one.slos.begin());
        QCOMPARE(QString::fromStdString(openSlo(one)), expected("shop.openslo.yaml"));
    }

    void prometheusReadsTheRules() {
        write(folder_.filePath("rules.yml"), prometheusRules(shop_));
        const auto [code, said] = promtool({"check", "rules", "rules.yml"}, folder_.path());
        QVERIFY2(code == 0, said);
        QVERIFY2(said.contains("SUCCESS: 16 rules found"), said);
    }
    // With 99.9 % allowed, 2 % of errors from minute 60 on burn 6 times the budget over the first
    // 86 minutes when 26 of them are bad: 0.02 x 26 / 86 > 6 x 0.001, and 0.02 x 25 / 85 is not.
    // The pair of 14.4 needs 44 bad ones of 61.
    void theBurnRateAlertFiresWhenItShould() {
        write(folder_.filePath("rules.yml"), prometheusRules(shop_));
        write(folder_.filePath("test.yml"), R"text(rule_files: [rules.yml]
evaluation_interval: 1m
tests:
  - interval: 1m
    input_series:
      - {series: 'headroom_error_ratio_ratio{target="workload"}', values: '0x59 0.02x200'}
      - {series: 'headroom_arrival_rate_per_second{target="workload"}', values: '100x300'}
      - {series: 'headroom_response_time_seconds{target="api",statistic="p95"}', values: '0.1x9 0.6x20'}
    promql_expr_test:
      - expr: headroom:slo_error_ratio:5m
        eval_time: 100m
        exp_samples: [{labels: 'headroom:slo_error_ratio:5m{slo="available"}', value: 0.02}]
    alert_rule_test:
      - {eval_time: 84m, alertname: available burns its budget fast}
      - eval_time: 85m
        alertname: available burns its budget fast
        exp_alerts:
          - exp_labels: {severity: page, slo: available}
            exp_annotations:
              summary: The error budget of available is being spent too fast
              description: >-
                Objective: workload.availability > 99.9 %. It burns 14.4 times as fast as it may over 1h and 5m, or 6
                times as fast as it may over 6h and 30m.
      - {eval_time: 11m, alertname: slow}
      - eval_time: 13m
        alertname: slow
        exp_alerts:
          - exp_labels: {severity: critical}
            exp_annotations: {summary: p95(api.response_time) > 500 ms}
)text");
        const auto [code, said] = promtool({"test", "rules", "test.yml"}, folder_.path());
        QVERIFY2(code == 0, said);
    }
    void productionsOwnQueriesAreUsed() {
        model::Scenario observed = shop_;
        observed.observed.series.push_back({shop_.slos[0].objective.metric, "my_p95{job=\"api\"}"});
        const std::string rules = prometheusRules(observed);
        QVERIFY(rules.find("max(avg_over_time((my_p95{job=\\\"api\\\"})[1m:]))") !=
                std::string::npos);
        QVERIFY(rules.find("headroom_response_time_seconds") == std::string::npos);
    }
    void templatesInNamesStayText() {
        model::Scenario hostile = shop_;
        hostile.slos[0].name = "{{ .Secret }}\"\n  - alert: x";
        hostile.alerts[0].name = "{{ $labels.x }}: y";
        write(folder_.filePath("hostile.yml"), prometheusRules(hostile));
        const auto [code, said] = promtool({"check", "rules", "hostile.yml"}, folder_.path());
        QVERIFY2(code == 0, said);
        QVERIFY2(said.contains("SUCCESS: 16 rules found"), said);
        QVERIFY(prometheusRules(hostile).find("alert: \"{{ \\\"{{\\\" }} $labels.x }}: y\"") !=
                std::string::npos);
    }

    void durationsOfPrometheus() {
        using namespace std::chrono;
        QCOMPARE(promDuration(minutes(90)), std::string("90m"));
        QCOMPARE(promDuration(hours(24 * 30)), std::string("30d"));
        QCOMPARE(promDuration(milliseconds(1500)), std::string("1500ms"));
        QCOMPARE(promDuration(seconds(0)), std::string("0s"));
    }
    void namesOfKubernetes() {
        QCOMPARE(labelName("A small shop"), std::string("a-small-shop"));
        QCOMPARE(labelName("api_hpa"), std::string("api-hpa"));
        QCOMPARE(labelName("--"), std::string("unnamed"));
        QCOMPARE(labelName(std::string(80, 'x')).size(), 63u);
    }
    void yamlQuotesWhatIsNoWord() {
        const nlohmann::ordered_json value = {
            {"a", "plain-word"}, {"b", "yes"}, {"c", "x: y # z"}, {"d", "1"}, {"e", {1, "- x"}}};
        QCOMPARE(
            QString::fromStdString(yamlText(value)),
            QStringLiteral(
                "a: plain-word\nb: \"yes\"\nc: \"x: y # z\"\nd: \"1\"\ne:\n  - 1\n  - \"- x\"\n"));
    }
};

QTEST_GUILESS_MAIN(ExportsTest)
#include "tst_exports.moc"
