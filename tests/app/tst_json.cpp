// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/json.h"

#include <QtTest>

#include "tests/app/sample_run.h"

using namespace headroom::report;
using Json = nlohmann::ordered_json;

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

Json parsed(const Json& json) { return Json::parse(jsonText(json)); }

}  // namespace

class JsonTest : public QObject {
    Q_OBJECT

private slots:
    void everyPublishedPathIsThere_data() {
        QTest::addColumn<QString>("path");
        for (const char* path :
             {"/headroom", "/scenario", "/variant", "/seed", "/replications", "/confidence", "/simulated_s", "/warm_up_s",
              "/events", "/wall_s", "/peak_memory_bytes", "/unfinished", "/notes", "/alerts", "/workload/users",
              "/workload/throughput/value", "/workload/throughput/half_width", "/workload/error_ratio/value",
              "/workload/availability/value", "/workload/response_time/mean/value", "/workload/response_time/p50",
              "/workload/response_time/p90", "/workload/response_time/p95", "/workload/response_time/p99",
              "/workload/response_time/p999", "/workload/response_time/max", "/operations/feed/throughput",
              "/operations/feed/error_ratio", "/operations/feed/response_time/mean", "/components/api/type",
              "/components/api/throughput", "/components/api/utilisation/half_width", "/components/api/queue_length",
              "/components/api/in_system", "/components/api/wait/mean", "/components/api/wait/p95",
              "/components/api/response_time/p95", "/components/api/error_ratio", "/components/api/errors/refused",
              "/components/api/errors/timeout", "/components/api/errors/failed", "/components/api/hit_ratio",
              "/components/api/instances", "/components/api/cold_starts", "/components/api/memory",
              "/components/api/cost_per_month", "/bottlenecks/0/component", "/bottlenecks/0/why",
              "/bottlenecks/0/utilisation/value", "/bottlenecks/0/share_of_response/value", "/slos/0/name",
              "/slos/0/objective", "/slos/0/value/value", "/slos/0/met", "/slos/0/error_budget_left",
              "/cost/per_month/value", "/cost/by_component/db/value", "/claims/0/says", "/claims/0/value",
              "/claims/0/holds", "/series/sample_s", "/series/db.utilisation/0"})
            QTest::newRow(path) << path;
    }
    void everyPublishedPathIsThere() {
        QFETCH(QString, path);
        QVERIFY(parsed(runJson(sampleRun())).contains(Json::json_pointer(path.toStdString())));
    }

    void figuresAreTheRunsOwn() {
        const RunRecord run = sampleRun();
        const Json json = parsed(runJson(run));
        QCOMPARE(json["seed"].get<std::uint64_t>(), run.result.seed);
        QCOMPARE(json["bottlenecks"][0]["utilisation"]["value"].get<double>(), 0.998);
        QCOMPARE(json["bottlenecks"][0]["utilisation"]["half_width"].get<double>(), 0.001);
        QCOMPARE(json["series"]["workload.throughput"].size(), std::size_t{120});
        QCOMPARE(json["claims"][1]["holds"].is_null(), true);
    }
    void whatIsNotKnownIsNull() {
        const Json json = parsed(runJson(sampleRun()));
        QVERIFY(json["components"]["phone"]["utilisation"]["value"].is_null());
        QVERIFY(json["components"]["api"]["hit_ratio"]["value"].is_null());
        QVERIFY(json["series"]["workload.throughput"][3].is_null());
        QVERIFY(json["slos"][0]["error_budget_left"].is_null());
    }
    void whatIsNoNumberIsNull() {
        RunRecord run = sampleRun();
        run.result.workload.figures.at(headroom::model::Metric::throughput) = {kInfinity, std::nan("")};
        const Json json = parsed(runJson(run));
        QVERIFY(json["workload"]["throughput"]["value"].is_null());
        QVERIFY(json["workload"]["throughput"]["half_width"].is_null());
    }
    void theBaseHasNoVariant() {
        RunRecord run = sampleRun();
        run.result.variant.clear();
        QVERIFY(parsed(runJson(run))["variant"].is_null());
    }
    void anyNameMakesValidJson() {
        RunRecord run = sampleRun();
        run.result.scenario = "quote \" backslash \\ newline \n broken \xff\xc3";
        run.result.components[0].name = "</script>\x1b[31m";
        const Json json = parsed(runJson(run));
        QVERIFY(json["components"].contains("</script>\x1b[31m"));
        QVERIFY(json["scenario"].get<std::string>().starts_with("quote \" backslash \\ newline \n broken \uFFFD"));
    }
    void pointsAreRunsInTheirOrder() {
        const Json json = parsed(pointsJson({{}, {sampleRun(100), sampleRun(200)}}));
        QCOMPARE(json["points"].size(), std::size_t{2});
        QCOMPARE(json["points"][1], parsed(runJson(sampleRun(200))));
        QCOMPARE(json["points"][0]["workload"]["users"].get<double>(), 100.0);
    }
    void theTextEndsInALineBreak() { QVERIFY(jsonText(runJson(sampleRun())).ends_with("}\n")); }
};

QTEST_GUILESS_MAIN(JsonTest)
#include "tst_json.moc"
