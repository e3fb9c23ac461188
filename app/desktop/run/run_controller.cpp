// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/run/run_controller.h"

#include "app/cli/run_points.h"
#include "app/desktop/run/background_task.h"
#include "sim/study/experiment.h"

#include <QMetaObject>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <mutex>

namespace headroom::desktop {

namespace {

constexpr int kGrowEveryMs = 250;
}  // namespace

/// What the threads of a run and the window both touch.
struct RunController::Shared {
    std::mutex mutex;
    std::condition_variable_any resumed;
    bool paused = false;
    double fraction = 0;
    bool hasNew = false;
    sim::LiveSeries series;

    /// Called by the run's threads, one at a time: all of them stand still in their next sample while this waits.
    void take(const sim::Sample& sample, const std::stop_token& stop) {
        std::unique_lock lock(mutex);
        series.add(sample);
        hasNew = true;
        resumed.wait(lock, stop, [this] { return !paused; });
    }

    void take(const sim::Progress& progress) {
        const std::scoped_lock lock(mutex);
        fraction = progress.fraction;
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
    progress_ = 0;
    pausedMs_ = 0;
    clock_.start();
    thread_ = std::jthread([this, scenario = current_, shared = shared_](const std::stop_token& stop) {
        lowerPriority();
        const auto begun = std::chrono::steady_clock::now();
        auto run = std::make_shared<report::RunRecord>();
        run->scenario = *scenario;
        run->result = sim::runExperiment(
            *scenario, {.threads = simulationThreads(),
                        .stop = stop,
                        .progress = [&](const sim::Progress& progress) { shared->take(progress); },
                        .sample = [&](const sim::Sample& sample) { shared->take(sample, stop); }});
        run->result.wallSeconds =
            std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
        run->result.peakMemoryBytes = cli::peakMemoryBytes();
        QMetaObject::invokeMethod(this, [this, run] { takeResult(run); }, Qt::QueuedConnection);
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
    const double spent = static_cast<double>(clock_.elapsed() - pausedMs_) / 1000;
    return spent * (1 - progress_) / progress_;
}

void RunController::takeProgress() {
    auto course = std::make_shared<Course>();
    {
        const std::scoped_lock lock(shared_->mutex);
        progress_ = shared_->fraction;
        if (shared_->hasNew) {
            course->series = shared_->series.series();
            course->sampleSeconds = shared_->series.sampleSeconds();
        }
        shared_->hasNew = false;
    }
    Q_EMIT progressed();
    if (course->series.empty()) return;
    course->growing = true;
    course->endSeconds = model::toSeconds(current_->run.duration);
    Q_EMIT grew(course);
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
