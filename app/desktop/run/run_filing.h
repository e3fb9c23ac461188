// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/run/background_task.h"
#include "app/desktop/run/run_controller.h"
#include "app/report/run_record.h"

#include <deque>
#include <string>

namespace headroom::desktop {

class Workspace;

/// Puts every run of the window into the archive, as the command line does with its runs, on a thread of its own. A run is
/// worth having also where that fails: then it is said why.
class RunFiling : public QObject {
    Q_OBJECT

public:
    RunFiling(Workspace& workspace, std::string archive, QObject* parent = nullptr);
    ~RunFiling() override;

    bool isBusy() const { return task_->isRunning() || !waiting_.empty(); }

Q_SIGNALS:
    void filed();
    void failed(const QString& why);

private:
    struct Finished {
        RunPtr run;
        report::Provenance provenance;
        std::int64_t ms = 0;
    };

    void take(const RunPtr& run);
    void write();
    /// Empty: it is filed.
    static std::string file(const std::string& archive, const Finished& one);

    Workspace& workspace_;
    std::string archive_;
    std::deque<Finished> waiting_;
    BackgroundTask* task_;
};

}  // namespace headroom::desktop
