// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/document/autosave.h"
#include "app/desktop/document/line_diff.h"
#include "app/desktop/document/rename.h"
#include "app/desktop/document/scenario_document.h"
#include "app/desktop/document/variant_path.h"
#include "app/desktop/window/workspace.h"
#include "model/file/scenario_writer.h"
#include "tests/desktop/window_test.h"

using namespace headroom;
using namespace headroom::desktop;

class ScenarioDocumentTest : public QObject {
    Q_OBJECT

    static ScenarioDocument::Change setting(const char* path, const char* value) {
        return [=](const std::string& text) { return model::withValue(text, path, value); };
    }

private slots:
    void initTestCase() { test::isolate(); }

    void tellsWhichLinesDiffer() {
        using Kind = DiffLine::Kind;
        const std::vector<DiffLine> expected{{Kind::same, "a"}, {Kind::removed, "b"}, {Kind::added, "B"}, {Kind::same, "c"}, {Kind::added, "d"}, {Kind::same, "e"}};
        QVERIFY(lineDiff("a\nb\nc\ne\n", "a\nB\nc\nd\ne\n") == expected);
        QVERIFY(lineDiff("", "").empty());
        QVERIFY((lineDiff("", "a") == std::vector<DiffLine>{{Kind::added, "a"}}));
        QVERIFY((lineDiff("a\na", "a") == std::vector<DiffLine>{{Kind::same, "a"}, {Kind::removed, "a"}}));
    }

    void keepsCommentsAndUndoesEverything() {
        QTemporaryDir folder;
        const QString path = test::shortShop(folder);
        ScenarioDocument document;
        QVERIFY(!document.open(path));
        QVERIFY(!document.hasErrors());
        const std::string before = document.text();
        QVERIFY(!document.edit("Instances", {setting("components.api.instances", "7")}));
        QVERIFY(document.isModified());
        QCOMPARE(document.scenario({})->component("api")->name, std::string("api"));
        QVERIFY(document.text().find("# where the canvas puts a node") != std::string::npos);
        QVERIFY(!document.save());
        QVERIFY(!document.isModified());
        QCOMPARE(test::contentsOf(path).toStdString(), document.text());
        document.undoStack().undo();
        QCOMPARE(document.text(), before);
        QVERIFY(document.isModified());
        document.undoStack().redo();
        QVERIFY(!document.isModified());
    }

    void mergesEditsOfOneFieldOnly() {
        ScenarioDocument document;
        document.openCopy(test::contentsOf(test::kShop).toStdString(), "shop.yaml");
        const std::string before = document.text();
        document.edit("a", {setting("components.api.instances", "5")}, "field:instances");
        document.edit("a", {setting("components.api.instances", "6")}, "field:instances");
        QCOMPARE(document.undoStack().count(), 1);
        document.edit("b", {setting("components.api.cpus", "3")}, "field:cpus");
        QCOMPARE(document.undoStack().count(), 2);
        document.edit("c", {setting("components.api.cpus", "4")});
        QCOMPARE(document.undoStack().count(), 3);
        document.undoStack().setIndex(0);
        QCOMPARE(document.text(), before);
        document.undoStack().setIndex(1);
        QVERIFY(document.text().find("instances: 6") != std::string::npos);
    }

    void appliesAllChangesOfAStepOrNone() {
        ScenarioDocument document;
        document.openCopy(test::contentsOf(test::kShop).toStdString(), "shop.yaml");
        const std::string before = document.text();
        QVERIFY(document.edit("two", {setting("components.api.cpus", "3"), setting("components.nobody.x.y", "3")}));
        QCOMPARE(document.text(), before);
        QCOMPARE(document.undoStack().count(), 0);
    }

    void noticesChangesOnDisk() {
        QTemporaryDir folder;
        const QString path = test::shortShop(folder);
        ScenarioDocument document;
        document.open(path);
        QSignalSpy changed(&document, &ScenarioDocument::changedOnDisk);
        QByteArray text = test::contentsOf(path);
        text.replace("A small shop", "A large shop");
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
        file.close();
        QVERIFY(changed.wait());
        QVERIFY(!document.reload());
        QCOMPARE(document.scenario({})->name, std::string("A large shop"));
        QVERIFY(!document.isModified());
        document.undoStack().undo();
        QCOMPARE(document.scenario({})->name, std::string("A small shop"));
    }

    void bringsBackWhatWasNotSaved() {
        QTemporaryDir folder;
        ScenarioDocument document;
        document.openCopy(blankScenario(), "Untitled");
        Autosave autosave(document, folder.path());
        document.edit("a", {setting("components.api.instances", "9")});
        autosave.saveNow();
        const auto left = autosave.left();
        QCOMPARE(left.size(), 1u);
        ScenarioDocument next;
        next.openRecovered(left.front().text, left.front().path, left.front().name);
        QVERIFY(next.isModified());
        QCOMPARE(next.text(), document.text());
        document.undoStack().undo();
        QVERIFY(!document.isModified());
        QVERIFY(autosave.left().empty());
    }

    void writesToTheChosenVariant() {
        Workspace workspace;
        workspace.document().openCopy(test::contentsOf(test::kShop).toStdString(), "shop.yaml");
        workspace.setVariant("scaled");
        QCOMPARE(writePath(workspace.document(), "scaled", "components.api.instances"), QString("variants.scaled.set.\"api.instances\""));
        QVERIFY(!workspace.setValue("components.api.instances", "20", "x"));
        QVERIFY(!workspace.setValue("components.api.cpus", "8", "x"));
        const auto count = [&](const QString& variant) {
            return std::get<model::ServiceSpec>(workspace.document().scenario(variant)->component("api")->spec);
        };
        QCOMPARE(count("scaled").instances, 20);
        QCOMPARE(count("scaled").cpus, 8);
        QCOMPARE(count({}).instances, 4);
        QVERIFY(!overridingEntry(workspace.document(), "scaled", "components.api.cpus").isEmpty());
        QVERIFY(overridingEntry(workspace.document(), "cached", "components.api.cpus").isEmpty());
        QVERIFY(!workspace.removeEntry("components.api.queue", "x"));
        QVERIFY(workspace.document().text().find("remove: [api.operations.feed.count, \"components.api.queue\"]") != std::string::npos);
        QVERIFY(!workspace.document().hasErrors());
    }

    void renamesWhereverTheNameStands() {
        const std::string text = test::contentsOf(test::kShop).toStdString();
        const auto result = renamed(text, "api", "backend");
        QVERIFY(bool(result));
        ScenarioDocument document;
        document.openCopy(*result, "shop.yaml");
        QVERIFY2(!document.hasErrors(), qPrintable(QString::fromStdString(*result)));
        QVERIFY(document.scenario("scaled")->component("backend"));
        QVERIFY(!document.scenario({})->component("api"));
        QCOMPARE(*renamed(*result, "backend", "api"), text);
    }
};

QTEST_MAIN(ScenarioDocumentTest)
#include "tst_scenario_document.moc"
