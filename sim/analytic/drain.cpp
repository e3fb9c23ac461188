// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/analytic/drain.h"

#include "sim/analytic/component_model.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace headroom::sim {

namespace {

constexpr int kMostVisits = 5000;
constexpr int kMostServers = 500;
/// Of what was solved last, what is still the same.
constexpr double kSame = 1e-3;

/// One of the places behind, as far as the visits on their way have come.
struct Station {
    SharedServers server;
    double held = 0;                 ///< mean number of visits there
    std::vector<double> partlyIdle;  ///< P(j servers busy), j < servers

    /// Response of a visit that comes (arrival theorem).
    double response() const {
        double idle = 0;
        for (int j = 0; j + 1 < server.servers; ++j)
            idle += (server.servers - 1 - j) * partlyIdle[static_cast<std::size_t>(j)];
        return server.demand / server.servers * (1 + held + idle);
    }
    void arrive(double throughput, double response) {
        held = throughput * response;
        double busy = 0;
        for (int j = server.servers - 1; j > 0; --j) {
            const double before = partlyIdle[static_cast<std::size_t>(j) - 1];
            partlyIdle[static_cast<std::size_t>(j)] = server.demand * throughput / j * before;
            busy += (server.servers - j) * partlyIdle[static_cast<std::size_t>(j)];
        }
        partlyIdle[0] = std::max(0.0, 1 - (throughput * server.demand + busy) / server.servers);
    }
};

bool isClose(double a, double b) { return std::abs(a - b) <= kSame * std::max(a, b); }

}  // namespace

std::vector<double> throughputs(const std::vector<SharedServers>& shared, double delay, int most) {
    constexpr double kSaturated = 0.9999;
    std::vector<Station> stations;
    double bound = std::numeric_limits<double>::infinity();
    for (const SharedServers& server : shared) {
        Station& station = stations.emplace_back();
        station.server = server;
        station.partlyIdle.assign(static_cast<std::size_t>(server.servers), 0);
        station.partlyIdle[0] = 1;
        bound = std::min(bound, server.servers / server.demand);
    }
    std::vector<double> rates;
    for (int n = 1; n <= most && (rates.empty() || rates.back() < kSaturated * bound); ++n) {
        double time = delay;
        for (const Station& station : stations) time += station.response();
        const double rate = std::min(bound, n / std::max(time, 1e-12));
        rates.push_back(rates.empty() ? rate : std::max(rate, rates.back()));
        for (Station& station : stations) station.arrive(rate, station.response());
    }
    return rates;
}

/// What the visits of one place find behind it.
class Drain::Collector {
public:
    Collector(const Network& network, const Place& place, const Line& line)
        : network_(network), line_(line), visits_(network.nodes.size(), 0) {
        problem_.servers = line.servers;
        double admitted = 0, cpu = 0, wait = 0;
        for (const int index : place.nodes) {
            const Node& node = network.node(index);
            const double rate = node.rate() * node.law.admitted;
            admitted += rate;
            cpu += rate * node.law.course.work;
            wait += rate * (node.law.course.cpuWait + node.law.course.slowed);
            visits_[static_cast<std::size_t>(index)] = rate;
        }
        if (!(admitted > 0)) return;
        for (double& share : visits_) share /= admitted;
        rate_ = admitted / line.parts;
        if (line.ownCpus > 0 && cpu > 0) add({cpu / admitted, line.ownCpus}, wait / admitted, 1, 0);
        follow(place);
        for (std::size_t i = 0; i < network.places.size(); ++i)
            if (&network.places[i] != &place) addPlace(network.places[i]);
        for (const SharedServers& server : problem_.shared) taken_ += server.demand;
        problem_.delay = std::max(0.0, line.holding - taken_ - ownWait_);
    }

    Problem problem() const { return problem_; }

private:
    /// Visits of every node that one visit of the place leads to.
    void follow(const Place& place) {
        for (auto it = network_.bottomUp.rbegin(); it != network_.bottomUp.rend(); ++it) {
            const Node& node = network_.node(*it);
            const double own = visits_[static_cast<std::size_t>(*it)];
            if (!(own > 0)) continue;
            const double inside = &network_.placeOf(node) == &place ? 1 : node.law.admitted;
            for (const CallFlow& flow : node.law.course.calls)
                if (flow.standing > 0 && flow.node != *it)
                    visits_[static_cast<std::size_t>(flow.node)] += own * inside * flow.calls;
        }
    }

    void addPlace(const Place& place) {
        const ComponentModel::Shared shared = place.behaviour->shared(network_, place);
        if (!(place.rate > 0)) return;
        if (shared.servers <= 0) return addWaits(place);
        double demand = 0, wait = 0, load = 0, visits = 0;
        for (const int index : place.nodes) {
            const Node& node = network_.node(index);
            const double own = visits_[static_cast<std::size_t>(index)];
            visits += own;
            demand += own * node.law.admitted * shared.work(node);
            wait += own * shared.wait(node);
            load += node.rate() * node.law.admitted * shared.work(node);
        }
        if (!(visits > 0) || !(demand > 0)) return;
        const double ownShare = std::min(1.0, rate_ * demand / std::max(load, 1e-300));
        add({demand, shared.servers}, wait, ownShare, load / shared.servers * (1 - ownShare));
    }

    /// Waits for what is held on the way, such as connections: no server is taken, and those who
    /// wait do so for the servers behind.
    void addWaits(const Place& place) {
        double visits = 0, wait = 0;
        for (const int index : place.nodes) {
            const double own = visits_[static_cast<std::size_t>(index)];
            visits += own;
            wait += own * network_.node(index).law.queueing;
        }
        ownWait_ += std::min(1.0, rate_ * visits / place.rate) * wait;
    }

    void add(const SharedServers& server, double wait, double ownShare, double othersLoad) {
        SharedServers kept = server;
        kept.servers = std::min(kept.servers, kMostServers);
        kept.demand *= static_cast<double>(kept.servers) / server.servers;
        problem_.shared.push_back(kept);
        problem_.most.push_back(server.servers / server.demand *
                                std::clamp(1 - othersLoad, std::max(ownShare, 1e-3), 1.0));
        ownWait_ += ownShare * wait;
    }

    const Network& network_;
    const Line& line_;
    std::vector<double> visits_;
    double rate_ = 0, taken_ = 0, ownWait_ = 0;
    Problem problem_;
};

bool Drain::isKnown(const Problem& problem) const {
    if (!rates_ || problem.servers != solved_.servers ||
        problem.shared.size() != solved_.shared.size())
        return false;
    double total = problem.delay;
    for (std::size_t i = 0; i < problem.shared.size(); ++i) {
        total += problem.shared[i].demand;
        if (!isClose(problem.shared[i].demand, solved_.shared[i].demand) ||
            !isClose(problem.most[i], solved_.most[i]))
            return false;
    }
    return std::abs(problem.delay - solved_.delay) <= kSame * total;
}

Drain::Rates Drain::behind(const Network& network, const Place& place, const Line& line) {
    const Problem problem = Collector(network, place, line).problem();
    if (problem.shared.empty() || line.servers > kMostVisits) return nullptr;
    if (isKnown(problem)) return rates_;
    std::vector<double> rates = throughputs(problem.shared, problem.delay, line.servers);
    const double most = *std::ranges::min_element(problem.most);
    for (double& rate : rates) rate = std::min(rate, most);
    solved_ = problem;
    rates_ = std::make_shared<const std::vector<double>>(std::move(rates));
    return rates_;
}

}  // namespace headroom::sim
