// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/progress_bar.h"
#include "app/report/safe_text.h"

#include <QtTest>

using namespace headroom::cli;

class ProgressBarTest : public QObject {
    Q_OBJECT

    static QString remaining(double fraction, double elapsed) {
        return QString::fromStdString(remainingText(fraction, elapsed));
    }

private slots:
    void remainingTimeGoesOnAtTheSameSpeed() {
        QCOMPARE(remaining(0.25, 10), QStringLiteral("30 s left"));
        QCOMPARE(remaining(0.5, 600), QStringLiteral("10 min left"));
    }
    void atTheVeryBeginningNothingIsPromised() {
        QVERIFY(remaining(0, 10).isEmpty());
        QVERIFY(remaining(0.5, 0.1).isEmpty());
        QVERIFY(remaining(1, 10).isEmpty());
    }
    void theLineFitsTheTerminal() {
        const std::string label(300, 'x');
        for (const std::size_t width : {20u, 60u, 100u})
            QVERIFY(headroom::report::displayWidth(progressLine(label, 0.4, "2 min left", width)) <= width);
    }
    void theLineSaysHowFar() {
        const QString line = QString::fromStdString(progressLine("today", 0.426, "2 min left", 100));
        QVERIFY(line.contains("42 %  2 min left  today"));
        QVERIFY(QString::fromStdString(progressLine("today", 7, "", 100)).contains("100 %"));
    }
};

QTEST_GUILESS_MAIN(ProgressBarTest)
#include "tst_progress_bar.moc"
