// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/charts/chart_data.h"
#include "app/desktop/measured/gap.h"
#include "app/desktop/measured/live_filing.h"
#include "app/desktop/measured/live_source.h"

#include <QObject>

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace headroom::desktop {

class Workspace;

/// What production measured and the charts of a run show over it: from the archive, or live.
class Measurements : public QObject {
    Q_OBJECT

public:
    /// Where the run begins in the time of the measurement.
    enum class Align { newest, beginning, timeOfDay, given };
    Q_ENUM(Align)
    static constexpr std::size_t kMostPoints = 100'000;  ///< of a live series; the oldest go first

    explicit Measurements(QObject* parent = nullptr);
    /// Those of a workspace: made when they are first asked for, and gone with it.
    static Measurements& of(Workspace& workspace);

    bool isEmpty() const { return series_.empty(); }
    const QString& source() const { return source_; }  ///< for people
    const std::vector<archive::Series>& series() const { return series_; }
    /// The one that can be held against the simulated one of this name: of all operations and, if there are several, the
    /// first without labels. Null: none.
    const archive::Series* find(const std::string& name) const;
    /// The names that `find` knows.
    std::vector<std::string> names() const;
    LiveSource& live() { return live_; }
    /// Null: no archive is kept.
    LiveFiling* filing() { return filing_; }

    void show(const QString& source, std::vector<archive::Series> series, Align align, std::int64_t zeroMs = 0);
    void clear();
    Align align() const { return align_; }
    void setAlign(Align align);
    /// By which share the simulated series may be off before that is said.
    double threshold() const { return rule_.threshold; }
    void setThreshold(double share);

    /// From where a run would begin to the newest point.
    double spanSeconds() const;
    /// For a run of this length, in milliseconds since 1970.
    std::int64_t zeroMs(double endSeconds) const;
    /// In the time of the run, only what lies in it.
    std::shared_ptr<const ChartPoints> pointsOf(const archive::Series& series, double endSeconds) const;
    /// Of each series that can be compared. A gap that is open keeps its beginning while the measurement goes on.
    std::vector<Gap> gaps(const CoursePtr& course);

Q_SIGNALS:
    void changed();

private:
    void take(const std::vector<archive::Series>& parts);
    /// Of all points; nothing while there is none.
    std::optional<std::pair<std::int64_t, std::int64_t>> ends() const;

    LiveSource live_;
    LiveFiling* filing_ = nullptr;
    QString source_;
    std::vector<archive::Series> series_;
    Align align_ = Align::newest;
    std::int64_t givenZeroMs_ = 0;
    GapRule rule_;
    std::map<archive::SeriesKey, std::int64_t> since_;
};

}  // namespace headroom::desktop
