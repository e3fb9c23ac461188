// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <deque>
#include <functional>
#include <mutex>

namespace headroom::desktop {

/// What other threads hand to the thread of this object to be done there, in order; dropped with it. The mutex orders it
/// also for the thread sanitizer, which does not see into Qt's queue of events.
class Mailbox : public QObject {
public:
    using QObject::QObject;

    /// From any thread, as long as this object lives.
    void post(std::function<void()> act);

protected:
    bool event(QEvent* event) override;

private:
    std::mutex mutex_;
    std::deque<std::function<void()>> acts_;
};

}  // namespace headroom::desktop
