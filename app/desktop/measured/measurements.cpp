// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/measured/measurements.h"

#include "app/archive/archive.h"
#include "app/desktop/window/workspace.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace headroom::desktop {

namespace {

constexpr std::int64_t kDayMs = 86'400'000;

bool isOfAll(const archive::Series& series) { return !series.key.labels.contains("operation"); }

}  // namespace

Measurements::Measurements(QObject* parent) : QObject(parent) {
    if (const auto archive = archive::defaultArchive()) filing_ = new LiveFiling(live_, *archive, this);
    connect(&live_, &LiveSource::received, this, &Measurements::take);
    connect(&live_, &LiveSource::started, this, [this] { show(live_.address(), {}, Align::newest); });
}

Measurements& Measurements::of(Workspace& workspace) {
    auto* known = workspace.findChild<Measurements*>(QString(), Qt::FindDirectChildrenOnly);
    return known != nullptr ? *known : *new Measurements(&workspace);
}

const archive::Series* Measurements::find(const std::string& name) const {
    const archive::Series* found = nullptr;
    for (const archive::Series& one : series_) {
        if (one.key.name != name || !isOfAll(one)) continue;
        if (found == nullptr || one.key.labels.size() < found->key.labels.size()) found = &one;
    }
    return found;
}

std::vector<std::string> Measurements::names() const {
    std::vector<std::string> names;
    for (const archive::Series& one : series_)
        if (isOfAll(one) && std::ranges::find(names, one.key.name) == names.end()) names.push_back(one.key.name);
    return names;
}

void Measurements::show(const QString& source, std::vector<archive::Series> series, Align align, std::int64_t zeroMs) {
    if (source != live_.address()) live_.end();
    source_ = source;
    series_ = std::move(series);
    for (archive::Series& one : series_) std::ranges::stable_sort(one.points, {}, &archive::Point::ms);
    align_ = align;
    givenZeroMs_ = zeroMs;
    since_.clear();
    Q_EMIT changed();
}

void Measurements::clear() { show({}, {}, Align::newest); }

void Measurements::setAlign(Align align) {
    if (align == align_) return;
    align_ = align;
    since_.clear();
    Q_EMIT changed();
}

void Measurements::setThreshold(double share) {
    if (share == rule_.threshold) return;
    rule_.threshold = share;
    since_.clear();
    Q_EMIT changed();
}

void Measurements::take(const std::vector<archive::Series>& parts) {
    for (const archive::Series& part : parts) {
        auto known = std::ranges::find_if(series_, [&](const archive::Series& one) { return one.key.name == part.key.name && one.key.labels == part.key.labels; });
        if (known == series_.end()) known = series_.insert(series_.end(), {part.key, {}});
        auto& points = known->points;
        points.insert(points.end(), part.points.begin(), part.points.end());
        if (points.size() > kMostPoints) points.erase(points.begin(), points.end() - static_cast<std::ptrdiff_t>(kMostPoints));
    }
    Q_EMIT changed();
}

std::optional<std::pair<std::int64_t, std::int64_t>> Measurements::ends() const {
    std::int64_t first = std::numeric_limits<std::int64_t>::max(), last = std::numeric_limits<std::int64_t>::min();
    for (const archive::Series& one : series_)
        if (!one.points.empty()) {
            first = std::min(first, one.points.front().ms);
            last = std::max(last, one.points.back().ms);
        }
    return last < first ? std::nullopt : std::optional(std::pair(first, last));
}

double Measurements::spanSeconds() const {
    const auto found = ends();
    if (!found) return 0;
    const auto [first, last] = *found;
    return static_cast<double>(last - (align_ == Align::newest ? first : zeroMs(0))) / 1000;
}

std::int64_t Measurements::zeroMs(double endSeconds) const {
    if (align_ == Align::given) return givenZeroMs_;
    const auto found = ends();
    if (!found) return 0;
    const auto [first, last] = *found;
    if (align_ == Align::beginning) return first;
    if (align_ == Align::timeOfDay) return last / kDayMs * kDayMs;
    return last - std::llround(endSeconds * 1000);
}

std::shared_ptr<const ChartPoints> Measurements::pointsOf(const archive::Series& series, double endSeconds) const {
    auto points = std::make_shared<ChartPoints>();
    const std::int64_t zero = zeroMs(endSeconds);
    for (const archive::Point& point : series.points) {
        const double x = static_cast<double>(point.ms - zero) / 1000;
        if (x < 0 || x > endSeconds + 1e-9) continue;
        points->x.push_back(x);
        points->y.push_back(point.value);
    }
    return points;
}

std::vector<Gap> Measurements::gaps(const CoursePtr& course) {
    std::vector<Gap> gaps;
    const Course none;
    const Course& of = course ? *course : none;
    for (const std::string& name : names()) {
        Gap gap = gapOf(*find(name), of, zeroMs(of.endSeconds), rule_);
        if (gap.parted) {
            const auto [open, isNew] = since_.try_emplace(gap.key, gap.sinceMs);
            gap.sinceMs = open->second = std::min(open->second, gap.sinceMs);
        } else {
            since_.erase(gap.key);
        }
        gaps.push_back(std::move(gap));
    }
    return gaps;
}

}  // namespace headroom::desktop
