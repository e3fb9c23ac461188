// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/sweep_results.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <array>

namespace headroom::cli {

namespace {

using Json = nlohmann::ordered_json;

std::string problem(const std::string& path) { return path + ": " + std::strerror(errno); }

std::optional<std::string> contents(int file) {
    std::string text;
    std::array<char, 65536> buffer;
    while (true) {
        const ssize_t n = ::read(file, buffer.data(), buffer.size());
        if (n < 0) return std::nullopt;
        if (n == 0) return text;
        text.append(buffer.data(), static_cast<std::size_t>(n));
    }
}

Json headerOf(const std::string& fingerprint) { return {{"headroom_sweep", 1}, {"fingerprint", fingerprint}}; }

}  // namespace

std::string fingerprintOf(std::string_view text) {
    std::uint64_t hash = 14695981039346656037u;
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211u;
    std::string digits;
    for (int shift = 60; shift >= 0; shift -= 4) digits += "0123456789abcdef"[hash >> shift & 15];
    return digits;
}

SweepResults::~SweepResults() {
    if (file_ >= 0) ::close(file_);
}

std::optional<std::string> SweepResults::open(const std::string& path, const std::string& fingerprint) {
    path_ = path;
    file_ = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_APPEND, 0644);
    if (file_ < 0) return problem(path);
    if (::flock(file_, LOCK_EX | LOCK_NB) != 0) return path + ": another sweep is writing to it";
    const std::optional<std::string> text = contents(file_);
    if (!text) return problem(path);
    const std::size_t whole = text->rfind('\n') + 1;  // 0 without any line
    if (whole < text->size() && ::ftruncate(file_, static_cast<off_t>(whole)) != 0) return problem(path);
    if (whole == 0) return append(headerOf(fingerprint).dump());
    return readLines(text->substr(0, whole), fingerprint);
}

std::optional<std::string> SweepResults::readLines(const std::string& text, const std::string& fingerprint) {
    std::size_t begin = 0;
    bool isHeader = true;
    while (begin < text.size()) {
        const std::size_t end = text.find('\n', begin);
        const Json line = Json::parse(text.substr(begin, end - begin), nullptr, false);
        begin = end + 1;
        if (isHeader && (!line.is_object() || !line.contains("headroom_sweep")))
            return path_ + ": it is no file of a sweep; give another name, or remove it";
        if (isHeader && line != headerOf(fingerprint))
            return path_ + ": it holds another sweep (another scenario, other values or settings, or another "
                           "version of headroom); give another name, or remove it";
        if (!isHeader && line.is_object() && line.contains("point") && line.contains("run"))
            finished_[line["point"].get<std::string>()] = line["run"];
        isHeader = false;
    }
    return std::nullopt;
}

std::optional<std::string> SweepResults::add(const std::string& point, const Json& run) {
    finished_[point] = run;
    if (file_ < 0) return std::nullopt;
    return append(Json{{"point", point}, {"run", run}}.dump(-1, ' ', false, Json::error_handler_t::replace));
}

std::optional<std::string> SweepResults::append(const std::string& line) {
    const std::string text = line + "\n";
    for (std::size_t done = 0; done < text.size();) {
        const ssize_t n = ::write(file_, text.data() + done, text.size() - done);
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) return problem(path_);
        done += static_cast<std::size_t>(n);
    }
    if (::fsync(file_) != 0 && errno != EINVAL) return problem(path_);
    return std::nullopt;
}

}  // namespace headroom::cli
