// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/measured/gap_model.h"

#include "app/desktop/base/text.h"
#include "app/desktop/base/theme.h"
#include "app/desktop/measured/measurements.h"
#include "app/desktop/views/table_copy.h"
#include "app/desktop/views/table_model.h"
#include "app/desktop/window/workspace.h"
#include "app/import/series_sink.h"
#include "app/report/verdict.h"

#include <QDateTime>
#include <QLocale>

#include <cmath>

namespace headroom::desktop {

namespace {

QString momentText(std::int64_t ms) {
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(ms);
    const bool today = time.date() == QDate::currentDate();
    return today ? QLocale().toString(time.time(), QLocale::ShortFormat) : QLocale().toString(time, QLocale::ShortFormat);
}

QString percent(double share) { return localised(QString::number(share * 100, 'f', std::abs(share) < 0.0995 ? 1 : 0)) + QStringLiteral(" %"); }

bool sameKeys(const std::vector<Gap>& a, const std::vector<Gap>& b) {
    const auto same = [](const Gap& one, const Gap& other) { return one.key.name == other.key.name && one.key.labels == other.key.labels; };
    return std::ranges::equal(a, b, same);
}

}  // namespace

QString gapText(const Gap& gap) {
    if (!gap.relative) return QStringLiteral("–");
    const double share = *gap.relative;
    return (share < 0 ? QStringLiteral("−") : QStringLiteral("+")) + percent(std::abs(share));
}

GapTableModel::GapTableModel(Workspace& workspace, QObject* parent) : QAbstractTableModel(parent), workspace_(workspace) {
    connect(&Measurements::of(workspace), &Measurements::changed, this, &GapTableModel::refresh);
    connect(&workspace, &Workspace::courseChanged, this, &GapTableModel::refresh);
    refresh();
}

void GapTableModel::refresh() {
    std::vector<Gap> fresh = Measurements::of(workspace_).gaps(workspace_.course());
    if (sameKeys(fresh, gaps_)) {
        gaps_ = std::move(fresh);
        if (!gaps_.empty()) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount_ - 1));
    } else {
        beginResetModel();
        gaps_ = std::move(fresh);
        endResetModel();
    }
    Q_EMIT refreshed();
}

QString GapTableModel::stateText(const Gap& one) const {
    if (!std::isfinite(one.measured)) return workspace_.course() && workspace_.course()->find(one.key.name) == nullptr ? tr("not in the run") : tr("no common time yet");
    const QString limit = percent(Measurements::of(workspace_).threshold());
    return one.parted ? tr("more than %1 apart since %2").arg(limit, momentText(one.sinceMs)) : tr("within %1").arg(limit);
}

QStringList GapTableModel::alerts() const {
    QStringList sentences;
    for (const Gap& one : gaps_)
        if (one.parted)
            sentences << tr("%1: measured %2, simulated %3, %4, %5")
                             .arg(toQt(import::toText(one.key)), valueText(one.measured, one.key.unit), valueText(one.simulated, one.key.unit), gapText(one), stateText(one));
    return sentences;
}

int GapTableModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(gaps_.size()); }
int GapTableModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : columnCount_; }

QVariant GapTableModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const Gap& one = at(index.row());
    const bool numeric = index.column() >= measured && index.column() <= gap;
    if (role == Qt::TextAlignmentRole) return QVariant::fromValue(Qt::AlignVCenter | (numeric ? Qt::AlignRight : Qt::AlignLeft));
    if (role == Qt::ForegroundRole && one.parted && index.column() >= gap) return colours().bad;
    if (role == ReportTableModel::kExactRole && numeric) {
        const double exact = index.column() == measured ? one.measured : index.column() == simulated ? one.simulated : one.relative.value_or(std::nan(""));
        return std::isfinite(exact) ? QVariant(exact) : QVariant();
    }
    if (role == ReportTableModel::kUnitRole && numeric) return unitName(index.column() == gap ? model::Unit::share : one.key.unit);
    if (role != Qt::DisplayRole) return {};
    switch (index.column()) {
        case series: return toQt(import::toText(one.key));
        case measured: return valueText(one.measured, one.key.unit);
        case simulated: return valueText(one.simulated, one.key.unit);
        case gap: return gapText(one);
        case state: {
            const bool known = std::isfinite(one.measured);
            const report::Mark mark = !known ? report::Mark::unknown : one.parted ? report::Mark::bad : report::Mark::good;
            return toQt(report::glyphOf(mark)) + u' ' + stateText(one);
        }
        default: return {};
    }
}

QVariant GapTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
        case series: return tr("Series");
        case measured: return tr("Measured");
        case simulated: return tr("Simulated");
        case gap: return tr("Gap");
        case state: return tr("State");
        default: return {};
    }
}

}  // namespace headroom::desktop
