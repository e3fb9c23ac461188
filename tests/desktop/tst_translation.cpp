// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/inspector/schema.h"
#include "app/report/articles.h"
#include "app/report/capacity_report.h"
#include "app/report/forecast_report.h"
#include "app/report/html_page.h"
#include "model/file/scenario_file.h"
#include "model/said.h"
#include "sim/study/capacity_search.h"
#include "sim/study/experiment.h"
#include "sim/study/forecast.h"
#include "tests/desktop/window_test.h"

#include <QAction>
#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTranslator>
#include <QXmlStreamReader>

using namespace headroom;
using namespace headroom::desktop;

namespace {

const QString kCatalogue =
    QStringLiteral(HEADROOM_SOURCE_DIR "/resources/translations/headroom_de.ts");

/// A text by its context, as one: "Report: held".
QString keyOf(const QString& context, const QString& english) {
    return context + QStringLiteral(": ") + english;
}

/// What the catalogue has a finished translation for.
QSet<QString> translated() {
    QSet<QString> keys;
    QXmlStreamReader in(test::contentsOf(kCatalogue));
    QString context, english;
    while (!in.atEnd()) {
        if (in.readNext() != QXmlStreamReader::StartElement) continue;
        if (in.name() == u"name") context = in.readElementText();
        if (in.name() == u"source") english = in.readElementText();
        if (in.name() != u"translation" || in.attributes().hasAttribute(QStringLiteral("type")))
            continue;
        const QString german = in.readElementText(QXmlStreamReader::IncludeChildElements);
        if (!german.trimmed().isEmpty()) keys << keyOf(context, english);
    }
    return keys;
}

/// Every text that a source says or marks, its literals put together.
QStringList saidIn(const QString& source) {
    static const QRegularExpression call(QStringLiteral(
        R"raw(\b(?:said|HEADROOM_SAID)\(\s*"(\w+)",\s*((?:"(?:[^"\\]|\\.)*"\s*)+))raw"));
    static const QRegularExpression literal(QStringLiteral(R"raw("((?:[^"\\]|\\.)*)")raw"));
    QStringList keys;
    for (auto calls = call.globalMatch(source); calls.hasNext();) {
        const auto match = calls.next();
        QString english;
        for (auto parts = literal.globalMatch(match.captured(2)); parts.hasNext();)
            english += parts.next().captured(1);
        english.replace(QStringLiteral("\\\""), QStringLiteral("\""))
            .replace(QStringLiteral("\\n"), QStringLiteral("\n"));
        keys << keyOf(match.captured(1), english);
    }
    return keys;
}

/// What must have German: all that is said anywhere but in tests.
QMap<QString, QString> saidAnywhere() {
    QMap<QString, QString> places;
    for (const char* folder : {"/app", "/model", "/sim"}) {
        QDirIterator files(QStringLiteral(HEADROOM_SOURCE_DIR) + QLatin1String(folder),
                           {QStringLiteral("*.cpp"), QStringLiteral("*.h")}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString file = files.next();
            for (const QString& key : saidIn(QString::fromUtf8(test::contentsOf(file))))
                places.insert(key, file);
        }
    }
    return places;
}

/// What the schema says of fields, wherever in it.
QStringList descriptionsIn(const QJsonValue& json) {
    QStringList texts;
    for (const QJsonValue& item : json.toArray()) texts += descriptionsIn(item);
    const QJsonObject object = json.toObject();
    for (auto one = object.begin(); one != object.end(); ++one)
        if (one.key() == u"description" && one->isString()) texts << one->toString();
        else texts += descriptionsIn(*one);
    return texts;
}

/// The window's German, as long as this lives.
class German {
public:
    German() : good_(translator_.load(QStringLiteral(":/translations/headroom_de.qm"))) {
        QCoreApplication::installTranslator(&translator_);
        model::setTranslator([](const char* context, const char* english) {
            return QCoreApplication::translate(context, english).toStdString();
        });
    }
    ~German() {
        model::setTranslator(nullptr);
        QCoreApplication::removeTranslator(&translator_);
    }
    German(const German&) = delete;
    German& operator=(const German&) = delete;

    bool isGood() const { return good_; }

private:
    QTranslator translator_;
    bool good_;
};

const QString kTalowa = QStringLiteral(HEADROOM_SOURCE_DIR "/scenarios/talowa.yaml");

/// A scenario for a short run, with nothing in it that its author says in English.
model::Scenario plainScenario(const QString& file, double users) {
    const std::string text = test::contentsOf(file).toStdString();
    model::Overrides overrides;
    overrides.users = users;
    overrides.set = {{"run.duration", "10 s"}, {"run.warm_up", "none"}, {"run.replications", "2"}};
    auto loaded = model::ScenarioFile(text, "plain", {}).scenario(overrides);
    model::Scenario scenario = std::move(*loaded.scenario);
    scenario.about.clear();
    scenario.assumptions.clear();
    scenario.variants.clear();
    scenario.claims.clear();
    return scenario;
}

/// Its prices come from nowhere: price books say in English where theirs are from.
report::RunRecord runOf(const model::Scenario& scenario) {
    report::RunRecord run{scenario, sim::runExperiment(scenario, {})};
    for (sim::ComponentCost& cost : run.result.costByComponent)
        for (sim::CostLine& line : cost.lines)
            if (!line.product.empty()) line.source.clear();
    return run;
}

/// What a page shows and tells, without code and style; each text on a line of its own.
QString shownOn(const std::string& page) {
    static const QRegularExpression hidden(QStringLiteral("<(style|code|pre)\\b.*?</\\1>"),
                                           QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression label(QStringLiteral("aria-label=\"([^\"]*)\""));
    static const QRegularExpression tag(QStringLiteral("<[^>]*>"));
    QString text = QString::fromStdString(page).remove(hidden);
    QStringList labels;
    for (auto all = label.globalMatch(text); all.hasNext();) labels << all.next().captured(1);
    return text.replace(tag, QStringLiteral("\n")) + labels.join(u'\n');
}

/// The first line in which an English word is left; empty where none is.
QString englishIn(const QString& text) {
    static const QRegularExpression word(
        QStringLiteral("\\b(the|is|are|of|and|with|holds|missed|busy|waits|which)\\b"),
        QRegularExpression::CaseInsensitiveOption);
    for (const QString& line : text.split(u'\n'))
        if (line.contains(word)) return line;
    return {};
}

QString joined(const std::vector<std::string>& lines) {
    QString text;
    for (const std::string& line : lines) text += QString::fromStdString(line) + u'\n';
    return text;
}

}  // namespace

/// German is complete, and the window speaks it.
class TranslationTest : public QObject {
    Q_OBJECT

private slots:
    void isComplete() {
        const QString text = QString::fromUtf8(test::contentsOf(kCatalogue));
        QVERIFY(text.count("<message") > 300);
        QVERIFY(!text.contains("type=\"unfinished\""));
        QVERIFY(!text.contains("<translation/>") && !text.contains("<translation></translation>"));
    }

    /// `%1` and its like stand in both, and a menu's letter too.
    void keepsPlaceholders() {
        const QString text = QString::fromUtf8(test::contentsOf(kCatalogue));
        static const QRegularExpression pair(QStringLiteral("<source>(.*?)</source>\\s*<translation>(.*?)</translation>"), QRegularExpression::DotMatchesEverythingOption);
        static const QRegularExpression placeholder(QStringLiteral("%[1-9n]"));
        for (auto pairs = pair.globalMatch(text); pairs.hasNext();) {
            const auto match = pairs.next();
            QSet<QString> found[2];
            for (int i = 0; i < 2; ++i)
                for (auto all = placeholder.globalMatch(match.captured(i + 1)); all.hasNext();) found[i] << all.next().captured();
            QVERIFY2(found[0] == found[1], qPrintable(match.captured(1)));
            QVERIFY2(match.captured(1).contains("&amp;") == match.captured(2).contains("&amp;"), qPrintable(match.captured(1)));
        }
    }

    void findsTextsInSources() {
        QCOMPARE(
            saidIn(QStringLiteral("return said(\"Report\", \"%1 \"\n  \"of \\\"x\\\"\", {a}) + "
                                  "said(word);\nHEADROOM_SAID( \"Simulation\",\n\"b\")")),
            QStringList({QStringLiteral("Report: %1 of \"x\""), QStringLiteral("Simulation: b")}));
    }

    /// What the model, the simulation and the reports say is in the catalogue, word for word.
    void holdsEveryText() {
        const QSet<QString> known = translated();
        const QMap<QString, QString> places = saidAnywhere();
        QVERIFY(places.size() > 300);
        for (auto one = places.begin(); one != places.end(); ++one)
            QVERIFY2(known.contains(one.key()),
                     qPrintable(one.key() + QStringLiteral(" (") + one.value() + u')'));
    }

    void holdsEveryDescription() {
        const QSet<QString> known = translated();
        const QStringList texts = descriptionsIn(
            QJsonDocument::fromJson(test::contentsOf(QStringLiteral(
                                        HEADROOM_SOURCE_DIR "/resources/schema/headroom-1.schema.json")))
                .object());
        QVERIFY(texts.size() > 400);
        for (const QString& text : texts)
            QVERIFY2(known.contains(keyOf(QStringLiteral("Schema"), text)), qPrintable(text));
    }

    void theInspectorIsGerman() {
        const German german;
        QVERIFY(german.isGood());
        int described = 0;
        for (const char* thing : {"service", "cache", "database", "pool", "autoscaler", "queue", "slo"})
            for (const FieldSpec& field : fieldsOf(QLatin1String(thing))) {
                described += !field.description.isEmpty();
                QVERIFY2(englishIn(field.description).isEmpty(), qPrintable(field.description));
            }
        QVERIFY(described > 30);
    }

    void theReportIsGerman_data() {
        QTest::addColumn<double>("users");
        QTest::newRow("at ease") << 1000.0;
        QTest::newRow("overloaded") << 60'000.0;
    }

    /// Of one run and of two, with the sentences that the simulation makes.
    void theReportIsGerman() {
        QFETCH(double, users);
        const German german;
        QVERIFY(german.isGood());
        const report::RunRecord run = runOf(plainScenario(kTalowa, users));
        const report::Provenance provenance{"1.0", "headroom run", "talowa.yaml", ""};
        for (const std::vector<report::RunRecord>& runs :
             {std::vector{run}, std::vector{run, run}}) {
            const std::string page = report::htmlPage({provenance, runs, {}});
            QVERIFY(page.find("<html lang=\"de\">") != std::string::npos);
            const QString text = shownOn(page);
            QVERIFY(text.contains(QStringLiteral("Nutzer")) &&
                    text.contains(QStringLiteral("Komponenten")));
            QVERIFY2(englishIn(text).isEmpty(), qPrintable(englishIn(text)));
        }
    }

    /// How far it goes, and for how long, by theory.
    void studiesAreGerman() {
        const German german;
        QVERIFY(german.isGood());
        const model::Scenario scenario = plainScenario(test::kShop, 3000);
        sim::CapacityOptions options;
        options.mostRuns = 0;
        options.curvePoints = 1;
        const sim::Capacity capacity = sim::findCapacity(scenario, options);
        QString text = QString::fromStdString(report::capacitySentence(capacity)) + u'\n' +
                       joined(report::capacityDetails(capacity)) + joined(capacity.notes);
        const sim::LoadTrend trend = sim::LoadTrend::steady(sim::loadOf(scenario.workload), 0.05);
        sim::ForecastOptions ahead;
        ahead.simulate = false;
        const sim::Forecast forecast = sim::forecast(scenario, trend, ahead);
        const report::ForecastOrigin origin{20'000};
        text +=
            QString::fromStdString(report::forecastSentence(forecast, origin)) + u'\n' +
            QString::fromStdString(report::growthSentence(forecast, trend, origin, ahead.horizon)) +
            u'\n' + joined(report::recommendationTexts(forecast, origin)) + joined(forecast.notes);
        QVERIFY(text.contains(QStringLiteral("Die Last wächst")));
        QVERIFY2(englishIn(text).isEmpty(), qPrintable(englishIn(text)));
    }

    void mistakesInAFileAreGerman() {
        const German german;
        QVERIFY(german.isGood());
        const char* const kBroken = R"(headroom: 1
name: broken
components:
  db: {type: databse, servers: 2}
  cache: {type: cache, capcity: 10}
  api: {type: service, instances: 0, concurrency: many, operations: {get: [{call: nowhere.read, timeout: 5}, {work: fast(3)}]}}
workload:
  entry: nobody
  users: lots
  profiles: {all: {think: -3 s, actions: {get: 120 %}}}
run: {duration: 0 s, replications: 0}
slo: [{name: quick, objective: "p95(workload.response_tim) < 2"}]
)";
        const auto loaded = model::ScenarioFile(kBroken, "broken.yaml", ".").scenario({});
        QStringList mistakes;
        for (const model::Diagnostic& mistake : loaded.diagnostics)
            mistakes << QString::fromStdString(toText(mistake));
        QVERIFY2(mistakes.size() > 6, qPrintable(mistakes.join(u'\n')));
        static const QRegularExpression quoted(QStringLiteral("`[^`]*`"));
        for (QString mistake : mistakes) {
            QVERIFY2(mistake.contains(QStringLiteral("gefunden: ")) || mistake.contains(QStringLiteral("warning: ")), qPrintable(mistake));
            mistake.remove(quoted);
            QVERIFY2(englishIn(mistake).isEmpty(), qPrintable(mistake));
        }
    }

    /// English again, once nobody asks for German.
    void theTranslatorIsReset() { QCOMPARE(model::said("Report", "held"), std::string("held")); }

    void theWindowSpeaksGerman() {
        test::isolate();
        const German german;
        QVERIFY(german.isGood());
        MainWindow window;
        QCOMPARE(window.action("save")->text(), QString("&Speichern"));
        QCOMPARE(window.action("mode:Entwurf")->statusTip(), QString("Die Architektur zeichnen und ihre Eigenschaften setzen"));
        window.workspace().document().undoStack().setClean();
    }
};

QTEST_MAIN(TranslationTest)
#include "tst_translation.moc"
