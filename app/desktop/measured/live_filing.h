// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/archive/series.h"
#include "app/desktop/run/background_task.h"

#include <memory>
#include <string>
#include <vector>

namespace headroom::desktop {

class LiveSource;

/// Puts what a live source measures into the archive, as an import of its own from connecting to disconnecting, on a
/// thread of its own: so it is there after the window is closed, and to replay and calibrate with. What could not be
/// written waits and is tried again with what comes next.
class LiveFiling : public QObject {
    Q_OBJECT

public:
    LiveFiling(LiveSource& source, std::string archive, QObject* parent = nullptr);
    ~LiveFiling() override;

    bool isBusy() const { return task_->isRunning(); }
    std::int64_t import() const { return session_ ? session_->import : 0; }  ///< 0: nothing was written yet

Q_SIGNALS:
    /// What comes cannot be written; once, until it can again.
    void failed(const QString& why);

private:
    /// From connecting to disconnecting.
    struct Session {
        std::string address;
        std::int64_t import = 0;
    };
    using Parts = std::vector<archive::Series>;

    void begin();
    void end();
    void write();
    /// Empty: it is written.
    static std::string append(const std::string& archive, Session& session, const Parts& parts, bool ends);

    LiveSource& source_;
    std::string archive_;
    std::shared_ptr<Session> session_;
    Parts waiting_;
    bool isOpen_ = false, ends_ = false, fails_ = false;
    BackgroundTask* task_;
};

}  // namespace headroom::desktop
