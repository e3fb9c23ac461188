// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/import/byte_reader.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Text files of any size, packed by gzip or not, a line at a time.
namespace headroom::import {

/// A line that was left out, and why.
struct BadLine {
    std::int64_t line = 0;  ///< from 1
    std::string found, expected;
};

/// Counts every line that is left out and keeps the first of them.
class BadLines {
public:
    static constexpr std::size_t kKept = 20;
    void add(std::int64_t line, std::string found, std::string expected);
    std::int64_t count() const { return count_; }
    const std::vector<BadLine>& first() const { return first_; }

private:
    std::int64_t count_ = 0;
    std::vector<BadLine> first_;
};

/// Lines end in LF or CRLF. One of more than a mebibyte is left out as a bad line, so that memory is bounded.
class LineReader {
public:
    LineReader(const std::string& path, BadLines& bad);

    bool isOpen() const { return file_.isOpen(); }
    bool next(std::string& line);
    std::int64_t number() const { return number_; }  ///< of the line that `next` gave, from 1
    /// Further bytes as they stand there, for formats that have no lines; fewer than asked for only at the end.
    std::size_t read(char* into, std::size_t most);
    std::int64_t bytesRead() const { return file_.position(); }  ///< of the file as it lies on the disk
    /// False if reading broke off before the end of the file.
    bool isWhole() const { return file_.isWhole(); }

private:
    bool fill();

    ByteReader file_;
    BadLines& bad_;
    std::vector<char> buffer_;
    std::size_t at_ = 0, end_ = 0;
    std::int64_t number_ = 0;
};

/// Records of a CSV file (RFC 4180): fields in double quotes may hold delimiters, quotes and line breaks.
class CsvReader {
public:
    CsvReader(LineReader& lines, BadLines& bad, char delimiter) : lines_(lines), bad_(bad), delimiter_(delimiter) {}

    /// An empty line is an empty record.
    bool next(std::vector<std::string>& fields);
    std::int64_t number() const { return first_; }  ///< of the first line of the record

    /// False if a quote is open at the end.
    static bool splitLine(const std::string& text, char delimiter, std::vector<std::string>& fields);

private:

    LineReader& lines_;
    BadLines& bad_;
    char delimiter_;
    std::int64_t first_ = 0;
};

/// The one of `,` `;` TAB that a line has most of outside of quotes.
char delimiterOf(std::string_view line);

/// A number as files write them; nothing for all else, also for numbers with something behind.
std::optional<double> numberOf(std::string_view text);

}  // namespace headroom::import
