// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/run/last_run.h"

#include "app/archive/filed_run.h"
#include "app/desktop/base/text.h"
#include "app/desktop/run/course.h"
#include "app/desktop/window/workspace.h"

#include <QDateTime>
#include <QLocale>

#include <optional>
#include <utility>

namespace headroom::desktop {

namespace {

constexpr std::size_t kMostRuns = 50;

struct Found {
    archive::Run run;
    CoursePtr course;
};

/// The newest that ran this text and variant.
std::optional<Found> lastOf(archive::Archive& archive, const std::string& scenario, const std::string& variant, const std::string& text) {
    for (const archive::Run& listed : archive.runs(kMostRuns, scenario)) {
        if (listed.variant != variant) continue;
        archive::Run run = archive.run(listed.id);
        if (run.scenarioText != text) continue;
        Course course;
        for (const archive::Series& series : archive.seriesOfRun(run.id)) course.series.push_back(archive::seriesFrom(series));
        course.sampleSeconds = run.sampleSeconds;
        course.endSeconds = static_cast<double>(course.intervals()) * course.sampleSeconds;
        if (course.endSeconds > 0) return Found{std::move(run), std::make_shared<const Course>(std::move(course))};
    }
    return {};
}

}  // namespace

LastRun::LastRun(Workspace& workspace, std::string archive, QObject* parent)
    : QObject(parent), workspace_(workspace), archive_(std::move(archive)), task_(new BackgroundTask(this)) {
    connect(&workspace_.document(), &ScenarioDocument::opened, this, &LastRun::look);
    connect(&workspace_, &Workspace::variantChanged, this, &LastRun::look);
}

LastRun::~LastRun() { delete std::exchange(task_, nullptr); }

void LastRun::look() {
    again_ = task_->isRunning();
    if (again_ || workspace_.course() || !workspace_.scenario()) return;
    const QString variant = workspace_.variant();
    task_->start([this, archive = archive_, scenario = workspace_.scenario()->name, variant, text = workspace_.document().text()](const std::stop_token&, const BackgroundTask::Report&) -> BackgroundTask::Finish {
        std::optional<Found> found;
        try {
            archive::Archive file(archive, archive::Archive::Open::existing);
            found = lastOf(file, scenario, fromQt(variant), text);
        } catch (const archive::ArchiveError&) {
        }
        return [this, found = std::move(found), variant, text] {
            if (again_) return look();
            if (!found || variant != workspace_.variant() || text != workspace_.document().text()) return;
            const QDateTime when = QDateTime::fromMSecsSinceEpoch(found->run.finishedMs);
            const QString load = found->run.loadIsOpen ? tr("%1 arrivals per second") : tr("%1 users");
            workspace_.showEarlier(found->course, tr("The last run of this scenario, from the archive: run %1 of %2, with %3.")
                                                      .arg(found->run.id).arg(QLocale().toString(when, QLocale::ShortFormat), load.arg(countText(found->run.load))));
        };
    });
}

}  // namespace headroom::desktop
