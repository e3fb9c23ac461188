// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/run/estimator.h"

#include "sim/analytic/solve.h"

namespace headroom::desktop {

Estimator::Estimator(QObject* parent) : QObject(parent) {
    thread_ = std::jthread([this](const std::stop_token& stop) { work(stop); });
}

Estimator::~Estimator() {
    thread_.request_stop();
    thread_.join();
}

void Estimator::ask(model::Scenario scenario) {
    {
        const std::scoped_lock lock(mutex_);
        question_ = std::move(scenario);
    }
    asked_.notify_one();
}

void Estimator::work(const std::stop_token& stop) {
    while (!stop.stop_requested()) {
        std::optional<model::Scenario> question;
        {
            std::unique_lock lock(mutex_);
            if (!asked_.wait(lock, stop, [this] { return question_.has_value(); })) return;
            question.swap(question_);
        }
        sim::Solution solution = sim::solve(*question);
        auto run = std::make_shared<const report::RunRecord>(report::RunRecord{std::move(*question), std::move(solution.result)});
        mailbox_.post([this, run, approximations = std::move(solution.approximations)] {
            approximations_ = approximations;
            Q_EMIT answered(run);
        });
    }
}

}  // namespace headroom::desktop
