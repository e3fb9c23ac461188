// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/measured/live_source.h"

#include "app/desktop/base/text.h"
#include "model/said.h"

#include <QLocale>
#include <QStringList>

namespace headroom::desktop {

namespace {

QString stepText(std::int64_t ms) { return timeText(static_cast<double>(ms) / 1000); }

}  // namespace

std::optional<model::TextError> LiveSource::connectTo(const Plan& plan) {
    const import::Credentials credentials = import::Credentials::fromEnvironment();
    const auto url = import::parseServer(fromQt(plan.address), credentials);
    if (!url) return url.error();
    if (plan.queries.empty())
        return model::TextError{model::said("Window", "nothing to ask"),
                                model::said("Window", "`observed` in the scenario, or a query"), ""};
    end();
    address_ = plan.address;
    stepMs_ = plan.stepMs;
    client_ = std::make_unique<import::PrometheusClient>(*url, credentials);
    import::LiveFeed::Callbacks callbacks;
    callbacks.received = [this](const std::vector<archive::Series>& parts) { Q_EMIT received(parts); };
    callbacks.lost = [this](const std::string& why) { set(State::unreachable, toQt(why)); };
    callbacks.answered = [this] { set(State::connected); };
    const auto now = [] { return static_cast<std::int64_t>(QDateTime::currentMSecsSinceEpoch()); };
    feed_ = std::make_unique<import::LiveFeed>(*client_, plan.queries, now() - plan.historyMs, plan.stepMs, now, callbacks);
    Q_EMIT started();
    set(State::connecting);
    feed_->start();
    return {};
}

void LiveSource::end() {
    if (state_ == State::off) return;
    feed_.reset();
    client_.reset();
    address_.clear();
    set(State::off);
}

void LiveSource::set(State state, const QString& why) {
    if (state == state_ && why == why_) return;
    if (state != state_) since_ = QDateTime::currentDateTime();
    state_ = state;
    why_ = why;
    Q_EMIT stateChanged();
}

QString LiveSource::sentence() const {
    const QString time = QLocale().toString(since_.time(), QLocale::ShortFormat);
    switch (state_) {
        case State::off: return tr("Not connected.");
        case State::connecting: return tr("Connecting to %1 …").arg(address_);
        case State::connected: return tr("Connected to %1 since %2, asked every %3.").arg(address_, time, stepText(stepMs_));
        case State::unreachable:
            return tr("%1 is unreachable since %2, retrying every %3; nothing is lost. (%4)").arg(address_, time, stepText(stepMs_), why_);
    }
    return {};
}

QString LiveSource::announcement(const Plan& plan) {
    if (plan.address.isEmpty()) return tr("Give the address of a Prometheus server. Nothing is sent before you connect.");
    const import::Credentials credentials = import::Credentials::fromEnvironment();
    const auto url = import::parseServer(fromQt(plan.address), credentials);
    if (!url) return tr("Nothing will be sent: found %1; expected %2.").arg(toQt(url.error().found), toQt(url.error().expected));
    if (plan.queries.empty()) return tr("Nothing to ask yet: write a query a line, as METRIC = PROMQL, or “observed” into the scenario.");
    QStringList names;
    for (const import::LiveQuery& query : plan.queries) names << toQt(query.name);
    const QString signedBy = !credentials.token.isEmpty() ? tr("with the token of HEADROOM_PROMETHEUS_TOKEN")
                             : credentials.areSet()       ? tr("as the user of HEADROOM_PROMETHEUS_USER")
                                                          : tr("without credentials");
    return tr("“Connect” will ask %1 every %2, %3, for %4; at first for the last %5. Nothing else is sent, and nothing is sent before. What is measured is kept in the archive.")
        .arg(url->toString(), stepText(plan.stepMs), signedBy, names.join(QStringLiteral(", ")), stepText(plan.historyMs));
}

}  // namespace headroom::desktop
