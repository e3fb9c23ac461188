// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/component_icon.h"
#include "model/file/yaml_node.h"
#include "tests/app/program.h"

#include <QDir>
#include <QJsonArray>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QtTest>

#include <utility>

using namespace headroom;

namespace {

const QDir kHelp(QStringLiteral(HEADROOM_SOURCE_DIR "/resources/help"));

/// What stands between two fences of a page. A line of the page that is only `shop.yaml`: names the
/// block after it.
struct Block {
    QString language, text, file;
    int line = 0;

    bool isScenario() const { return language == "yaml" && text.startsWith("headroom: 1\n"); }
};

struct Page {
    QList<Block> blocks;
    QStringList prose;  ///< the lines outside of blocks
};

QString contentsOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

void write(const QString& path, const QString& text) {
    QFile file(path);
    QVERIFY2(file.open(QIODevice::WriteOnly), qPrintable(path));
    const QByteArray bytes = text.toUtf8();
    QCOMPARE(file.write(bytes), bytes.size());
}

/// The file that a line names for the block after it; an empty line in between keeps the name.
QString fileNamedBy(const QString& line, const QString& before) {
    static const QRegularExpression kName("^`([\\w.-]+\\.\\w+)`:$");
    const QRegularExpressionMatch match = kName.match(line);
    return match.hasMatch() ? match.captured(1) : line.isEmpty() ? before : QString();
}

Page readPage(const QString& name) {
    Page page;
    QString file;
    bool inside = false;
    int number = 0;
    for (const QString& line : contentsOf(kHelp.filePath(name)).split('\n')) {
        ++number;
        if (line.startsWith("```")) {
            if (!inside)
                page.blocks.append({line.mid(3), "", std::exchange(file, QString()), number});
            inside = !inside;
        } else if (inside) {
            page.blocks.last().text += line + '\n';
        } else {
            page.prose.append(line);
            file = fileNamedBy(line, file);
        }
    }
    return page;
}

QStringList pages() { return kHelp.entryList({"*.md"}, QDir::Files, QDir::Name); }

/// As GitHub makes the name of a heading: lower case, only letters, digits, `_` and `-`, spaces
/// become `-`.
QString anchorOf(QString heading) {
    static const QRegularExpression kOthers("[^\\w\\s-]",
                                            QRegularExpression::UseUnicodePropertiesOption);
    return heading.remove(kOthers).toLower().replace(' ', '-');
}

QStringList anchorsOf(const Page& page) {
    static const QRegularExpression kHeading("^#{1,6} +(.*)$");
    QStringList anchors;
    for (const QString& line : page.prose) {
        const QRegularExpressionMatch match = kHeading.match(line);
        if (match.hasMatch()) anchors.append(anchorOf(match.captured(1).trimmed()));
    }
    return anchors;
}

/// Targets of links to other pages and headings, not to the web.
QStringList linksOf(const Page& page) {
    static const QRegularExpression kLink("\\]\\(([^)\\s]+)\\)");
    static const QRegularExpression kElsewhere("^[a-z]+:");
    static const QRegularExpression kCode("`[^`]*`");
    QStringList links;
    for (auto match = kLink.globalMatch(page.prose.join('\n').remove(kCode)); match.hasNext();) {
        const QString target = match.next().captured(1);
        if (!kElsewhere.match(target).hasMatch()) links.append(target);
    }
    return links;
}

/// What is wrong with a link of the page `from`; empty if nothing is.
QString problemOf(const QString& link, const QString& from) {
    const QString file = link.section('#', 0, 0);
    const QString anchor = link.section('#', 1);
    const QString target = file.isEmpty() ? from : file;
    if (!QFileInfo::exists(kHelp.filePath(target)))
        return from + ": there is no " + target;
    if (anchor.isEmpty() || anchorsOf(readPage(target)).contains(anchor)) return {};
    return from + ": " + target + " has no heading #" + anchor;
}

/// The commands of a block of `$` lines that start the program.
QStringList commandsOf(const Block& block) {
    QStringList commands;
    if (block.language != "console") return commands;
    for (const QString& line : block.text.split('\n'))
        if (line.startsWith("$ headroom ")) commands.append(line.mid(2));
    return commands;
}

/// A line of a page, typed into a shell.
test::Outcome type(const QString& command, const QString& folder) {
    QProcess shell;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert("HEADROOM_ARCHIVE", "");
    shell.setProcessEnvironment(environment);
    shell.setWorkingDirectory(folder);
    shell.start("/bin/sh", {"-c", "headroom() { \"" HEADROOM_PROGRAM "\" \"$@\"; }\n" + command});
    return test::outcomeOf(shell, 3 * test::kLongest);
}

QStringList componentTypes() {
    const QByteArray schema =
        contentsOf(HEADROOM_SOURCE_DIR "/resources/schema/headroom-1.schema.json").toUtf8();
    const QJsonValue types =
        test::at(QJsonDocument::fromJson(schema).object(), "$defs.component.properties.type.enum");
    QStringList names;
    for (const QJsonValue& type : types.toArray()) names.append(type.toString());
    return names;
}

}  // namespace

