// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/run/course.h"
#include "app/desktop/run/mailbox.h"
#include "app/report/run_record.h"

#include <QElapsedTimer>
#include <QObject>

#include <deque>
#include <memory>
#include <thread>
#include <vector>

namespace headroom::desktop {

using RunPtr = std::shared_ptr<const report::RunRecord>;

/// Runs scenarios one after another on a thread of its own, which ends with this object. Only values cross over.
class RunController : public QObject {
    Q_OBJECT

public:
    enum class State { idle, running, paused, stopping };
    Q_ENUM(State)

    explicit RunController(QObject* parent = nullptr);
    ~RunController() override;

    State state() const { return state_; }
    bool isIdle() const { return state_ == State::idle; }
    /// Between two reports of the simulation it goes on as time does, as fast as it did before and never beyond the next.
    double progress() const;
    /// Whether there is a share to tell; before the first report there is none.
    bool isProgressKnown() const { return progress_ > 0; }
    /// Seconds of real time; negative while it cannot be said.
    double remainingSeconds() const;
    const model::Scenario* current() const { return current_.get(); }

    /// Begins, or lines up behind what is running.
    void start(model::Scenario scenario);
    void setPaused(bool paused);
    /// Ends what is running and what is lined up; what was finished is kept.
    void stop();

    /// Finished runs of this session, oldest first.
    const std::vector<RunPtr>& runs() const { return runs_; }
    void add(RunPtr run);
    void clear();

Q_SIGNALS:
    void stateChanged();
    void progressed();
    void started();
    /// The course of the run so far; while it runs, several times a second at most.
    void grew(const headroom::desktop::CoursePtr& course);
    void finished(const headroom::desktop::RunPtr& run);
    void runsChanged();

private:
    struct Shared;
    void begin();
    void setState(State state);
    void takeProgress();
    void takeShare(double share);
    qint64 spentMs() const;
    void takeResult(RunPtr run);

    State state_ = State::idle;
    double progress_ = 0;     ///< as last reported
    double step_ = 0;         ///< from the report before it
    qint64 reportedMs_ = 0;   ///< by clock_, without pauses
    qint64 stepMs_ = 0;
    QElapsedTimer clock_;
    qint64 pausedMs_ = 0;
    QElapsedTimer pauseClock_;
    std::shared_ptr<const model::Scenario> current_;
    std::deque<std::shared_ptr<const model::Scenario>> waiting_;
    std::vector<RunPtr> runs_;
    std::shared_ptr<Shared> shared_;
    Mailbox mailbox_;
    std::jthread thread_;
};

}  // namespace headroom::desktop
