// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/laws/networks.h"

#include "tests/laws/markov_chain.h"
#include "tests/laws/queues.h"

#include <algorithm>
#include <functional>
#include <numeric>

namespace headroom::laws {

double ClosedNetwork::cycle() const {
    return std::accumulate(residence.begin(), residence.end(), 0.0);
}

namespace {

/// What mean value analysis knows of one station with n customers in the network.
struct StationState {
    double queue = 0;
    std::vector<double> share{1};  ///< of time with j customers there, j < servers

    double residence(const ClosedStation& station) const {
        if (station.servers == 0) return station.demand;
        double unused = 0;  // servers, seen by an arrival
        for (int j = 0; j + 1 < station.servers && j < static_cast<int>(share.size()); ++j) {
            unused += (station.servers - 1 - j) * share[j];
        }
        return station.demand / station.servers * (1 + queue + unused);
    }

    void update(const ClosedStation& station, double throughput, double residence) {
        queue = throughput * residence;
        if (station.servers == 0) return;
        const int c = station.servers;
        std::vector<double> next(static_cast<std::size_t>(c), 0.0);
        double idle = c - throughput * station.demand;
        for (int j = 1; j < c; ++j) {
            if (j <= static_cast<int>(share.size()))
                next[j] = throughput * station.demand / j * share[j - 1];
            idle -= (c - j) * next[j];
        }
        next[0] = std::max(0.0, idle / c);
        share = next;
    }
};

}  // namespace

ClosedNetwork meanValueAnalysis(const std::vector<ClosedStation>& stations, int customers) {
    std::vector<StationState> states(stations.size());
    ClosedNetwork network;
    for (int n = 1; n <= customers; ++n) {
        network.residence.clear();
        for (std::size_t k = 0; k < stations.size(); ++k) {
            network.residence.push_back(states[k].residence(stations[k]));
        }
        network.throughput = n / network.cycle();
        for (std::size_t k = 0; k < stations.size(); ++k) {
            states[k].update(stations[k], network.throughput, network.residence[k]);
        }
    }
    return network;
}

double convolutionThroughput(const std::vector<ClosedStation>& stations, int customers) {
    std::vector<double> g(static_cast<std::size_t>(customers) + 1, 0.0);
    g[0] = 1;
    for (const auto& station : stations) {
        std::vector<double> alone{1};
        for (int j = 1; j <= customers; ++j) {
            const int working = station.servers == 0 ? j : std::min(j, station.servers);
            alone.push_back(alone.back() * station.demand / working);
        }
        std::vector<double> next(g.size(), 0.0);
        for (std::size_t n = 0; n < g.size(); ++n) {
            for (std::size_t j = 0; j <= n; ++j) next[n] += alone[j] * g[n - j];
        }
        g = next;
    }
    return g[g.size() - 2] / g.back();
}

namespace {

std::vector<double> usersAtServers(int users, double think, double mu, int servers) {
    std::vector<double> births, deaths;
    for (int n = 0; n < users; ++n) {
        births.push_back((users - n) / think);
        deaths.push_back(std::min(n + 1, servers) * mu);
    }
    return birthDeath(births, deaths);
}

}  // namespace

MachineRepair::MachineRepair(int users, double think, double mu, int servers)
    : mu_(mu), servers_(servers), seen_(usersAtServers(users - 1, think, mu, servers)) {
    const std::vector<double> p = usersAtServers(users, think, mu, servers);
    const double there = meanOf(p);
    throughput = (users - there) / think;
    meanResponse = there / throughput;
    meanWaiting = there - throughput / mu;
}

double MachineRepair::waitTail(double t) const { return waitTailOfSeen(seen_, mu_, servers_, t); }

double meanForkJoinOfTwo(double lambda, double mu) {
    return (12 - lambda / mu) / 8 / (mu - lambda);
}

double meanOfLast(int n, int limit, double mean) {
    double sum = 0;
    for (int left = n; left > 0; --left) sum += mean / std::min(left, limit);
    return sum;
}

namespace {

/// `chances[i]`: that an arrival joins the line that is i-th in order of length, shortest first.
double meanResponseByRank(double lambda, double mu, const std::vector<double>& chances,
                          int longest) {
    using State = MarkovChain::State;
    const auto moved = [](State state, std::size_t line, int step) {
        state[line] += step;
        std::sort(state.begin(), state.end());
        return state;
    };
    const MarkovChain chain(State(chances.size(), 0), [&](const State& state) {
        std::vector<MarkovChain::Transition> out;
        for (std::size_t i = 0; i < state.size(); ++i) {
            if (state[i] < longest) out.push_back({moved(state, i, 1), lambda * chances[i]});
            if (state[i] > 0) out.push_back({moved(state, i, -1), mu});
        }
        return out;
    });
    return chain.mean([](const State& state) {
        return std::accumulate(state.begin(), state.end(), 0.0);
    }) / lambda;
}

}  // namespace

double meanResponseShortest(double lambda, double mu, int servers, int longest) {
    std::vector<double> chances(static_cast<std::size_t>(servers), 0.0);
    chances[0] = 1;
    return meanResponseByRank(lambda, mu, chances, longest);
}

double meanResponseShorterOfTwo(double lambda, double mu, int servers, int longest) {
    // The line of rank i is joined if the other of the pair is one of those after it.
    std::vector<double> chances;
    for (int i = 0; i < servers; ++i)
        chances.push_back(2.0 * (servers - 1 - i) / (servers * (servers - 1.0)));
    return meanResponseByRank(lambda, mu, chances, longest);
}

}  // namespace headroom::laws
