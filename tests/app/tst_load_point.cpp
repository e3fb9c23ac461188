// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/load_point.h"

#include <QtTest>

using namespace headroom::cli;

class LoadPointTest : public QObject {
    Q_OBJECT

private slots:
    void everyCountIsAPointOfItsVariant() {
        const auto points = parseLoadPoints("today=10k,20 k,1.5 M", "other");
        QVERIFY(bool(points));
        QVERIFY((*points == std::vector<LoadPoint>{{"today", 10e3}, {"today", 20e3}, {"today", 1.5e6}}));
    }
    void countsAloneAreOfTheVariantChosenElsewhere() {
        QVERIFY((*parseLoadPoints("500", "cached") == std::vector<LoadPoint>{{"cached", 500.0}}));
        QVERIFY((*parseLoadPoints("500", "") == std::vector<LoadPoint>{{"", 500.0}}));
    }
    void whatIsNoLoadIsFound_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("found");
        QTest::newRow("word") << "today=many" << "`many`";
        QTest::newRow("nothing between commas") << "today=1k,,2k" << "nothing";
        QTest::newRow("comma at the end") << "today=1k," << "nothing";
        QTest::newRow("no count") << "today=" << "nothing";
        QTest::newRow("no variant") << "=1k" << "`=1k`";
        QTest::newRow("nobody") << "today=0" << "`0`";
        QTest::newRow("empty") << "" << "nothing";
    }
    void whatIsNoLoadIsFound() {
        QFETCH(QString, text);
        QFETCH(QString, found);
        const auto points = parseLoadPoints(text.toStdString(), "");
        QVERIFY(!points);
        QCOMPARE(QString::fromStdString(points.error().found), found);
    }
};

QTEST_GUILESS_MAIN(LoadPointTest)
#include "tst_load_point.moc"
