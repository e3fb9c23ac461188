// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/run/run_filing.h"

#include "app/archive/filed_run.h"
#include "app/desktop/base/text.h"
#include "app/desktop/views/exports.h"
#include "app/desktop/window/workspace.h"

#include <QDateTime>

#include <utility>

namespace headroom::desktop {

RunFiling::RunFiling(Workspace& workspace, std::string archive, QObject* parent)
    : QObject(parent), workspace_(workspace), archive_(std::move(archive)), task_(new BackgroundTask(this)) {
    connect(&workspace_.runs(), &RunController::finished, this, &RunFiling::take);
}

/// A run that has just finished is not lost by closing the window.
RunFiling::~RunFiling() {
    delete std::exchange(task_, nullptr);
    for (const Finished& one : waiting_) file(archive_, one);
}

void RunFiling::take(const RunPtr& run) {
    report::Provenance provenance = documentOf(*run, workspace_.document()).provenance;
    provenance.fileText = workspace_.runText();
    waiting_.push_back({run, std::move(provenance), QDateTime::currentMSecsSinceEpoch()});
    write();
}

void RunFiling::write() {
    if (task_->isRunning() || waiting_.empty()) return;
    task_->start([this, one = waiting_.front(), archive = archive_](const std::stop_token&, const BackgroundTask::Report&) -> BackgroundTask::Finish {
        const std::string why = file(archive, one);
        return [this, why] {
            if (why.empty()) Q_EMIT filed();
            else Q_EMIT failed(toQt(why));
            write();
        };
    });
    waiting_.pop_front();
}

std::string RunFiling::file(const std::string& archive, const Finished& one) {
    try {
        archive::Archive(archive).add(archive::runOf(*one.run, one.provenance, one.ms), archive::seriesOf(one.run->result));
        return {};
    } catch (const archive::ArchiveError& error) {
        return error.what();
    }
}

}  // namespace headroom::desktop
