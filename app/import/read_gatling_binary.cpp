// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/import/importing.h"
#include "app/import/request_bins.h"
#include "model/said.h"

#include <algorithm>
#include <cstdint>

/// Gatling's log as 3.13 and later write it (gatling/gatling, LogFileReader.scala): records that
/// begin with a byte for their kind; numbers big-endian; a text is its length, its bytes and how
/// they are coded, an empty one its length alone; texts that come often are numbered at their first
/// use and meant by minus their number from then on.
namespace headroom::import {

namespace {

constexpr std::int32_t kLongestText = 1 << 20;
constexpr std::int32_t kMost = 1 << 20;  // scenarios, assertions, groups
constexpr int kRecordsAtOnce = 1000;

class GatlingBinaryLog {
public:
    explicit GatlingBinaryLog(Reading& reading)
        : reading_(reading), bins_(reading.sink, reading.bad, reading.intervalMs) {}

    void read() {
        char kind = 0;
        while (reading_.lines.read(&kind, 1) == 1) {
            if (++number_ % kRecordsAtOnce == 0 && !reading_.goesOn()) break;
            if (!record(kind)) {  // nothing tells where the next one begins
                reading_.bad.add(number_,
                                 model::said("Import", "record %1 damaged or cut off",
                                             {std::to_string(number_)}),
                                 model::said("Import", "a record of Gatling's log; what is behind "
                                                       "it is left out"));
                break;
            }
        }
        bins_.finish();
    }

private:
    bool record(char kind) {
        switch (kind) {
            case 0: return run();
            case 1: return request();
            case 2: return user();
            case 3: return groups() && skip(13);
            case 4: return cachedText() && skip(4);
            default: return false;
        }
    }

    bool run() {
        text_.clear();
        if (number_ != 1 || !text() || !text()) return false;
        std::int32_t scenarios = 0, assertions = 0, length = 0;
        if (!number(startMs_) || startMs_ < 0 || startMs_ > archive::kLatestMs || !text() || !number(scenarios) || scenarios < 0 ||
            scenarios > kMost)
            return false;
        for (std::int32_t i = 0; i < scenarios; ++i)
            if (!text()) return false;
        if (!number(assertions) || assertions < 0 || assertions > kMost) return false;
        for (std::int32_t i = 0; i < assertions; ++i)
            if (!number(length) || length < 0 || length > kLongestText ||
                !skip(static_cast<std::size_t>(length)))
                return false;
        return true;
    }

    bool request() {
        std::int32_t start = 0, end = 0;
        char succeeded = 0;
        if (!groups() || !cachedText()) return false;
        const std::string name = text_;
        if (!number(start) || !number(end) || !byte(succeeded) || !cachedText() || start < 0 ||
            end < start)
            return false;
        bins_.add({name, startMs_ + end, (end - start) / 1000.0, succeeded == 0, number_});
        return true;
    }

    bool user() {
        std::int32_t scenario = 0, ms = 0;
        char starts = 0;
        if (!number(scenario) || !byte(starts) || !number(ms)) return false;
        users_ += starts != 0 ? 1 : -1;
        bins_.level(startMs_ + ms, users_);
        return true;
    }

    bool groups() {
        std::int32_t count = 0;
        if (!number(count) || count < 0 || count > kMost) return false;
        for (std::int32_t i = 0; i < count; ++i)
            if (!cachedText()) return false;
        return true;
    }

    /// Into `text_`.
    bool cachedText() {
        std::int32_t index = 0;
        if (!number(index)) return false;
        if (index < 0) {
            const auto known = static_cast<std::size_t>(-static_cast<std::int64_t>(index));
            if (known > texts_.size()) return false;
            text_ = texts_[known - 1];
            return true;
        }
        if (static_cast<std::size_t>(index) != texts_.size() + 1 || !text()) return false;
        texts_.push_back(text_);
        return true;
    }

    bool text() {
        std::int32_t length = 0;
        char coder = 0;
        text_.clear();
        if (!number(length) || length < 0 || length > kLongestText) return false;
        if (length == 0) return true;
        std::string bytes(static_cast<std::size_t>(length), '\0');
        if (reading_.lines.read(bytes.data(), bytes.size()) != bytes.size() || !byte(coder))
            return false;
        if (coder == 0) return latin1(bytes);
        return coder == 1 && utf16(bytes);
    }

    void append(std::uint32_t code) {
        if (code < 0x80) {
            text_ += static_cast<char>(code);
        } else if (code < 0x800) {
            text_ += {static_cast<char>(0xC0 | code >> 6), static_cast<char>(0x80 | (code & 0x3F))};
        } else {
            text_ +=
                {static_cast<char>(0xE0 | code >> 12), static_cast<char>(0x80 | (code >> 6 & 0x3F)),
                 static_cast<char>(0x80 | (code & 0x3F))};
        }
    }
    bool latin1(const std::string& bytes) {
        for (const char c : bytes) append(static_cast<unsigned char>(c));
        return true;
    }
    /// As it lies in Java's memory: little-endian. Surrogates become `?`.
    bool utf16(const std::string& bytes) {
        for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
            const auto code =
                static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[i]) |
                                           static_cast<unsigned char>(bytes[i + 1]) << 8);
            append(code >= 0xD800 && code < 0xE000 ? '?' : code);
        }
        return bytes.size() % 2 == 0;
    }

    bool byte(char& value) { return reading_.lines.read(&value, 1) == 1; }
    bool skip(std::size_t count) {
        char ignored[256];
        while (count > 0) {
            const std::size_t part = std::min(count, sizeof ignored);
            if (reading_.lines.read(ignored, part) != part) return false;
            count -= part;
        }
        return true;
    }
    template <typename Number>
    bool number(Number& value) {
        unsigned char bytes[sizeof(Number)];
        if (reading_.lines.read(reinterpret_cast<char*>(bytes), sizeof bytes) != sizeof bytes)
            return false;
        std::uint64_t all = 0;
        for (const unsigned char one : bytes) all = all << 8 | one;
        value = static_cast<Number>(all);
        return true;
    }

    Reading& reading_;
    RequestBins bins_;
    std::int64_t number_ = 0, startMs_ = 0;
    double users_ = 0;
    std::string text_;
    std::vector<std::string> texts_;
};

}  // namespace

void readGatlingBinary(Reading& reading) { GatlingBinaryLog(reading).read(); }

}  // namespace headroom::import
