// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/run/mailbox.h"

#include <QCoreApplication>
#include <QEvent>

#include <utility>

namespace headroom::desktop {

namespace {
constexpr auto kPosted = QEvent::User;
}  // namespace

void Mailbox::post(std::function<void()> act) {
    {
        const std::scoped_lock lock(mutex_);
        acts_.push_back(std::move(act));
    }
    QCoreApplication::postEvent(this, new QEvent(kPosted));
}

/// An event an act, so that others are served between them. An act may end this object.
bool Mailbox::event(QEvent* event) {
    if (event->type() != kPosted) return QObject::event(event);
    std::function<void()> act;
    {
        const std::scoped_lock lock(mutex_);
        act = std::move(acts_.front());
        acts_.pop_front();
    }
    act();
    return true;
}

}  // namespace headroom::desktop
