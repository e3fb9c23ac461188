// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/import/line_reader.h"

#include "model/said.h"

#include <algorithm>
#include <charconv>

namespace headroom::import {

namespace {

constexpr std::size_t kBuffer = 1 << 18;
constexpr std::size_t kLongestLine = 1 << 20;
constexpr int kMostLines =
    100;  // of one record; a quote that is never closed would take the rest of the file

void addTooLong(BadLines& bad, std::int64_t line) {
    bad.add(line, model::said("Import", "a line of more than 1 MiB"),
            model::said("Import", "shorter lines"));
}

}  // namespace

void BadLines::add(std::int64_t line, std::string found, std::string expected) {
    ++count_;
    if (first_.size() < kKept) first_.push_back({line, std::move(found), std::move(expected)});
}

LineReader::LineReader(const std::string& path, BadLines& bad)
    : file_(path), bad_(bad), buffer_(kBuffer) {}

bool LineReader::fill() {
    at_ = 0;
    end_ = file_.read(buffer_.data(), buffer_.size());
    return end_ > 0;
}

std::size_t LineReader::read(char* into, std::size_t most) {
    std::size_t done = 0;
    while (done < most && (at_ < end_ || fill())) {
        const std::size_t count = std::min(most - done, end_ - at_);
        std::copy_n(buffer_.data() + at_, count, into + done);
        at_ += count;
        done += count;
    }
    return done;
}

bool LineReader::next(std::string& line) {
    line.clear();
    bool tooLong = false, any = false;
    for (;;) {
        if (at_ == end_ && !fill()) break;
        any = true;
        const auto from = buffer_.begin() + static_cast<std::ptrdiff_t>(at_);
        const auto stop = buffer_.begin() + static_cast<std::ptrdiff_t>(end_);
        const auto newline = std::find(from, stop, '\n');
        if (line.size() + static_cast<std::size_t>(newline - from) > kLongestLine) tooLong = true;
        if (!tooLong) line.append(from, newline);
        at_ = static_cast<std::size_t>(newline - buffer_.begin());
        if (newline == stop) continue;
        ++at_;
        ++number_;
        if (!tooLong) {
            if (!line.empty() && line.back() == '\r') line.pop_back();
            return true;
        }
        addTooLong(bad_, number_);
        line.clear();
        tooLong = any = false;
    }
    if (!any) return false;
    ++number_;
    if (tooLong) addTooLong(bad_, number_);
    if (!line.empty() && line.back() == '\r') line.pop_back();
    return !tooLong;
}

bool CsvReader::next(std::vector<std::string>& fields) {
    std::string line;
    while (lines_.next(line)) {
        first_ = lines_.number();
        std::string record = line;
        for (int i = 1; !splitLine(record, delimiter_, fields); ++i) {
            if (i == kMostLines || !lines_.next(line)) {
                bad_.add(first_, model::said("Import", "a quote that is not closed"),
                         model::said("Import", "`\"` at the end of the field"));
                fields.clear();
                break;
            }
            record += "\n" + line;
        }
        if (!fields.empty()) return true;
    }
    return false;
}

bool CsvReader::splitLine(const std::string& text, char delimiter,
                          std::vector<std::string>& fields) {
    fields.assign(1, "");
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (quoted && c == '"' && i + 1 < text.size() && text[i + 1] == '"') {
            fields.back() += '"';
            ++i;
        } else if (c == '"' && (quoted || fields.back().empty())) {
            quoted = !quoted;
        } else if (c == delimiter && !quoted) {
            fields.emplace_back();
        } else {
            fields.back() += c;
        }
    }
    return !quoted;
}

char delimiterOf(std::string_view line) {
    char best = ',';
    std::ptrdiff_t most = 0;
    for (const char candidate : {',', ';', '\t'}) {
        bool quoted = false;
        std::ptrdiff_t count = 0;
        for (const char c : line) {
            if (c == '"') quoted = !quoted;
            count += c == candidate && !quoted;
        }
        if (count > most) best = candidate;
        most = std::max(most, count);
    }
    return best;
}

std::optional<double> numberOf(std::string_view text) {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    if (text.starts_with('+')) text.remove_prefix(1);
    double value = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (problem != std::errc() || end != text.data() + text.size() || text.empty())
        return std::nullopt;
    return value;
}

}  // namespace headroom::import
