// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/import/series_sink.h"

#include <algorithm>

namespace headroom::import {

namespace {

constexpr std::size_t kMostHeld = 200'000;  // points, some 3 MB

// Reads `NAME{a="b",c="d"}` from the front of `text`.
std::optional<SeriesKey> readKey(std::string_view& text) {
    SeriesKey key;
    int depth = 0;  // p95(api.response_time) may hold anything but `=` and `{`
    while (!text.empty() && (depth > 0 || (text.front() != '=' && text.front() != '{'))) {
        depth += text.front() == '(' ? 1 : text.front() == ')' ? -1 : 0;
        key.name += text.front();
        text.remove_prefix(1);
    }
    while (!key.name.empty() && key.name.back() == ' ') key.name.pop_back();
    if (key.name.empty()) return std::nullopt;
    if (!text.starts_with('{')) return key;
    while (!text.empty() && text.front() != '}') {
        text.remove_prefix(1);  // `{` or `,`
        const std::size_t quote = text.find("=\"");
        const std::size_t end = quote == std::string_view::npos ? quote : text.find('"', quote + 2);
        if (end == std::string_view::npos) return std::nullopt;
        key.labels[std::string(text.substr(0, quote))] = text.substr(quote + 2, end - quote - 2);
        text.remove_prefix(end + 1);
    }
    if (text.empty()) return std::nullopt;
    text.remove_prefix(1);
    return key;
}

void skipBlanks(std::string_view& text) {
    while (text.starts_with(' ')) text.remove_prefix(1);
}

bool matches(const SeriesKey& pattern, const SeriesKey& key) {
    if (pattern.name != key.name) return false;
    return std::ranges::all_of(pattern.labels, [&](const auto& label) {
        const auto found = key.labels.find(label.first);
        return found != key.labels.end() && found->second == label.second;
    });
}

}  // namespace

std::optional<Renaming> parseRenaming(const std::string& text) {
    std::string_view rest = text;
    const auto from = readKey(rest);
    skipBlanks(rest);
    if (!from || !rest.starts_with('=')) return std::nullopt;
    rest.remove_prefix(1);
    skipBlanks(rest);
    const auto to = readKey(rest);
    if (!to || !rest.empty()) return std::nullopt;
    return Renaming{*from, *to};
}

std::string toText(const SeriesKey& key) {
    std::string text = key.name;
    for (const auto& [name, value] : key.labels)
        text += (text.size() == key.name.size() ? "{" : ",") + name + "=\"" + value + "\"";
    return key.labels.empty() ? text : text + "}";
}

SeriesSink::SeriesSink(Deliver deliver, std::vector<Renaming> renamings)
    : deliver_(std::move(deliver)), renamings_(std::move(renamings)) {}

SeriesKey SeriesSink::renamed(SeriesKey key) const {
    for (const Renaming& renaming : renamings_) {
        if (!matches(renaming.from, key)) continue;
        for (const auto& [name, value] : renaming.from.labels) key.labels.erase(name);
        for (const auto& [name, value] : renaming.to.labels) key.labels[name] = value;
        key.name = renaming.to.name;
        return key;
    }
    return key;
}

void SeriesSink::add(const SeriesKey& key, Point point) {
    auto [entry, isNew] = series_.try_emplace(key);
    Collected& series = entry->second;
    if (isNew) series.summary = {renamed(key), 0, point.ms, point.ms};
    series.summary.firstMs = std::min(series.summary.firstMs, point.ms);
    series.summary.lastMs = std::max(series.summary.lastMs, point.ms);
    ++series.summary.points;
    series.points.push_back(point);
    if (++held_ >= kMostHeld) flush();
}

void SeriesSink::flush() {
    std::vector<Series> parts;
    for (auto& [key, series] : series_) {
        if (series.points.empty()) continue;
        parts.push_back({series.summary.key, std::move(series.points)});
        series.points.clear();
    }
    if (!parts.empty()) deliver_(parts);
    held_ = 0;
}

std::vector<SeriesSummary> SeriesSink::summary() const {
    std::vector<SeriesSummary> all;
    for (const auto& [key, series] : series_) all.push_back(series.summary);
    std::ranges::sort(all, [](const auto& a, const auto& b) { return a.key < b.key; });
    return all;
}

}  // namespace headroom::import
