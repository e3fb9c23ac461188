// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/run/run_controller.h"

#include "app/cli/run_points.h"
#include "app/desktop/run/background_task.h"
#include "sim/study/experiment.h"

#include <QTimer>

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <mutex>

namespace headroom::desktop {

namespace {

constexpr int kGrowEveryMs = 200;
using Clock = std::chrono::steady_clock;

}  // namespace

/// What the threads of a run and the window both touch. Courses are put together by the run's threads, so that the window
/// never waits for one, however long it is.
struct RunController::Shared {
    std::mutex mutex;
    std::condition_variable_any resumed;
    bool paused = false;
    double fraction = 0;
    CoursePtr course;  ///< not yet taken by the window; null: nothing new

    std::mutex growing;  ///< for what follows; the window never asks for it
    sim::LiveSeries series;
    double endSeconds = 0;
    bool hasNew = false;
    Clock::time_point nextCourse;

    void take(const sim::Sample& sample, const std::stop_token& stop) {
        {
            const std::scoped_lock lock(growing);
            series.add(sample);
            hasNew = true;
        }
        handOn(stop);
    }

    void take(const sim::Progress& progress, const std::stop_token& stop) {
        {
            const std::scoped_lock lock(mutex);
            fraction = progress.fraction;
        }
        handOn(stop);
    }

    /// All threads of the run come here with each sample, and stand still here while it is paused.
    void handOn(const std::stop_token& stop) {
        CoursePtr fresh = courseIfDue();
        std::unique_lock lock(mutex);
        if (fresh) course = std::move(fresh);
        resumed.wait(lock, stop, [this] { return !paused; });
    }

    /// As often as the window looks, but never for more than a twentieth of the run's time.
    CoursePtr courseIfDue() {
        constexpr int kPauseFactor = 20;
        const std::unique_lock lock(growing, std::try_to_lock);
        const Clock::time_point now = Clock::now();
        if (!lock || !hasNew || now < nextCourse) return nullptr;
        auto fresh = std::make_shared<Course>();
        fresh->series = series.series();
        fresh->sampleSeconds = series.sampleSeconds();
        fresh->endSeconds = endSeconds;
        fresh->growing = true;
        hasNew = false;
        const Clock::time_point done = Clock::now();
        nextCourse = std::max(now + std::chrono::milliseconds(kGrowEveryMs), done + kPauseFactor * (done - now));
        return fresh;
    }
};

RunController::RunController(QObject* parent) : QObject(parent) {
    auto* timer = new QTimer(this);
    timer->setInterval(kGrowEveryMs);
    connect(timer, &QTimer::timeout, this, &RunController::takeProgress);
    connect(this, &RunController::stateChanged, timer, [this, timer] {
        if (isIdle()) timer->stop();
        else timer->start();
    });
}

RunController::~RunController() {
    waiting_.clear();
    thread_.request_stop();
    if (thread_.joinable()) thread_.join();
}

void RunController::start(model::Scenario scenario) {
    waiting_.push_back(std::make_shared<const model::Scenario>(std::move(scenario)));
    if (isIdle()) begin();
}

void RunController::begin() {
    if (thread_.joinable()) thread_.join();
    current_ = waiting_.front();
    waiting_.pop_front();
    shared_ = std::make_shared<Shared>();
    shared_->endSeconds = model::toSeconds(current_->run.duration);
    progress_ = step_ = 0;
    reportedMs_ = stepMs_ = 0;
    pausedMs_ = 0;
    clock_.start();
    thread_ = std::jthread([this, scenario = current_, shared = shared_](const std::stop_token& stop) {
        lowerPriority();
        const auto begun = Clock::now();
        auto run = std::make_shared<report::RunRecord>();
        run->scenario = *scenario;
        run->result = sim::runExperiment(
            *scenario, {.threads = simulationThreads(),
                        .stop = stop,
                        .progress = [&](const sim::Progress& progress) { shared->take(progress, stop); },
                        .sample = [&](const sim::Sample& sample) { shared->take(sample, stop); }});
        run->result.wallSeconds =
            std::chrono::duration<double>(Clock::now() - begun).count();
        run->result.peakMemoryBytes = cli::peakMemoryBytes();
        mailbox_.post([this, run] { takeResult(run); });
    });
    setState(State::running);
    Q_EMIT started();
}

void RunController::setPaused(bool paused) {
    if (state_ != State::running && state_ != State::paused) return;
    {
        const std::scoped_lock lock(shared_->mutex);
        shared_->paused = paused;
    }
    shared_->resumed.notify_all();
    if (paused) pauseClock_.start();
    else if (state_ == State::paused) pausedMs_ += pauseClock_.elapsed();
    setState(paused ? State::paused : State::running);
}

void RunController::stop() {
    if (isIdle()) return;
    waiting_.clear();
    thread_.request_stop();
    setState(State::stopping);
}

double RunController::remainingSeconds() const {
    constexpr double kEnoughToTell = 0.02;
    if (progress_ < kEnoughToTell) return -1;
    const double now = progress(), spent = static_cast<double>(spentMs()) / 1000;
    return spent * (1 - now) / now;
}

qint64 RunController::spentMs() const {
    return clock_.elapsed() - pausedMs_ - (state_ == State::paused ? pauseClock_.elapsed() : 0);
}

void RunController::takeShare(double share) {
    if (share <= progress_) return;
    step_ = share - progress_;
    stepMs_ = spentMs() - reportedMs_;
    progress_ = share;
    reportedMs_ += stepMs_;
}

double RunController::progress() const {
    constexpr double kShort = 0.95;  // the next report ends the step
    if (state_ == State::idle || stepMs_ <= 0) return progress_;
    const double since = static_cast<double>(spentMs() - reportedMs_) / static_cast<double>(stepMs_);
    return std::min(1.0, progress_ + step_ * std::min(since, kShort));
}

void RunController::takeProgress() {
    CoursePtr course;
    {
        const std::scoped_lock lock(shared_->mutex);
        takeShare(shared_->fraction);
        course.swap(shared_->course);
    }
    Q_EMIT progressed();
    if (course) Q_EMIT grew(course);
}

void RunController::takeResult(RunPtr run) {
    thread_.join();
    progress_ = 1;
    const bool empty = run->result.interrupted && run->result.replications == 0;
    if (!empty) runs_.push_back(run);
    const bool more = !waiting_.empty() && state_ != State::stopping;
    if (!more) setState(State::idle);
    if (!empty) {
        Q_EMIT finished(run);
        Q_EMIT runsChanged();
    }
    if (more) begin();
}

void RunController::add(RunPtr run) {
    runs_.push_back(std::move(run));
    Q_EMIT runsChanged();
}

void RunController::clear() {
    runs_.clear();
    Q_EMIT runsChanged();
}

void RunController::setState(State state) {
    state_ = state;
    Q_EMIT stateChanged();
}

}  // namespace headroom::desktop
