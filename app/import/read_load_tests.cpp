// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/archive/bounded_json.h"
#include "app/import/importing.h"
#include "app/import/request_bins.h"
#include "model/file/csv_table.h"
#include "model/said.h"

#include <nlohmann/json.hpp>

#include <cmath>

namespace headroom::import {

namespace {

using archive::textAt;
using model::said;
using Json = nlohmann::json;

std::string inQuotes(std::string_view text) { return "`" + std::string(text.substr(0, 60)) + "`"; }

std::optional<std::int64_t> msOf(std::string_view text) {
    const auto seconds = model::parseTimestamp(text);
    return seconds ? archive::momentOf(*seconds * 1000) : std::nullopt;
}

/// Rows of a CSV file with a header, in a loop that can be stopped.
template <typename Row>
void forEachRow(Reading& reading, CsvReader& csv, const Row& row) {
    std::vector<std::string> record;
    while (csv.next(record)) {
        if (csv.number() % 1000 == 0 && !reading.goesOn()) return;
        if (record.size() == 1 && record.front().empty()) continue;
        row(record, csv.number());
    }
}

bool hasTooFew(Reading& reading, const std::vector<std::string>& record, std::size_t fields, std::int64_t line) {
    if (record.size() >= fields) return false;
    reading.bad.add(line, record.size() == 1 ? said("Import", "1 fields")
                                            : said("Import", "%1 fields", {std::to_string(record.size())}),
                    said("Import", "%1, as the header has", {std::to_string(fields)}));
    return true;
}

// k6

/// `http_req_duration` is a request; its tags say which and whether it was as expected.
bool isFailure(std::string_view expected, std::string_view status) {
    if (!expected.empty()) return expected == "false";
    const auto code = numberOf(status);
    return code && (*code == 0 || *code >= 400);
}

class K6Points {
public:
    explicit K6Points(Reading& reading) : bins_(reading.sink, reading.bad, reading.intervalMs) {}

