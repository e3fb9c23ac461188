// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exchange/drafts.h"
#include "app/exchange/exports.h"
#include "app/exchange/foreign_yaml.h"
#include "app/exchange/image_roles.h"
#include "model/file/scenario_file.h"
#include "tests/app/program.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

using namespace headroom;
using namespace headroom::exchange;

namespace {

std::string manifest(const char* name) {
    QFile file(QStringLiteral(HEADROOM_SOURCE_DIR "/tests/exchange/manifests/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

model::LoadedScenario loaded(const std::string& text) {
    model::LoadedScenario result = model::ScenarioFile(text, "draft.yaml", ".").scenario();
    for (const model::Diagnostic& diagnostic : result.diagnostics)
        qWarning("%s", model::toText(diagnostic).c_str());
    if (!result.scenario) qWarning("%s", text.c_str());
    return result;
}

/// The draft of some manifests; nothing if it is no scenario.
struct Drafted {
    std::string text;
    std::optional<model::Scenario> scenario;

    explicit Drafted(const std::string& manifests) {
        const auto draft = draftOf({{"in.yaml", manifests}}, "Draft");
        if (!draft) {
            qWarning("found %s, expected %s", draft.error().found.c_str(), draft.error().expected.c_str());
            return;
        }
        text = *draft;
        scenario = loaded(text).scenario;
    }
    bool says(std::string_view words) const { return text.find(words) != std::string::npos; }
    template <typename Spec>
    const Spec* spec(const char* name) const {
        const model::Component* component = scenario ? scenario->component(name) : nullptr;
        return component == nullptr ? nullptr : std::get_if<Spec>(&component->spec);
    }
    /// Whether an operation calls or sends to a component.
    bool calls(const char* from, const char* operation, const char* to) const {
        const model::Component* component = scenario->component(from);
        const model::Operation* steps = component != nullptr ? component->operation(operation) : nullptr;
        return steps != nullptr && std::ranges::any_of(steps->steps, [&](const model::Step& step) {
                   const auto* call = std::get_if<model::Call>(&step.action);
                   return call != nullptr && call->to == to;
               });
    }
};

std::string whyNot(const std::string& text) {
    const auto draft = draftOf({{"in.yaml", text}}, "Draft");
    return draft ? "" : draft.error().found;
}

/// A scenario with objectives and an autoscaler, for there and back.
constexpr const char* kShop = R"text(headroom: 1
name: Shop
components:
  api: {type: service, instances: 2, memory: {base: 100 MB, limit: 512 MB}, operations: {read: [{work: exp(4 ms)}, {call: {to: db, operation: read}}]}}
  db: {type: database, servers: 8, operations: {read: [{work: exp(6 ms)}]}}
  api_hpa:
    type: autoscaler
    scales: api
    kind: hpa
    instances: {min: 2, max: 8}
    metrics: [{cpu: 70 %}, {memory: 65 %}, {rps: 150/s}, {concurrency: 12.5}]
    up: {stabilisation: 30 s, policies: [2 every 1 min, 50 % every 30 s], select: least}
    down: {select: disabled, tolerance: 20 %}
workload: {entry: api, users: 100, profiles: {p: {think: exp(5 s), actions: {read: 1}}}}
slos:
  - {name: fast, objective: p95(api.response_time) < 200 ms}
  - {name: available, objective: workload.availability > 99.9 %, over: 30 days}
  - {name: busy, objective: api.utilisation < 75 %}
  - {name: reads, objective: p99(workload.read.response_time) < 1.5 s, over: 7 days}
)text";

}  // namespace

class DraftsTest : public QObject {
    Q_OBJECT

private slots:
    void compose() {
        const Drafted draft(manifest("compose.yaml"));
        QVERIFY(draft.scenario);
        const auto* api = draft.spec<model::ServiceSpec>("api");
        QVERIFY(api != nullptr);
        QCOMPARE(api->instances, 3);
        QCOMPARE(api->memory->limit->count, std::int64_t{512} << 20);
        // Half a CPU is stated: what takes 5 ms of one takes 10 ms.
        const auto& work = std::get<model::Work>(draft.scenario->component("api")->operation("request")->steps[0].action);
        QCOMPARE(work.time.mean(), 0.010);
        QVERIFY(draft.spec<model::LoadBalancerSpec>("web") != nullptr);
        QCOMPARE(draft.scenario->workload.entry, std::string("web"));
        QCOMPARE(draft.spec<model::CacheSpec>("cache")->origin, std::string("db"));
        QCOMPARE(draft.spec<model::DatabaseSpec>("db")->servers, 4);
        QCOMPARE(draft.spec<model::QueueSpec>("rabbitmq")->to, std::string("worker"));
        QVERIFY(draft.spec<model::ExternalSpec>("api_stripe_com") != nullptr);
        for (const char* to : {"cache", "db", "api_stripe_com"}) QVERIFY2(draft.calls("api", "request", to), to);
        QVERIFY(draft.calls("worker", "message", "db"));
        // Who takes messages from the broker does not send them.
        QVERIFY(!draft.calls("worker", "message", "rabbitmq"));
    }
    void whatIsLeftOutIsNamed() {
        const Drafted draft(manifest("compose.yaml"));
        for (const char* words : {"prometheus", "`reporter`", "`volumes` of db", "`healthcheck` of api"})
            QVERIFY2(draft.says(words), words);
        QVERIFY(!draft.says("otel.example.com"));  // traces are no requests
        for (const model::Assumption& assumption : draft.scenario->assumptions) QVERIFY(!assumption.parameter.empty());
        QVERIFY(draft.scenario->assumptions.size() > 5);
    }
    void secretsStayWhereTheyAre() {
        const Drafted draft("services:\n  a: {build: ., ports: ['1:1'], environment: {U: 'postgres://user:hunter2@db/x', PASSWORD: hunter2}}\n"
                            "  db: {image: postgres, environment: [POSTGRES_PASSWORD=hunter2]}\n");
        QVERIFY(draft.scenario);
        QVERIFY(draft.calls("a", "request", "db"));
        QVERIFY(!draft.says("hunter2"));
        QVERIFY(!Drafted(manifest("kubernetes.yaml")).says("c2VjcmV0"));
    }

    void kubernetes() {
        const Drafted draft(manifest("kubernetes.yaml"));
        QVERIFY(draft.scenario);
        QCOMPARE(draft.scenario->workload.entry, std::string("frontend"));
        QCOMPARE(draft.spec<model::ServiceSpec>("frontend")->instances, 2);
        QCOMPARE(draft.spec<model::DatabaseSpec>("postgres")->servers, 4);
        QVERIFY(draft.calls("frontend", "request", "catalog"));
        QVERIFY(draft.calls("frontend", "request", "postgres"));  // by a ConfigMap
        QVERIFY(draft.calls("catalog", "request", "postgres"));   // by the Service's name in full
        const auto* scaler = draft.spec<model::AutoscalerSpec>("frontend_hpa");
        QVERIFY(scaler != nullptr);
        QCOMPARE(scaler->maxInstances, 20);
        QCOMPARE(scaler->metrics.size(), 2u);
        // 70 % of the requested 250m are 17.5 % of the CPU that there is.
        QVERIFY(std::abs(scaler->metrics[0].target - 0.175) < 1e-9);
        QCOMPARE(scaler->metrics[1].target, 100.0);
        QVERIFY(draft.says("kafka_lag") && draft.says("Secret `s`") && draft.says("`livenessProbe` of frontend"));
        QCOMPARE(draft.scenario->slos.size(), 2u);
        QCOMPARE(draft.scenario->slos[0].objective.text, std::string("catalog.availability > 99.9 %"));
        QVERIFY(*draft.scenario->slos[0].over == std::chrono::hours(24 * 28));
        QCOMPARE(draft.scenario->slos[1].objective.text, std::string("p99(workload.response_time) < 300 ms"));
    }
    void listsOfKubectl() {
        const Drafted draft(R"({"apiVersion": "v1", "kind": "List", "items": [{"apiVersion": "apps/v1", "kind": "Deployment",
            "metadata": {"name": "api"}, "spec": {"replicas": 4, "template": {"spec": {"containers": [{"image": "x"}]}}}}]})");
        QVERIFY(draft.scenario);
        QCOMPARE(draft.spec<model::ServiceSpec>("api")->instances, 4);
    }

    void autoscalersKeepTheirTargets() {
        const model::Scenario shop = *loaded(kShop).scenario;
        const std::string exported = horizontalPodAutoscalers(shop);
        const Drafted draft(exported);
        QVERIFY(draft.scenario);
        QCOMPARE(horizontalPodAutoscalers(*draft.scenario), exported);
    }
    void objectivesKeepTheirTargets() {
        const model::Scenario shop = *loaded(kShop).scenario;
        const Drafted draft(openSlo(shop));
        QVERIFY(draft.scenario);
        QCOMPARE(draft.scenario->slos.size(), shop.slos.size());
        for (std::size_t i = 0; i < shop.slos.size(); ++i) {
            QCOMPARE(draft.scenario->slos[i].name, shop.slos[i].name);
            QCOMPARE(draft.scenario->slos[i].objective.text, shop.slos[i].objective.text);
        }
        QVERIFY(draft.scenario->slos[1].over == shop.slos[1].over);
    }
    void objectivesWithProductionsOwnQueriesToo() {
        model::Scenario shop = *loaded(kShop).scenario;
        shop.slos.resize(1);
        shop.observed.series.push_back({shop.slos[0].objective.metric, "my_p95{job=\"api\"}"});
        const Drafted draft(openSlo(shop));
        QVERIFY(draft.scenario);
        QCOMPARE(draft.scenario->slos.at(0).objective.text, shop.slos[0].objective.text);
    }
    void aThresholdWithoutAUnitIsLeftOut() {
        const std::string why = whyNot("apiVersion: openslo/v1\nkind: SLO\nmetadata: {name: odd}\nspec:\n  service: api\n"
                            "  indicator: {spec: {thresholdMetric: {metricSource: {spec: {query: latency}}}}}\n"
                            "  objectives: [{op: lt, value: 500, target: 0.99}]\n");
        QVERIFY2(why.find("in what unit 500 is") != std::string::npos, why.c_str());
    }
    void aThresholdBeyondEveryRangeIsLeftOut() {
        const std::string why = whyNot("apiVersion: openslo/v1\nkind: SLO\nmetadata: {name: far}\nspec:\n  service: api\n"
                            "  indicator: {spec: {thresholdMetric: {metricSource: {spec: {query: latency_seconds}}}}}\n"
                            "  objectives: [{op: lt, value: 1e300, target: 0.99}]\n");
        QVERIFY2(why.find("out of range") != std::string::npos, why.c_str());
    }
    void publishedOpenSloIsRead() {
        const QByteArray data = qgetenv("HEADROOM_DATA");
        const QDir folder((data.isEmpty() ? QStringLiteral(HEADROOM_SOURCE_DIR "/../shared/data") : QString::fromUtf8(data)) + "/slo");
        if (!folder.exists()) QSKIP("HEADROOM_DATA has no SLOs");
        int files = 0;
        for (const QString& name : folder.entryList({"openslo_*.yaml", "sloth_examples_openslo*.yml"}, QDir::Files)) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const Drafted draft(file.readAll().toStdString());
            QVERIFY2(draft.scenario, qPrintable(name));
            ++files;
        }
        QVERIFY(files > 0);
    }

    void ringsAreCut() {
        const Drafted draft("services:\n  a: {build: ., ports: ['1:1'], depends_on: [b]}\n  b: {build: ., environment: {A_URL: 'http://a:80'}}\n");
        QVERIFY(draft.scenario);
        QVERIFY(draft.calls("a", "request", "b"));
        QVERIFY(draft.says("leads back to its caller"));
    }
    void aBalancerLeadsToSeveral() {
        const Drafted draft("services:\n  web: {image: nginx, ports: ['80:80'], depends_on: [a, b]}\n  a: {build: .}\n  b: {build: .}\n");
        QVERIFY(draft.scenario);
        QCOMPARE(draft.scenario->component("web")->destinations().size(), 2u);
    }
    void namesDoNotCollide() {
        const Drafted draft("services:\n  web-api: {build: ., ports: ['1:1'], depends_on: [web_api, workload]}\n  web_api: {build: .}\n  workload: {build: .}\n");
        QVERIFY(draft.scenario);
        QVERIFY(draft.scenario->component("web_api_2") != nullptr);
        QVERIFY(draft.scenario->component("workload_service") != nullptr);
    }
    void hostileTextStaysText() {
        const Drafted draft("name: 'x\"}, evil: {'\nservices:\n  'a b: [1': {image: \"x\\ncomponents: y\", ports: ['1:1'], \"k\\n y\": 1}\n");
        QVERIFY(draft.scenario);
        QCOMPARE(draft.scenario->components.size(), 1u);
    }

    void badFilesAreRefused_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("found");
        QTest::newRow("no YAML") << "services:\n  a: [1\n" << "what is not YAML";
        QTest::newRow("values without end") << "services: a\n---\n{a: b},\n" << "what is not YAML in line 3";
        QTest::newRow("twice") << "services:\n  a: {build: .}\n  a: {build: .}\n" << "`a` a second time in line 3";
        QTest::newRow("nothing") << "services: {}\n" << "nothing that takes requests";
        QTest::newRow("only a database") << "services: {db: {image: postgres}}\n" << "nothing that takes requests";
        QTest::newRow("itself") << "services: &a {b: *a}\n" << "an alias of what it stands in";
        QTest::newRow("deep") << "services: " + QString(100, '[') + QString(100, ']') << "more than 64 levels";
        QTest::newRow("large") << QString(9 << 20, ' ') << "more than 8 MiB";
        QString laughs = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
        for (int i = 1; i < 10; ++i)
            laughs += QStringLiteral("a%1: &a%1 [").arg(i) + QStringLiteral("*a%1, ").arg(i - 1).repeated(9) + QStringLiteral("*a%1]\n").arg(i - 1);
        QTest::newRow("aliases of aliases") << laughs + "services: *a9\n" << "more than 200000 values";
    }
    void badFilesAreRefused() {
        QFETCH(QString, text);
        QFETCH(QString, found);
        const QString why = QString::fromStdString(whyNot(text.toStdString()));
        QVERIFY2(why.contains(found), qPrintable(why));
    }

    void imagesAreRecognised() {
        for (const char* image : {"postgres", "docker.io/bitnami/postgresql:16", "mysql@sha256:0", "mcr.microsoft.com/mssql/server:2022"})
            QVERIFY2(roleOfImage(image) == Role::database, image);
        QVERIFY(roleOfImage("redis/redis-stack-server:7") == Role::store);
        QVERIFY(roleOfImage("confluentinc/cp-kafka:7.5") == Role::queue);
        QVERIFY(roleOfImage("localhost:5000/haproxy") == Role::loadBalancer);
        QVERIFY(roleOfImage("prometheuscommunity/postgres-exporter") == Role::tool);
        QVERIFY(roleOfImage("acme/postgresque") == Role::service);
    }

    void theProgramRecognisesManifests() {
        QTemporaryDir folder;
        const QString draft = folder.filePath("draft.yaml");
        const QString compose = QStringLiteral(HEADROOM_SOURCE_DIR "/tests/exchange/manifests/compose.yaml");
        const test::Outcome imported = test::headroom({"import", compose, "--propose", draft});
        QCOMPARE(imported.code, 0);
        QVERIFY2(imported.out.contains("FILL IN"), imported.out);
        const test::Outcome checked = test::headroom({"check", draft});
        QVERIFY2(checked.code == 0, checked.err);
        QCOMPARE(test::headroom({"solve", draft, "--quiet"}).code, 0);
        QCOMPARE(test::headroom({"import", "/no/such.yaml", compose}).code, 2);
    }
};

QTEST_GUILESS_MAIN(DraftsTest)
#include "tst_drafts.moc"
