// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/run/background_task.h"
#include "app/desktop/run/run_controller.h"
#include "app/desktop/views/page.h"
#include "app/desktop/views/table_model.h"
#include "sim/study/capacity_search.h"

#include <optional>

class QLabel;
class QProgressBar;
class QPushButton;
class QTableView;

namespace headroom::desktop {

class Chart;
class ChartLink;
class ForecastPanel;
class SizePanel;
class Tornado;
class Workspace;

/// How much the system carries: response time, errors, throughput and cost against the load, over the scenario's range,
/// with the knee, the limit and the collapse; what gives way first and next; what would move the limit; how long it lasts,
/// and what is the cheapest that would do. Theory answers at once; points appear as they are simulated.
class LimitsView : public Page {
    Q_OBJECT

public:
    explicit LimitsView(Workspace& workspace, QWidget* parent = nullptr);

    /// Simulates loads all over the range.
    void explore();
    /// Simulates loads that close in on the limit.
    void findLimit();
    /// Ends what is simulated; the loads that are done stay.
    void stop() { task_.stop(); }
    bool isBusy() const { return task_.isRunning(); }
    /// Whether theory has answered for what is shown.
    bool isEstimated() const { return capacity_.has_value(); }
    const std::vector<RunPtr>& points() const { return points_; }
    const std::vector<RunPtr>& theory() const { return theory_; }
    const std::optional<sim::Capacity>& capacity() const { return capacity_; }
    ReportTableModel& table() { return *table_; }
    Tornado& tornado() { return *tornado_; }
    ForecastPanel& forecast() { return *forecast_; }
    SizePanel& size() { return *size_; }
    /// Scrolls to the forecast, or to the cheapest size.
    void showForecast();
    void showSize();
    QString text() const;

Q_SIGNALS:
    void finished();
    void estimated();
    void componentAsked(const QString& component);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void buildStudyRow();
    void buildCharts();
    void buildPanels();
    bool canStudy() const;
    void forget();
    void addPoint(const RunPtr& point, int study);
    void estimate();
    void takeCapacity(sim::Capacity capacity);
    void showProgress(const QString& what, int study);
    void showCharts();
    void showTornado();
    QString sentences() const;
    void show();

    Workspace& workspace_;
    BackgroundTask task_, estimating_;
    QPushButton* explore_;
    QPushButton* find_;
    QPushButton* stop_;
    QProgressBar* progress_;
    QLabel* sentence_;
    ChartLink* link_;
    QList<Chart*> charts_;
    QLabel* tornadoHeading_;
    QLabel* tornadoText_;
    Tornado* tornado_;
    ForecastPanel* forecast_;
    SizePanel* size_;
    ReportTableModel* table_;
    QTableView* tableView_;
    bool estimateAgain_ = false, stale_ = true;
    int study_ = 0;               ///< counts what was forgotten, so that late answers are told apart
    std::vector<RunPtr> points_;  ///< simulated, ascending in load
    std::vector<RunPtr> theory_;  ///< likewise, estimated
    std::optional<sim::Capacity> capacity_;
};

/// `count` loads from one to the other, evenly spaced on a logarithmic scale, in three digits.
std::vector<double> loadsBetween(double from, double to, int count);

}  // namespace headroom::desktop