/// The help in resources/help: what it prints can be typed, what it shows runs, where it points
/// there is something.
class HelpTest : public QObject {
    Q_OBJECT

private slots:
    void namesAndAnchorsAreUnderstood() {
        QCOMPARE(fileNamedBy("`shop.yaml`:", ""), QString("shop.yaml"));
        QCOMPARE(fileNamedBy("", "shop.yaml"), QString("shop.yaml"));
        QCOMPARE(fileNamedBy("Write `shop.yaml`:", "shop.yaml"), QString());
        QCOMPARE(anchorOf("Little's law"), QString("littles-law"));
        QCOMPARE(anchorOf("`load_balancer`"), QString("load_balancer"));
        QCOMPARE(anchorOf("1. Draw it"), QString("1-draw-it"));
        QVERIFY(!problemOf("no_such_page.md", "index.md").isEmpty());
        QVERIFY(!problemOf("index.md#no-such-heading", "faq.md").isEmpty());
        QVERIFY(problemOf("#components", "index.md").isEmpty());
    }

    void everyScenarioRuns_data() {
        QTest::addColumn<QString>("page");
        QTest::addColumn<int>("line");
        for (const QString& page : pages())
            for (const Block& block : readPage(page).blocks)
                if (block.isScenario())
                    QTest::addRow("%s:%d", qPrintable(page), block.line) << page << block.line;
    }
    void everyScenarioRuns() {
        QFETCH(QString, page);
        QFETCH(int, line);
        QTemporaryDir folder;
        Block scenario;
        for (const Block& block : readPage(page).blocks) {
            if (block.line == line) scenario = block;
            if (!block.file.isEmpty() && !block.isScenario())
                write(folder.filePath(block.file), block.text);
        }
        write(folder.filePath("scenario.yaml"), scenario.text);
        const test::Outcome outcome = type("headroom run scenario.yaml --quiet", folder.path());
        QVERIFY2(outcome.code == 0, outcome.err);
    }

    void everyCommandWorks_data() {
        QTest::addColumn<QString>("page");
        for (const QString& page : pages())
            for (const Block& block : readPage(page).blocks)
                if (!commandsOf(block).isEmpty()) {
                    QTest::newRow(qPrintable(page)) << page;
                    break;
                }
    }
    void everyCommandWorks() {
        QFETCH(QString, page);
        QTemporaryDir folder;
        for (const Block& block : readPage(page).blocks) {
            if (!block.file.isEmpty()) write(folder.filePath(block.file), block.text);
            for (const QString& command : commandsOf(block)) {
                const test::Outcome outcome = type(command, folder.path());
                QVERIFY2(outcome.code == 0, qPrintable(command + "\n" + outcome.err));
            }
        }
    }

