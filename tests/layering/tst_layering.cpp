// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QtTest>

/// Who may know whom: model ◀ sim ◀ app. Checked on the sources, and on the libraries built from
/// them.
class LayeringTest : public QObject {
    Q_OBJECT

private slots:
    void includesNothingAbove_data();
    void includesNothingAbove();
    void callsNothingOfTheSurroundings_data();
    void callsNothingOfTheSurroundings();
    void seesCodeOnly_data();
    void seesCodeOnly();
    void linksNoQt_data();
    void linksNoQt();
};

namespace {

const QString kRoot = QStringLiteral(HEADROOM_SOURCE_DIR "/");

/// Printing, ending the program, the clock, the environment, and numbers that no seed decides.
const QRegularExpression kSurroundings(QStringLiteral(
    R"re(\b(?:system|steady|high_resolution|file|utc)_clock\b|\brandom_device\b|\bstd::(?:cout|cerr|clog)\b)re"
    R"re(|(?<![\w.>])(?:f|v|vf)?printf\s*\(|(?<![\w.>])f?puts\s*\(|(?<![\w.>])perror\s*\()re"
    R"re(|(?<![\w.>])(?:exit|_exit|_Exit|quick_exit|abort|terminate)\s*\()re"
    R"re(|(?<![\w.>])(?:getenv|secure_getenv|setenv|putenv|system)\s*\()re"
    R"re(|(?<![\w.>])(?:clock|clock_gettime|gettimeofday|localtime|gmtime|rand|srand)\s*\()re"
    R"re(|(?<![\w.>])time\s*\(\s*(?:nullptr|NULL|0)\s*\))re"));

/// A mangled name of a Qt class (_ZN7QString…, _ZNK7QObject…), as every library that uses one has.
const QRegularExpression kQtSymbol(QStringLiteral(R"(_ZNK?\d+Q[A-Z])"));

QStringList sourcesIn(const QString& folder) {
    QStringList sources;
    QDirIterator files(kRoot + folder, {"*.h", "*.cpp"}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) sources << files.next().mid(kRoot.size());
    sources.sort();
    return sources;
}

QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList includesOf(const QString& source) {
    static const QRegularExpression include(QStringLiteral(R"(^\s*#\s*include\s*[<"]([^>"]+)[>"])"),
                                            QRegularExpression::MultilineOption);
    QStringList included;
    for (const auto& match : include.globalMatch(QString::fromUtf8(contentOf(kRoot + source))))
        included << match.captured(1);
    return included;
}

/// The text without comments and literals.
QString codeOf(QString text) {
    static const QRegularExpression notCode(
        QStringLiteral(R"re(//[^\n]*|/\*.*?\*/|R"(\w*)\(.*?\)\1"|"(?:\\.|[^"\\\n])*")re"
                       R"re(|(?<![0-9])'(?:\\.|[^'\\\n])+')re"),
        QRegularExpression::DotMatchesEverythingOption);
    return text.remove(notCode);
}

QStringList linkedBy(const QString& layer) {
    return (layer == "model" ? QString(HEADROOM_MODEL_LINKS) : QString(HEADROOM_SIM_LINKS))
        .split(',');
}

QString libraryOf(const QString& layer) {
    if (layer == "model") return HEADROOM_MODEL_LIBRARY;
    return layer == "sim" ? HEADROOM_SIM_LIBRARY : HEADROOM_APP_LIBRARY;
}

bool hasQtSymbols(const QString& layer) {
    return kQtSymbol.match(QString::fromLatin1(contentOf(libraryOf(layer)))).hasMatch();
}

}  // namespace

void LayeringTest::includesNothingAbove_data() {
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QRegularExpression>("forbidden");
    QTest::addColumn<QString>("exceptIn");
    const auto row = [](const char* name, const char* folder, const char* forbidden,
                        const char* exceptIn = "") {
        QTest::newRow(name) << QString(folder) << QRegularExpression(forbidden)
                            << QString(exceptIn);
    };
    row("model: no Qt", "model", "^Q");
    row("model: nothing of sim or app", "model", "^(sim|app)/");
    row("model: no streams of the terminal", "model", "^(iostream|syncstream|print)$");
    row("sim: no Qt", "sim", "^Q");
    row("sim: nothing of app", "sim", "^app/");
    row("sim: no streams of the terminal", "sim", "^(iostream|syncstream|print)$");
    row("model: Boost.Graph for the architecture and its text", "model", "^boost/graph/",
        "model/architecture.cpp model/graph_text.cpp");
    row("sim: no Boost.Graph", "sim", "^boost/graph/");
    row("app: no Boost.Graph", "app", "^boost/graph/");
}

void LayeringTest::includesNothingAbove() {
    QFETCH(QString, folder);
    QFETCH(QRegularExpression, forbidden);
    QFETCH(QString, exceptIn);
    const QStringList sources = sourcesIn(folder);
    QVERIFY(!sources.isEmpty());
    QStringList found;
    for (const QString& source : sources) {
        if (exceptIn.split(' ').contains(source)) continue;
        for (const QString& included : includesOf(source).filter(forbidden))
            found << source + " includes " + included;
    }
    QVERIFY2(found.isEmpty(), qPrintable(found.join("\n")));
}

void LayeringTest::callsNothingOfTheSurroundings_data() {
    QTest::addColumn<QString>("folder");
    QTest::newRow("model") << "model";
    QTest::newRow("sim") << "sim";
}

void LayeringTest::callsNothingOfTheSurroundings() {
    QFETCH(QString, folder);
    QStringList found;
    for (const QString& source : sourcesIn(folder)) {
        const auto match =
            kSurroundings.match(codeOf(QString::fromUtf8(contentOf(kRoot + source))));
        if (match.hasMatch()) found << source + " uses " + match.captured();
    }
    QVERIFY2(found.isEmpty(), qPrintable(found.join("\n")));
}

void LayeringTest::seesCodeOnly_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("forbidden");
    QTest::newRow("clock") << "auto t = std::chrono::steady_clock::now();" << true;
    QTest::newRow("wall clock in C") << "srandom(time(nullptr));" << true;
    QTest::newRow("environment") << "if (std::getenv(name)) return;" << true;
    QTest::newRow("end of the program") << "::exit(1);" << true;
    QTest::newRow("printing") << "std::fprintf(stderr, text);" << true;
    QTest::newRow("chance") << "std::random_device seed;" << true;
    QTest::newRow("formatting is not printing") << "std::snprintf(buffer, size, format);" << false;
    QTest::newRow("a member") << "queue.clock(); step->exit();" << false;
    QTest::newRow("a comment") << "// reads no steady_clock, never exit()s\nint a;" << false;
    QTest::newRow("a text") << R"(say("printf(");)" << false;
    QTest::newRow("after a number with separators")
        << "int a = 1'000; exit(a); char b = 'x';" << true;
}

void LayeringTest::seesCodeOnly() {
    QFETCH(QString, text);
    QFETCH(bool, forbidden);
    QCOMPARE(kSurroundings.match(codeOf(text)).hasMatch(), forbidden);
}

void LayeringTest::linksNoQt_data() {
    QTest::addColumn<QString>("layer");
    QTest::newRow("model") << "model";
    QTest::newRow("sim") << "sim";
}

void LayeringTest::linksNoQt() {
    QFETCH(QString, layer);
    const QStringList linked = linkedBy(layer);
    QVERIFY(!linked.isEmpty());
    QVERIFY2(linked.filter("Qt").isEmpty(), qPrintable(linked.join(" ")));
    QVERIFY(hasQtSymbols("app"));
    QVERIFY(!hasQtSymbols(layer));
}

QTEST_GUILESS_MAIN(LayeringTest)
#include "tst_layering.moc"
