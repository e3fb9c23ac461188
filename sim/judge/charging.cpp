// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/judge/charging.h"

#include <utility>

namespace headroom::sim {

namespace {
void add(std::vector<double>& sum, double factor, const std::vector<double>& shares) {
    for (std::size_t i = 0; i < shares.size(); ++i) sum[i] += factor * shares[i];
}

double held(const Occupation& c) {
    double sum = c.working + c.joined;
    for (const Occupation::InCall& call : c.calls) sum += call.standing;
    return sum;
}

void divide(std::vector<double>& shares, double by) {
    for (double& share : shares) share /= by;
}
}  // namespace

Charging::Charging(std::vector<Occupation> components)
    : components_(std::move(components)),
      ofWaiting_(components_.size()),
      inside_(components_.size()),
      waitingKnown_(components_.size(), Known::no),
      insideKnown_(components_.size(), Known::no) {
    for (std::size_t c = 0; c < components_.size(); ++c) findWaiting(c);
}

Charging::Inside Charging::insideCalls(const Occupation& component) {
    Inside sum{0, Shares(components_.size(), 0)};
    const auto addCall = [&](std::size_t callee, double standing) {
        const Inside& inside = findInside(callee);
        sum.plain += standing * inside.plain;
        add(sum.shares, standing, inside.shares);
    };
    for (const Occupation::InCall& call : component.calls) addCall(call.callee, call.standing);
    if (component.joined > 0 && !component.calls.empty())
        addCall(component.calls.front().callee, component.joined);
    return sum;
}

// In a cycle of calls, whoever is met a second time is charged with its own line.
const Charging::Shares& Charging::findWaiting(std::size_t component) {
    Shares& shares = ofWaiting_[component];
    if (waitingKnown_[component] != Known::no) return shares;
    waitingKnown_[component] = Known::inProgress;
    shares.assign(components_.size(), 0);
    shares[component] = 1;
    const Occupation& c = components_[component];
    if (const double all = held(c); all > 0) {
        Inside holders = insideCalls(c);
        holders.shares[component] += c.working + holders.plain;
        divide(holders.shares, all);
        shares = std::move(holders.shares);
    }
    waitingKnown_[component] = Known::yes;
    return shares;
}

// In a cycle of calls, whoever is met a second time counts as plain service.
const Charging::Inside& Charging::findInside(std::size_t component) {
    Inside& inside = inside_[component];
    if (insideKnown_[component] != Known::no) return inside;
    insideKnown_[component] = Known::inProgress;
    inside = {1, Shares(components_.size(), 0)};
    const Occupation& c = components_[component];
    const double all = c.waiting + held(c);
    if (c.saturated) {
        inside = {0, findWaiting(component)};
    } else if (all > 0) {
        Inside found = insideCalls(c);
        found.plain += c.working;
        add(found.shares, c.waiting, findWaiting(component));
        found.plain /= all;
        divide(found.shares, all);
        inside = std::move(found);
    }
    insideKnown_[component] = Known::yes;
    return inside;
}

std::vector<double> Charging::charged() const {
    Shares sum(components_.size(), 0);
    for (std::size_t c = 0; c < components_.size(); ++c) {
        const Occupation& component = components_[c];
        sum[c] += component.working;
        add(sum, component.waiting, ofWaiting_[c]);
        if (component.joined <= 0 || component.calls.empty()) continue;
        const std::size_t origin = component.calls.front().callee;
        sum[origin] += component.joined * inside_[origin].plain;
        add(sum, component.joined, inside_[origin].shares);
    }
    return sum;
}

}  // namespace headroom::sim
