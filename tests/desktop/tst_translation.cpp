// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/desktop/window_test.h"

#include <QAction>
#include <QRegularExpression>
#include <QTranslator>

using namespace headroom::desktop;

/// German is complete, and the window speaks it.
class TranslationTest : public QObject {
    Q_OBJECT

private slots:
    void isComplete() {
        const QString text = QString::fromUtf8(test::contentsOf(QStringLiteral(HEADROOM_SOURCE_DIR "/resources/translations/headroom_de.ts")));
        QVERIFY(text.count("<message") > 300);
        QVERIFY(!text.contains("type=\"unfinished\""));
        QVERIFY(!text.contains("<translation/>") && !text.contains("<translation></translation>"));
    }

    /// `%1` and its like stand in both, and a menu's letter too.
    void keepsPlaceholders() {
        const QString text = QString::fromUtf8(test::contentsOf(QStringLiteral(HEADROOM_SOURCE_DIR "/resources/translations/headroom_de.ts")));
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

    void theWindowSpeaksGerman() {
        test::isolate();
        QTranslator german;
        QVERIFY(german.load(QStringLiteral(":/translations/headroom_de.qm")));
        QCoreApplication::installTranslator(&german);
        MainWindow window;
        QCOMPARE(window.action("save")->text(), QString("&Speichern"));
        QCOMPARE(window.action("mode:Entwurf")->statusTip(), QString("Die Architektur zeichnen und ihre Eigenschaften setzen"));
        window.workspace().document().undoStack().setClean();
        QCoreApplication::removeTranslator(&german);
    }
};

QTEST_MAIN(TranslationTest)
#include "tst_translation.moc"