    void add(std::string_view metric, std::int64_t ms, double value, std::string operation, bool failed, std::int64_t line) {
        if (metric == "http_req_duration" && value >= 0)
            bins_.add({std::move(operation), ms, value / 1000, failed, line});
        else if (metric == "vus")
            bins_.level(ms, value);
    }
    void finish() { bins_.finish(); }

private:
    RequestBins bins_;
};

std::string operationOf(const std::string& method, const std::string& name) {
    return method.empty() ? name : method + " " + name;
}

void readPoint(Reading& reading, K6Points& points, const Json& json, std::int64_t line) {
    if (textAt(json, "type") != "Point") return;
    const auto data = json.find("data");
    const bool isWhole = data != json.end() && data->is_object() && data->contains("value") && (*data)["value"].is_number();
    const auto ms = isWhole ? msOf(textAt(*data, "time")) : std::nullopt;
    if (!ms) {
        reading.bad.add(line, said("Import", "a point without a time and a value"),
                        said("Import", "`data` with `time` and `value`"));
        return;
    }
    const Json tags = data->value("tags", Json::object());
    const Json known = tags.is_object() ? tags : Json::object();
    points.add(textAt(json, "metric"), *ms, (*data)["value"].get<double>(),
               operationOf(textAt(known, "method"), textAt(known, "name")),
               isFailure(textAt(known, "expected_response"), textAt(known, "status")), line);
}

// Locust

struct LocustSeries {
    const char* column;
    const char* name;
};
constexpr LocustSeries kLocustTimes[] = {{"50%", "p50(workload.response_time)"},
                                         {"90%", "p90(workload.response_time)"},
                                         {"95%", "p95(workload.response_time)"},
                                         {"99%", "p99(workload.response_time)"},
                                         {"99.9%", "p999(workload.response_time)"}};

void readLocustRow(Reading& reading, const Columns& columns, const std::vector<std::string>& row, std::int64_t line) {
    if (hasTooFew(reading, row, columns.size(), line)) return;
    const auto ms = msOf(fieldAt(row, columns.find("Timestamp")));
    const auto requests = numberOf(fieldAt(row, columns.find("Requests/s")));
    const auto failures = numberOf(fieldAt(row, columns.find("Failures/s")));
    if (!ms || !requests || !failures) {
        reading.bad.add(line, said("Import", "a row without a time, requests and failures a second"),
                        said("Import", "numbers in those columns"));
        return;
    }
    const std::string name(fieldAt(row, columns.find("Name")));
    const bool isTotal = name == "Aggregated" && fieldAt(row, columns.find("Type")).empty();
    const Labels labels = isTotal ? Labels{} : Labels{{"operation", operationOf(std::string(fieldAt(row, columns.find("Type"))), name)}};
    reading.sink.add({"workload.throughput", labels, model::Unit::perSecond}, {*ms, *requests - *failures});
    if (*requests > 0) reading.sink.add({"workload.error_ratio", labels, model::Unit::share}, {*ms, *failures / *requests});
    for (const LocustSeries& series : kLocustTimes)
        if (const auto value = numberOf(fieldAt(row, columns.find(series.column))))
            reading.sink.add({series.name, labels, model::Unit::seconds}, {*ms, *value / 1000});
    const auto users = numberOf(fieldAt(row, columns.find("User Count")));
    if (isTotal && users) reading.sink.add({"workload.users", {}, model::Unit::count}, {*ms, *users});
}

// JMeter

void readJmeterRow(Reading& reading, RequestBins& bins, const Columns& columns, const std::vector<std::string>& row,
                   std::int64_t line) {
    const std::string_view start = fieldAt(row, columns.find("timeStamp"));
    const auto number = numberOf(start);  // milliseconds, unless JMeter was told a format of dates
    const auto ms = number ? archive::momentOf(*number) : msOf(start);
    const auto elapsed = numberOf(fieldAt(row, columns.find("elapsed")));
    if (hasTooFew(reading, row, columns.size(), line)) return;
    if (!ms || !elapsed || *elapsed < 0) {
        reading.bad.add(line, inQuotes(ms ? fieldAt(row, columns.find("elapsed")) : start),
                        ms ? said("Import", "the time that it took, in milliseconds")
                           : said("Import", "the time at which it began"));
        return;
    }
    const auto end = archive::momentOf(static_cast<double>(*ms) + *elapsed);
    if (!end) return reading.bad.add(line, inQuotes(start), said("Import", "a time of this age"));
    bins.add({std::string(fieldAt(row, columns.find("label"))), *end, *elapsed / 1000,
              fieldAt(row, columns.find("success")) == "false", line});
    if (const auto users = numberOf(fieldAt(row, columns.find("allThreads")))) bins.level(*end, *users);
}

// Gatling

std::vector<std::string> tabs(const std::string& line) {
    std::vector<std::string> fields(1);
    for (const char c : line) {
        if (c == '\t')
            fields.emplace_back();
        else
            fields.back() += c;
    }
    return fields;
}

class GatlingLog {
public:
    explicit GatlingLog(Reading& reading) : reading_(reading), bins_(reading.sink, reading.bad, reading.intervalMs) {}

    void read(const std::string& text, std::int64_t line) {
        const std::vector<std::string> fields = tabs(text);
        const bool isGood = fields[0] == "REQUEST" ? request(fields, line)
                            : fields[0] == "USER"  ? user(fields)
                                                   : isKnown(fields[0]);
        if (!isGood) reading_.bad.add(line, inQuotes(text), said("Import", "a line of Gatling's log"));
    }
    void finish() { bins_.finish(); }

private:
    static bool isKnown(const std::string& word) {
        return word == "RUN" || word == "GROUP" || word == "ERROR" || word == "ASSERTION" || word.empty();
    }

