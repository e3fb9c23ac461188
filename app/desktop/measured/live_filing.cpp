// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/measured/live_filing.h"

#include "app/archive/archive.h"
#include "app/desktop/base/text.h"
#include "app/desktop/measured/live_source.h"

#include <QDateTime>

#include <utility>

namespace headroom::desktop {

LiveFiling::LiveFiling(LiveSource& source, std::string archive, QObject* parent)
    : QObject(parent), source_(source), archive_(std::move(archive)), task_(new BackgroundTask(this)) {
    connect(&source_, &LiveSource::started, this, &LiveFiling::begin);
    connect(&source_, &LiveSource::received, this, [this](const Parts& parts) {
        waiting_.insert(waiting_.end(), parts.begin(), parts.end());
        write();
    });
    connect(&source_, &LiveSource::stateChanged, this, [this] {
        if (!source_.isOn()) end();
    });
}

/// Nothing that was received is lost by closing the window.
LiveFiling::~LiveFiling() {
    delete std::exchange(task_, nullptr);
    if (session_ && (!waiting_.empty() || (isOpen_ && session_->import > 0))) append(archive_, *session_, waiting_, true);
}

void LiveFiling::begin() {
    session_ = std::make_shared<Session>(Session{fromQt(source_.address()), 0});
    waiting_.clear();
    ends_ = false;
    isOpen_ = true;
}

void LiveFiling::end() {
    isOpen_ = false;
    ends_ = true;
    write();
}

void LiveFiling::write() {
    if (task_->isRunning() || !session_ || (waiting_.empty() && !(ends_ && session_->import > 0))) return;
    task_->start([this, session = session_, parts = std::exchange(waiting_, {}), ends = ends_, archive = archive_](const std::stop_token&, const BackgroundTask::Report&) -> BackgroundTask::Finish {
        const std::string why = append(archive, *session, parts, ends);
        return [this, session, parts, ends, why] {
            if (session != session_) return;  // another connection meanwhile
            const bool failedBefore = std::exchange(fails_, !why.empty());
            if (fails_) {
                waiting_.insert(waiting_.begin(), parts.begin(), parts.end());
                if (!failedBefore) Q_EMIT failed(toQt(why));
                return;
            }
            if (ends) ends_ = false;
            write();
        };
    });
}

std::string LiveFiling::append(const std::string& archive, Session& session, const Parts& parts, bool ends) {
    try {
        archive::Archive file(archive);
        if (session.import == 0) session.import = file.begin({0, session.address, "prometheus", QDateTime::currentMSecsSinceEpoch(), 0, false});
        if (!parts.empty()) file.append(session.import, parts);
        if (ends) file.finish(session.import, 0);
        return {};
    } catch (const archive::ArchiveError& error) {
        return error.what();
    }
}

}  // namespace headroom::desktop
