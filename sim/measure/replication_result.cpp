// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/measure/replication_result.h"

#include <cassert>
#include <utility>

namespace headroom::sim {

IntervalCounts& IntervalCounts::operator+=(const IntervalCounts& other) {
    begun += other.begun;
    answered += other.answered;
    refused += other.refused;
    timedOut += other.timedOut;
    failed += other.failed;
    responseSum += other.responseSum;
    ownSum += other.ownSum;
    waitSum += other.waitSum;
    cpuWaitSum += other.cpuWaitSum;
    inSystemArea += other.inSystemArea;
    waitingArea += other.waitingArea;
    busyArea += other.busyArea;
    capacityArea += other.capacityArea;
    slotArea += other.slotArea;
    slotCapacityArea += other.slotCapacityArea;
    instancesArea += other.instancesArea;
    connectionsArea += other.connectionsArea;
    activeArea += other.activeArea;
    activations += other.activations;
    billedSum += other.billedSum;
    lookUps += other.lookUps;
    hits += other.hits;
    coalesced += other.coalesced;
    coldStarts += other.coldStarts;
    deliveries += other.deliveries;
    deliverySum += other.deliverySum;
    lagArea += other.lagArea;
    copyReads += other.copyReads;
    firstPaints += other.firstPaints;
    firstPaintSum += other.firstPaintSum;
    largestPaints += other.largestPaints;
    largestPaintSum += other.largestPaintSum;
    frames += other.frames;
    lateFrames += other.lateFrames;
    frameTime += other.frameTime;
    egressBytes += other.egressBytes;
    memoryArea += other.memoryArea;
    staleReads += other.staleReads;
    return *this;
}

const Histogram& TimesLog::closeInterval() {
    const std::size_t block = intervals_ / static_cast<std::size_t>(intervalsPerBlock_);
    if (block == blocks_.size()) blocks_.emplace_back();
    blocks_[block].merge(current_);
    std::swap(current_, closed_);  // keeps both allocations
    current_.clear();
    ++intervals_;
    return closed_;
}

Histogram TimesLog::since(std::size_t firstInterval) const {
    const auto perBlock = static_cast<std::size_t>(intervalsPerBlock_);
    assert(firstInterval % perBlock == 0);
    Histogram all;
    for (std::size_t block = firstInterval / perBlock; block < blocks_.size(); ++block)
        all.merge(blocks_[block]);
    return all;
}

void TimesLog::closeForCutsUpTo(std::size_t lastCut) {
    const auto perBlock = static_cast<std::size_t>(intervalsPerBlock_);
    assert(lastCut % perBlock == 0);
    const std::size_t last = lastCut / perBlock;
    for (std::size_t block = last + 1; block < blocks_.size(); ++block)
        blocks_[last].merge(blocks_[block]);
    if (last + 1 < blocks_.size()) blocks_.resize(last + 1);
    blocks_.shrink_to_fit();
    current_ = closed_ = Histogram();
}

}  // namespace headroom::sim