    bool request(const std::vector<std::string>& fields, std::int64_t line) {
        // Older logs have the number of the user as second field; the outcome tells where the others are.
        if (fields.size() < 6) return false;
        std::size_t outcome = fields.size();
        for (std::size_t i = 5; i < std::min<std::size_t>(fields.size(), 8); ++i)
            if (fields[i] == "OK" || fields[i] == "KO") outcome = i;
        if (outcome == fields.size()) return false;
        const auto start = numberOf(fields[outcome - 2]), end = numberOf(fields[outcome - 1]);
        const auto moment = end ? archive::momentOf(*end) : std::nullopt;
        if (!start || !moment || !(*end >= *start)) return false;
        bins_.add({fields[outcome - 3], *moment, (*end - *start) / 1000, fields[outcome] == "KO", line});
        return true;
    }

    bool user(const std::vector<std::string>& fields) {
        const bool starts = fields.size() > 2 && fields[2] == "START", ends = fields.size() > 2 && fields[2] == "END";
        const auto number = fields.size() > 3 ? numberOf(fields[3]) : std::nullopt;
        const auto ms = number ? archive::momentOf(*number) : std::nullopt;
        if ((!starts && !ends) || !ms) return false;
        users_ += starts ? 1 : -1;
        bins_.level(*ms, users_);
        return true;
    }

    Reading& reading_;
    RequestBins bins_;
    double users_ = 0;
};

}  // namespace

void readK6Csv(Reading& reading) {
    CsvReader csv(reading.lines, reading.bad, ',');
    std::vector<std::string> header;
    if (!csv.next(header)) return;
    const Columns columns(header);
    K6Points points(reading);
    forEachRow(reading, csv, [&](const std::vector<std::string>& row, std::int64_t line) {
        if (hasTooFew(reading, row, columns.size(), line)) return;
        const auto ms = msOf(fieldAt(row, columns.find("timestamp")));
        const auto value = numberOf(fieldAt(row, columns.find("metric_value")));
        if (!ms || !value) {
            reading.bad.add(line, said("Import", "a row without a time and a value"),
                            said("Import", "`timestamp` and `metric_value`"));
            return;
        }
        points.add(fieldAt(row, columns.find("metric_name")), *ms, *value,
                   operationOf(std::string(fieldAt(row, columns.find("method"))), std::string(fieldAt(row, columns.find("name")))),
                   isFailure(fieldAt(row, columns.find("expected_response")), fieldAt(row, columns.find("status"))), line);
    });
    points.finish();
}

void readK6Json(Reading& reading) {
    K6Points points(reading);
    std::string line;
    while (reading.lines.next(line)) {
        if (reading.lines.number() % 1000 == 0 && !reading.goesOn()) break;
        if (line.empty()) continue;
        const Json json = archive::parseBoundedJson(line);
        if (json.is_object())
            readPoint(reading, points, json, reading.lines.number());
        else
            reading.bad.add(reading.lines.number(), inQuotes(line), said("Import", "a JSON object"));
    }
    points.finish();
}

void readLocust(Reading& reading) {
    reading.notes.push_back(
        said("Import", "Locust's percentiles count since the start of the test unless it was run with "
                       "--csv-full-history; the file does not say."));
    CsvReader csv(reading.lines, reading.bad, ',');
    std::vector<std::string> header;
    if (!csv.next(header)) return;
    const Columns columns(header);
    forEachRow(reading, csv, [&](const std::vector<std::string>& row, std::int64_t line) { readLocustRow(reading, columns, row, line); });
}

void readJmeter(Reading& reading) {
    std::string first;
    if (!reading.lines.next(first)) return;
    const char delimiter = delimiterOf(first);
    std::vector<std::string> header;
    CsvReader::splitLine(first, delimiter, header);
    const Columns columns(header);
    CsvReader csv(reading.lines, reading.bad, delimiter);
    RequestBins bins(reading.sink, reading.bad, reading.intervalMs);
    forEachRow(reading, csv, [&](const std::vector<std::string>& row, std::int64_t line) { readJmeterRow(reading, bins, columns, row, line); });
    bins.finish();
}

void readGatling(Reading& reading) {
    GatlingLog log(reading);
    std::string line;
    while (reading.lines.next(line)) {
        if (reading.lines.number() % 1000 == 0 && !reading.goesOn()) break;
        log.read(line, reading.lines.number());
    }
    log.finish();
}

}  // namespace headroom::import
