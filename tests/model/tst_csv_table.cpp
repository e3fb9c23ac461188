// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/csv_table.h"

#include <QTest>

using namespace headroom::model;

namespace {

QString printed(std::string_view text) {
    const auto table = parseCsv(text);
    if (!table)
        return QString::fromStdString("found " + table.error().found + ", expected " +
                                      table.error().expected);
    QStringList lines{QString::fromStdString(table->names.front())};
    for (std::size_t i = 1; i < table->names.size(); ++i)
        lines.last() += "|" + QString::fromStdString(table->names[i]);
    for (const auto& row : table->rows) {
        QStringList cells;
        for (const std::string& cell : row) cells << QString::fromStdString(cell);
        lines << cells.join('|');
    }
    return lines.join('/');
}

}  // namespace

class CsvTableTest : public QObject {
    Q_OBJECT
private slots:
    void splitsLines_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, const char* text, const char* expected) {
            QTest::newRow(name) << QByteArray(text) << QString::fromUtf8(expected);
        };
        row("plain", "a,b\n1,2\n3,4\n", "a|b/1|2/3|4");
        row("no end of the last line", "a,b\n1,2", "a|b/1|2");
        row("carriage returns", "a,b\r\n1,2\r\n", "a|b/1|2");
        row("semicolons", "a;b\n1,5;2\n", "a|b/1,5|2");
        row("blanks", "a , b\n 1 , 2 \n", "a|b/1|2");
        row("empty cells", "a,b,c\n,,\n", "a|b|c/||");
        row("empty lines", "\na\n\n1\n\n", "a/1");
        row("quotes", "a,b\n\"1,\n\"\"2\"\"\",3\n", "a|b/1,\n\"2\"|3");
        row("byte order mark",
            "\xEF\xBB\xBF"
            "a\n1\n",
            "a/1");
        row("names only", "a,b\n", "a|b");
        row("nothing", "", "found an empty file, expected a first line of names");
        row("a cell too few", "a,b\n1,2\n3\n",
            "found 1 values in line 3, expected 2, as in the first line");
        row("a cell too many", "a,b\n1,2,3\n",
            "found 3 values in line 2, expected 2, as in the first line");
        row("an open quote", "a\n\"1\n",
            "found a quote in line 2 that is never closed, expected `\"`");
    }

    void splitsLines() {
        QFETCH(QByteArray, text);
        QFETCH(QString, expected);
        QCOMPARE(printed({text.constData(), static_cast<std::size_t>(text.size())}), expected);
    }

    void findsColumns() {
        const auto table = parseCsv("at,value\n1,2\n");
        QCOMPARE(*table->column("value"), std::size_t{1});
        QVERIFY(!table->column("values"));
    }

    void readsTimes_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<double>("seconds");
        QTest::newRow("date and time") << "2023-11-16 18:17:03" << 1700158623.0;
        QTest::newRow("fraction") << "2023-11-16 18:17:03.9799600" << 1700158623.97996;
        QTest::newRow("ISO") << "2023-11-16T18:17:03Z" << 1700158623.0;
        QTest::newRow("minutes") << "2023-11-16 18:17" << 1700158620.0;
        QTest::newRow("date") << "1970-01-02" << 86400.0;
        QTest::newRow("leap day") << "2024-02-29 00:00:00" << 1709164800.0;
        QTest::newRow("seconds") << "1700158623.5" << 1700158623.5;
        QTest::newRow("small") << "30" << 30.0;
        QTest::newRow("milliseconds") << "1700158623500" << 1700158623.5;
        QTest::newRow("microseconds") << "1700158623500000" << 1700158623.5;
        QTest::newRow("nanoseconds") << "1700158623500000000" << 1700158623.5;
    }

    void readsTimes() {
        QFETCH(QString, text);
        QFETCH(double, seconds);
        const auto time = parseTimestamp(text.toStdString());
        QVERIFY(time.has_value());
        QVERIFY(std::abs(*time - seconds) < 1e-5);
    }

    void refusesWhatIsNoTime() {
        for (const char* text :
             {"", "soon", "2023-13-01 00:00:00", "2023-02-29", "2023-11-16 25:00:00",
              "2023-11-16 18-17", "2023/11/16", "2023-11-16 18:17:99"})
            QVERIFY2(!parseTimestamp(text), text);
    }
};

QTEST_GUILESS_MAIN(CsvTableTest)
#include "tst_csv_table.moc"
