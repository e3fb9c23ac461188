// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/run/mailbox.h"
#include "app/desktop/run/run_controller.h"

#include <QObject>

#include <condition_variable>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>

namespace headroom::desktop {

/// The analytic answer, computed on a thread of its own. Of several questions only the last is answered, so that a slider
/// that moves is always near its answer.
class Estimator : public QObject {
    Q_OBJECT

public:
    explicit Estimator(QObject* parent = nullptr);
    ~Estimator() override;

    void ask(model::Scenario scenario);
    /// In words, where the last answer is weak.
    const std::vector<std::string>& approximations() const { return approximations_; }

Q_SIGNALS:
    void answered(const headroom::desktop::RunPtr& estimate);

private:
    void work(const std::stop_token& stop);

    std::mutex mutex_;
    std::condition_variable_any asked_;
    std::optional<model::Scenario> question_;
    std::vector<std::string> approximations_;
    Mailbox mailbox_;
    std::jthread thread_;
};

}  // namespace headroom::desktop
