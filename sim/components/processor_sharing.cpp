// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/components/processor_sharing.h"

#include "sim/engine/engine.h"

#include <algorithm>
#include <cmath>

namespace headroom::sim {

double ProcessorSharing::rate() const {
    const auto jobs = static_cast<double>(jobs_.size());
    if (paused_) return 0;
    return jobs <= servers_ ? 1 : servers_ / jobs;
}

void ProcessorSharing::advance(SimTime now) {
    clock_ += static_cast<double>(now - updated_) * rate();
    updated_ = now;
    if (jobs_.empty()) clock_ = 0;  // keeps the virtual clock small and its resolution fine
}

void ProcessorSharing::countBusy(Engine& engine) {
    const int busy = std::min(servers_, static_cast<int>(jobs_.size()));
    if (busy == busy_) return;
    engine.meter(component_).busy.add(engine.now(), busy - busy_);
    busyTime_.add(engine.now(), busy - busy_);
    busy_ = busy;
}

void ProcessorSharing::askForNext(Engine& engine) {
    if (jobs_.empty() || servers_ == 0 || paused_) return;
    const double left = std::max(0.0, jobs_.front().finish - clock_) / rate();
    const SimTime due = engine.now() + static_cast<SimTime>(std::ceil(left));
    if (due >= asked_) return;  // an earlier event is under way and will ask again
    asked_ = due;
    engine.schedule(due, EventKind::sharing, number_);
}

void ProcessorSharing::add(Engine& engine, VisitId visit, SimTime work) {
    advance(engine.now());
    engine.visits[visit].state = State::sharing;
    jobs_.push_back({clock_ + static_cast<double>(work), order_++, visit});
    std::push_heap(jobs_.begin(), jobs_.end(), later);
    countBusy(engine);
    askForNext(engine);
}

void ProcessorSharing::remove(Engine& engine, VisitId visit) {
    advance(engine.now());
    std::erase_if(jobs_, [&](const Job& job) { return job.visit == visit; });
    std::make_heap(jobs_.begin(), jobs_.end(), later);
    countBusy(engine);
    askForNext(engine);
}

void ProcessorSharing::setServers(Engine& engine, int servers) {
    advance(engine.now());
    servers_ = servers;
    countBusy(engine);
    asked_ = kNever;  // an event under way may come too early: it then asks again
    askForNext(engine);
}

void ProcessorSharing::setPaused(Engine& engine, bool paused) {
    advance(engine.now());
    paused_ = paused;
    asked_ = kNever;
    askForNext(engine);
}

void ProcessorSharing::onEvent(Engine& engine) {
    if (engine.now() != asked_) return;  // overtaken by an earlier one
    asked_ = kNever;
    advance(engine.now());
    constexpr double kHalfNanosecond = 0.5;
    while (!jobs_.empty() && jobs_.front().finish <= clock_ + kHalfNanosecond) {
        std::pop_heap(jobs_.begin(), jobs_.end(), later);
        engine.goOn(jobs_.back().visit);
        jobs_.pop_back();
    }
    countBusy(engine);
    askForNext(engine);
}

}  // namespace headroom::sim
