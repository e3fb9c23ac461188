// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/views/data_view.h"
#include "app/desktop/views/table_copy.h"
#include "app/desktop/views/table_model.h"
#include "app/desktop/window/outline_model.h"
#include "app/desktop/window/problems_model.h"
#include "app/desktop/window/workspace.h"
#include "sim/study/experiment.h"
#include "tests/desktop/window_test.h"

#include <QAbstractItemModelTester>

using namespace headroom;
using namespace headroom::desktop;

/// Each model under Qt's own tester, while what it shows changes.
class ItemModelsTest : public QObject {
    Q_OBJECT

    static constexpr auto kFatal = QAbstractItemModelTester::FailureReportingMode::QtTest;

private slots:
    void outline() {
        Workspace workspace;
        OutlineTreeModel model(workspace);
        QAbstractItemModelTester tester(&model, kFatal);
        workspace.document().openCopy(test::contentsOf(test::kShop).toStdString(), "shop.yaml");
        QCOMPARE(model.rowCount(), 6);
        const QModelIndex api = model.indexOf("api");
        QCOMPARE(model.rowCount(api), 3);
        QCOMPARE(model.calleeAt(model.index(0, 0, api)), QString("posts_cache"));
        QCOMPARE(model.componentAt(model.index(0, 0, api)), QString("api"));
        QVERIFY(!workspace.removeEntry("components.mail", "x"));
        QCOMPARE(model.rowCount(), 5);
        workspace.document().undoStack().undo();
        QCOMPARE(model.rowCount(), 6);
    }

    void problems() {
        ProblemsTableModel model;
        QAbstractItemModelTester tester(&model, kFatal);
        Workspace workspace;
        QByteArray text = test::contentsOf(test::kShop);
        text.replace("instances: 4", "instance: 4");
        workspace.document().openCopy(text.toStdString(), "shop.yaml");
        model.setDiagnostics(workspace.document().diagnostics());
        QVERIFY(model.rowCount() > 0);
        const QString sentence = model.index(0, ProblemsTableModel::what).data().toString();
        QVERIFY2(sentence.contains("instance") && sentence.contains("Did you mean"), qPrintable(sentence));
        QCOMPARE(componentOf(model.index(0, ProblemsTableModel::where).data().toString()), QString("api"));
        model.setDiagnostics({});
        QCOMPARE(model.rowCount(), 0);
    }

    /// A rounded figure of a report's table is copied with its digits, its unit and its interval.
    void copiesTheFiguresOfReports() {
        ReportTableModel model;
        model.setTable({"", {{"Name"}, {"P95"}, {"Load"}},
                        {{{"a"}, report::estimateCell({0.18234567890123, 0.004}, model::Unit::seconds), report::countCell(30'000)},
                         {{"b"}, report::estimateCell({}, model::Unit::seconds), report::countCell(500)}}});
        QCOMPARE(model.index(0, 1).data().toString(), QString("182 ms ± 4 ms"));
        QCOMPARE(exactTableText(model, u','), QString("Name,P95 (s),P95 ± (s),Load\na,0.18234567890123,0.004,30000\nb,–,,500\n"));
    }

    void tables() {
        ReportTableModel model;
        QAbstractItemModelTester tester(&model, kFatal);
        report::Table table{"", {{"Name"}, {"Value"}}, {{{"a"}, {"1", report::Mark::bad, 0.5}}, {{"b"}, {"2"}}}};
        model.setTable(table);
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.index(0, 1).data().toString(), QString("■ 1"));
        QCOMPARE(model.index(0, 1).data(ReportTableModel::kBarRole).toDouble(), 0.5);
        model.setTable({});
        QCOMPARE(model.columnCount(), 0);
    }

    void runs() {
        Workspace workspace;
        RunsTableModel model(workspace.runs());
        QAbstractItemModelTester tester(&model, kFatal);
        QTemporaryDir folder;
        workspace.document().open(test::shortShop(folder));
        report::RunRecord run{*workspace.scenarioToRun(), {}};
        run.result = sim::runExperiment(run.scenario, {});
        workspace.runs().add(std::make_shared<const report::RunRecord>(run));
        QCOMPARE(model.rowCount(), 1);
        QVERIFY(model.index(0, RunsTableModel::verdict).data().toString().contains("2 of 2"));
        workspace.runs().clear();
        QCOMPARE(model.rowCount(), 0);
    }
};

QTEST_MAIN(ItemModelsTest)
#include "tst_item_models.moc"
