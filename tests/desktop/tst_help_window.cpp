// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/window/help_window.h"
#include "tests/desktop/window_test.h"

#include <QAction>

using namespace headroom::desktop;

class HelpWindowTest : public QObject {
    Q_OBJECT

    static QString shown(HelpWindow& help) { return help.page().source().toString(); }

private slots:
    void initTestCase() { test::isolate(); }

    void namesHeadingsAsLinksDo() {
        QCOMPARE(slugOf("Operations and steps"), QString("operations-and-steps"));
        QCOMPARE(slugOf("`roll_out`"), QString("roll_out"));
        QCOMPARE(slugOf("Quantities, and where they end"), QString("quantities-and-where-they-end"));
    }

    void followsLinksToHeadingsAndBack() {
        HelpWindow help;
        help.resize(700, 400);
        help.show();
        help.showPage("scenario-format");
        QCOMPARE(shown(help), QString("qrc:/help/scenario-format.md"));
        QVERIFY(help.page().toPlainText().size() > 10'000);
        help.page().setSource(QUrl("#faults"));
        QCOMPARE(help.page().textCursor().block().text(), QString("faults"));
        help.page().backward();
        QCOMPARE(shown(help), QString("qrc:/help/scenario-format.md"));
        help.page().setSource(QUrl("no-such-page.md"));
        QCOMPARE(shown(help), QString("qrc:/help/scenario-format.md"));
    }

    void everyTypeHasItsPage() {
        HelpWindow help;
        for (const QString type : {"client", "gateway", "load_balancer", "service", "function", "station", "cache", "cdn", "pool", "database", "queue", "external"}) {
            help.showPage(type);
            QCOMPARE(shown(help), QStringLiteral("qrc:/help/%1.md").arg(type));
            help.page().setSource(QUrl("scenario-format.md#faults"));
            QCOMPARE(help.page().textCursor().block().text(), QString("faults"));
        }
    }

    void helpOpensThePageOfTheSelectedType() {
        QTemporaryDir folder;
        MainWindow window;
        window.show();
        window.openFile(test::shortShop(folder));
        window.workspace().setSelection({"db"});
        window.action("help")->trigger();
        auto* help = window.findChild<HelpWindow*>();
        QVERIFY(help && help->isVisible());
        QCOMPARE(shown(*help), QString("qrc:/help/database.md"));
        window.workspace().setSelection({});
        window.action("help")->trigger();
        QCOMPARE(window.findChildren<HelpWindow*>().size(), 1);
        QVERIFY(!shown(*help).contains("database"));
        window.workspace().document().undoStack().setClean();
    }
};

QTEST_MAIN(HelpWindowTest)
#include "tst_help_window.moc"
