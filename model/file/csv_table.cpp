// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/csv_table.h"

#include "model/quantity/number_text.h"
#include "model/said.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>

namespace headroom::model {
namespace {

class CsvScanner {
public:
    explicit CsvScanner(std::string_view text) : rest_(text) {
        if (rest_.starts_with("\xEF\xBB\xBF")) rest_.remove_prefix(3);
        const std::string_view first = rest_.substr(0, rest_.find('\n'));
        if (std::ranges::count(first, ';') > std::ranges::count(first, ',')) separator_ = ';';
    }

    bool atEnd() const { return rest_.empty(); }
    int line() const { return line_; }
    /// The cells of a line; nothing where a quote is not closed.
    std::optional<std::vector<std::string>> takeLine() {
        std::vector<std::string> cells;
        bool more = true;
        while (more) {
            auto cell = takeCell();
            if (!cell) return {};
            cells.push_back(std::move(*cell));
            more = rest_.starts_with(separator_);
            if (more) rest_.remove_prefix(1);
        }
        if (rest_.starts_with('\r')) rest_.remove_prefix(1);
        if (rest_.starts_with('\n')) rest_.remove_prefix(1);
        ++line_;
        return cells;
    }

private:
    std::optional<std::string> takeCell() {
        if (rest_.starts_with('"')) return takeQuoted();
        const char ends[] = {separator_, '\r', '\n'};
        const std::size_t size =
            std::min(rest_.find_first_of(std::string_view(ends, 3)), rest_.size());
        std::string cell(trimmed(rest_.substr(0, size)));
        rest_.remove_prefix(size);
        return cell;
    }

    std::optional<std::string> takeQuoted() {
        std::string cell;
        rest_.remove_prefix(1);
        while (true) {
            const std::size_t quote = rest_.find('"');
            if (quote == std::string_view::npos) return {};
            cell += rest_.substr(0, quote);
            rest_.remove_prefix(quote + 1);
            if (!rest_.starts_with('"')) return cell;
            cell += '"';
            rest_.remove_prefix(1);
        }
    }

    std::string_view rest_;
    char separator_ = ',';
    int line_ = 1;
};

std::optional<int> number(std::string_view text, std::size_t begin, std::size_t size) {
    int value = 0;
    const std::string_view digits = text.substr(std::min(begin, text.size()), size);
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (digits.size() != size || error != std::errc() || end != digits.data() + size) return {};
    return value;
}

std::optional<double> dateSeconds(std::string_view text) {
    const auto year = number(text, 0, 4), month = number(text, 5, 2), day = number(text, 8, 2);
    if (!year || !month || !day || text[4] != '-' || text[7] != '-') return {};
    const std::chrono::year_month_day date{std::chrono::year(*year),
                                           std::chrono::month(static_cast<unsigned>(*month)),
                                           std::chrono::day(static_cast<unsigned>(*day))};
    if (!date.ok()) return {};
    return 86400.0 * static_cast<double>(std::chrono::sys_days(date).time_since_epoch().count());
}

/// `18:17:03.97`
std::optional<double> clockSeconds(std::string_view text) {
    const auto hour = number(text, 0, 2), minute = number(text, 3, 2);
    if (!hour || !minute || text[2] != ':' || *hour > 23 || *minute > 59) return {};
    const double whole = 3600.0 * *hour + 60.0 * *minute;
    if (text.size() == 5) return whole;
    const auto seconds = parseNumber(text.substr(6));
    if (!seconds || text[5] != ':' || *seconds >= 61) return {};
    return whole + *seconds;
}

double inSeconds(double number) {
    constexpr std::array<double, 3> kLimits = {1e17, 1e14, 1e11};
    double unit = 1e-9;
    for (const double limit : kLimits) {
        if (number > limit) return number * unit;
        unit *= 1e3;
    }
    return number;
}

}  // namespace

std::optional<std::size_t> CsvTable::column(std::string_view name) const {
    const auto found = std::ranges::find(names, name);
    if (found == names.end()) return {};
    return static_cast<std::size_t>(found - names.begin());
}

Parsed<CsvTable> parseCsv(std::string_view text) {
    CsvTable table;
    CsvScanner scanner(text);
    while (!scanner.atEnd()) {
        const std::string line = std::to_string(scanner.line());
        auto cells = scanner.takeLine();
        if (!cells)
            return TextError{
                said("Model", "a quote in line %1 that is never closed", {line}), "`\"`", {}};
        if (cells->size() == 1 && cells->front().empty()) continue;
        if (table.names.empty()) {
            table.names = std::move(*cells);
            continue;
        }
        if (cells->size() != table.names.size())
            return TextError{
                said("Model", "%1 values in line %2", {std::to_string(cells->size()), line}),
                said("Model", "%1, as in the first line", {std::to_string(table.names.size())}),
                {}};
        table.rows.push_back(std::move(*cells));
    }
    if (table.names.empty())
        return TextError{
            said("Model", "an empty file"), said("Model", "a first line of names"), {}};
    return table;
}

std::optional<double> parseTimestamp(std::string_view text) {
    text = trimmed(text);
    if (const auto plain = parseNumber(text)) return inSeconds(*plain);
    if (text.ends_with('Z')) text.remove_suffix(1);
    const auto date = dateSeconds(text);
    if (!date || text.size() == 10) return date;
    const auto clock = clockSeconds(text.substr(11));
    if (!clock || (text[10] != ' ' && text[10] != 'T')) return {};
    return *date + *clock;
}

}  // namespace headroom::model
