// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/run/background_task.h"

#include <QTimer>

#include <sys/resource.h>

#include <algorithm>

namespace headroom::desktop {

namespace {
constexpr int kNiceness = 10;
constexpr int kReportEveryMs = 100;
}  // namespace

/// Threads begun from here on inherit it.
void lowerPriority() { setpriority(PRIO_PROCESS, 0, kNiceness); }

int simulationThreads() { return std::max(1, static_cast<int>(std::thread::hardware_concurrency())); }

BackgroundTask::BackgroundTask(QObject* parent) : QObject(parent), fraction_(std::make_shared<std::atomic<double>>(0)) {
    auto* timer = new QTimer(this);
    timer->setInterval(kReportEveryMs);
    connect(timer, &QTimer::timeout, this, [this] { Q_EMIT progressed(fraction_->load()); });
    connect(this, &BackgroundTask::runningChanged, timer, [this, timer] {
        if (running_) timer->start();
        else timer->stop();
    });
}

BackgroundTask::~BackgroundTask() {
    thread_.request_stop();
    if (thread_.joinable()) thread_.join();
}

void BackgroundTask::start(Work work) {
    if (thread_.joinable()) thread_.join();
    running_ = true;
    fraction_->store(0);
    thread_ = std::jthread([this, work = std::move(work), fraction = fraction_](const std::stop_token& stop) {
        lowerPriority();
        Finish finish = work(stop, [fraction](double done) { fraction->store(done); });
        mailbox_.post([this, finish = std::move(finish)] {
            running_ = false;
            Q_EMIT runningChanged();
            if (finish) finish();
        });
    });
    Q_EMIT runningChanged();
}

void BackgroundTask::stop() { thread_.request_stop(); }

}  // namespace headroom::desktop
