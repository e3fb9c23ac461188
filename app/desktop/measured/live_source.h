// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/import/live_feed.h"

#include <QDateTime>
#include <QObject>

#include <memory>
#include <optional>
#include <vector>

namespace headroom::desktop {

/// A Prometheus server that is asked again and again, and whether it answers. Nothing is sent before `connectTo`;
/// credentials come from the environment (import::Credentials) and are kept nowhere.
class LiveSource : public QObject {
    Q_OBJECT

public:
    enum class State { off, connecting, connected, unreachable };
    Q_ENUM(State)

    struct Plan {
        QString address;
        std::vector<import::LiveQuery> queries;
        std::int64_t stepMs = 15'000;    ///< from question to question, and from value to value
        std::int64_t historyMs = 0;      ///< how much of the past is asked for at first
    };

    using QObject::QObject;

    /// Ends what was before. Error: an address to which nothing may be sent.
    std::optional<model::TextError> connectTo(const Plan& plan);
    void end();

    State state() const { return state_; }
    bool isOn() const { return state_ != State::off; }
    const QString& address() const { return address_; }  ///< empty: off
    /// What is going on, in a sentence: `unreachable since 12:04, retrying every 15 s; nothing is lost`.
    QString sentence() const;
    /// What `connectTo` would send, and to whom; or why it would not.
    static QString announcement(const Plan& plan);

Q_SIGNALS:
    void started();
    void stateChanged();
    void received(const std::vector<headroom::archive::Series>& parts);

private:
    void set(State state, const QString& why = {});

    State state_ = State::off;
    QString address_, why_;
    QDateTime since_;
    std::int64_t stepMs_ = 0;
    std::unique_ptr<import::PrometheusClient> client_;
    std::unique_ptr<import::LiveFeed> feed_;
};

}  // namespace headroom::desktop
