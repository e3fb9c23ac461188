// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/run/mailbox.h"

#include <QObject>

#include <atomic>
#include <functional>
#include <memory>
#include <stop_token>
#include <thread>

namespace headroom::desktop {

/// A study of several runs on a thread of its own: one at a time, with progress, ended with this object.
class BackgroundTask : public QObject {
    Q_OBJECT

public:
    using Report = std::function<void(double fraction)>;  ///< from any thread
    using Finish = std::function<void()>;                 ///< called on the window's thread
    using Work = std::function<Finish(std::stop_token stop, const Report& report)>;

    explicit BackgroundTask(QObject* parent = nullptr);
    ~BackgroundTask() override;

    bool isRunning() const { return running_; }
    /// Precondition: not running.
    void start(Work work);
    void stop();
    /// For the work: has it done on the window's thread, before its `Finish`.
    void post(std::function<void()> act) { mailbox_.post(std::move(act)); }

Q_SIGNALS:
    void progressed(double fraction);
    void runningChanged();

private:
    bool running_ = false;
    std::shared_ptr<std::atomic<double>> fraction_;
    Mailbox mailbox_;
    std::jthread thread_;
};

/// Nice to the window on a machine with few cores; for the beginning of a thread.
void lowerPriority();
int simulationThreads();

}  // namespace headroom::desktop
