// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/text_table.h"

#include <QtTest>

#include "tests/app/program.h"

using namespace headroom;
using report::Mark;
using report::Table;
using Kind = report::TableColumn::Kind;

namespace {

const cli::Style kPlain(false);

QByteArray textOf(const Table& table, std::size_t width = cli::kColumns) {
    return QByteArray::fromStdString(cli::tableText(table, kPlain, width));
}

Table shop() {
    return {"Shop",
            {{"Name", Kind::name, 0}, {"Price", Kind::number, 0}, {"Rare", Kind::number, 2}, {"Why", Kind::text, 0}},
            {{{"ok", Mark::good}, {"5 ms"}, {"1"}, {"because"}}, {{"longer"}, {"12.5 ms"}, {"2"}, {"it is so"}}}};
}

}  // namespace

class TextTableTest : public QObject {
    Q_OBJECT

private slots:
    void numbersStandRightAndNamesLeft() {
        QCOMPARE(textOf(shop()),
                 QByteArray("  Name      Price  Rare  Why\n"
                            "  ● ok       5 ms     1  because\n"
                            "  longer  12.5 ms     2  it is so\n"));
    }
    void theColumnOfTheHighestRankGoesFirst() {
        QCOMPARE(textOf(shop(), 28),
                 QByteArray("  Name      Price  Why\n"
                            "  ● ok       5 ms  because\n"
                            "  longer  12.5 ms  it is so\n"));
    }
    void textIsBrokenIntoLines() {
        Table table = shop();
        table.rows[0][3].text = "a rather long reason that has to be told in more than one line";
        const QByteArray text = textOf(table, 60);
        QVERIFY(test::widestLine(text) <= 60);
        QVERIFY(text.contains("Rare"));
        QVERIFY(text.simplified().contains("a rather long reason"));
        QVERIFY(text.count('\n') > 3);
    }
    void whateverIsInItFits() {
        Table table = shop();
        table.rows[0][0].text = std::string(500, 'n');
        table.rows[1][3].text = std::string(500, 'w');
        table.rows[1][1].text = "日本語日本語日本語日本語日本語日本語日本語日本語日本語日本語日本語日本語";
        for (const std::size_t width : {60u, 80u, 100u}) QVERIFY(test::widestLine(textOf(table, width)) <= width);
    }
    void noLineEndsInBlanks() {
        Table table = shop();
        table.rows[1][3].text.clear();
        QVERIFY(!textOf(table).contains(" \n"));
    }
    void coloursChangeNoWord() {
        const QByteArray coloured = QByteArray::fromStdString(cli::tableText(shop(), cli::Style(true)));
        QVERIFY(coloured.contains("\x1b[32m● ok"));
        QString bare = QString::fromUtf8(coloured);
        bare.remove(QRegularExpression("\x1b\\[[0-9]*m"));
        QCOMPARE(bare.toUtf8(), textOf(shop()));
    }
};

QTEST_GUILESS_MAIN(TextTableTest)
#include "tst_text_table.moc"