    void everyFragmentIsYaml() {
        int fragments = 0;
        for (const QString& page : pages())
            for (const Block& block : readPage(page).blocks) {
                if (block.language != "yaml" || block.isScenario()) continue;
                ++fragments;
                const model::YamlText read =
                    model::parseYaml(block.text.toStdString(), page.toStdString());
                QVERIFY2(read.diagnostics.empty(),
                         qPrintable(QString("%1:%2").arg(page).arg(block.line)));
            }
        QVERIFY(fragments > 20);
    }

    void everyLinkLeadsSomewhere() {
        for (const QString& page : pages()) {
            const QStringList links = linksOf(readPage(page));
            for (const QString& link : links) {
                const QString problem = problemOf(link, page);
                QVERIFY2(problem.isEmpty(), qPrintable(problem));
            }
        }
    }
    void everyTypeHasItsPage() {
        const QStringList types = componentTypes();
        QVERIFY(types.size() >= 13);
        for (const QString& type : types) {
            const Page page = readPage(type + ".md");
            QVERIFY2(!page.prose.isEmpty() && page.prose.first() == "# `" + type + "`",
                     qPrintable(type));
            const auto shows = [&type](const Block& block) {
                return block.isScenario() && block.text.contains("type: " + type);
            };
            QVERIFY2(std::any_of(page.blocks.begin(), page.blocks.end(), shows), qPrintable(type));
            QVERIFY2(linksOf(page).contains("scenario-format.md#" + type), qPrintable(type));
            // Its picture shows the symbol that the canvas and the reports have.
            const QString picture = "pictures/" + type + ".svg";
            QVERIFY2(linksOf(page).contains(picture), qPrintable(picture));
            const std::string symbol(report::iconPathOf(type.toStdString()));
            QVERIFY2(contentsOf(kHelp.filePath(picture)).contains(QString::fromStdString(symbol)), qPrintable(picture));
        }
    }
    // The reference and the pages of the types say the same of every key.
    void everyParameterIsOnItsPage() {
        QString type;
        int keys = 0;
        static const QRegularExpression kType("^### `(\\w+)`$");
        for (QString line : readPage("scenario-format.md").prose) {
            if (line.startsWith('#')) type = kType.match(line).captured(1);
            if (!line.startsWith("| `") || !componentTypes().contains(type)) continue;
            ++keys;
            QVERIFY2(readPage(type + ".md").prose.contains(line.replace("](#", "](scenario-format.md#")),
                     qPrintable(type + ": " + line));
        }
        QVERIFY(keys > 80);
    }
    void everyPageIsReachedFromTheIndex() {
        QStringList reached = {"index.md"};
        for (int i = 0; i < reached.size(); ++i)
            for (const QString& link : linksOf(readPage(reached[i]))) {
                const QString page = link.section('#', 0, 0);
                if (page.endsWith(".md") && !page.contains('/') && !reached.contains(page))
                    reached.append(page);
            }
        for (const QString& page : pages()) QVERIFY2(reached.contains(page), qPrintable(page));
    }
    void everyCommandOfTheProgramIsExplained() {
        const QByteArray help = test::headroom({"--help"}).out;
        const QStringList headings = anchorsOf(readPage("command-line.md"));
        static const QRegularExpression kCommand("^  ([a-z]+)  ");
        int commands = 0;
        for (const QString& line : QString::fromUtf8(help)
                                       .section("Subcommands:", 1)
                                       .section("Examples:", 0, 0)
                                       .split('\n')) {
            const QRegularExpressionMatch match = kCommand.match(line);
            if (!match.hasMatch()) continue;
            ++commands;
            QVERIFY2(headings.contains(match.captured(1)), qPrintable(match.captured(1)));
        }
        QVERIFY(commands >= 9);
    }
};

QTEST_GUILESS_MAIN(HelpTest)
#include "tst_help.moc"
