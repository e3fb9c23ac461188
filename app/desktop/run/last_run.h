// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/run/background_task.h"

#include <string>

namespace headroom::desktop {

class Workspace;

/// Shows the course of the last run of the open text and variant, from the archive, until one of this session is there.
/// An archive that cannot be read is as one that holds nothing: what is shown then is that nothing has run yet.
class LastRun : public QObject {
    Q_OBJECT

public:
    LastRun(Workspace& workspace, std::string archive, QObject* parent = nullptr);
    ~LastRun() override;

    bool isBusy() const { return task_->isRunning(); }

private:
    void look();

    Workspace& workspace_;
    std::string archive_;
    BackgroundTask* task_;
    bool again_ = false;
};

}  // namespace headroom::desktop
