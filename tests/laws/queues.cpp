// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/laws/queues.h"

#include <boost/math/quadrature/exp_sinh.hpp>
#include <boost/math/special_functions/bessel.hpp>
#include <boost/math/special_functions/gamma.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace headroom::laws {

double quantile(const Tail& tail, double share) {
    if (tail(0) <= 1 - share) return 0;
    double high = 1e-9;
    while (tail(high) > 1 - share) high *= 2;
    double low = high / 2;
    while (high - low > 1e-9 * high) {
        const double middle = (low + high) / 2;
        (tail(middle) > 1 - share ? low : high) = middle;
    }
    return high;
}

double erlangB(int servers, double load) {
    double blocked = 1;
    for (int c = 1; c <= servers; ++c) blocked = load * blocked / (c + load * blocked);
    return blocked;
}

double erlangC(int servers, double load) {
    const double blocked = erlangB(servers, load);
    return servers * blocked / (servers - load * (1 - blocked));
}

double ManyServers::meanWait() const {
    return erlangC(servers, lambda / mu) / (servers * mu - lambda);
}

double ManyServers::waitTail(double t) const {
    return erlangC(servers, lambda / mu) * std::exp(-(servers * mu - lambda) * t);
}

double ManyServers::responseTail(double t) const {
    const double waits = erlangC(servers, lambda / mu);
    const double spare = servers - 1 - lambda / mu;
    const double served = std::exp(-mu * t);
    if (std::abs(spare) < 1e-9) return served * (1 + waits * mu * t);
    return served + waits * (served - std::exp(-mu * t * (spare + 1))) / spare;
}

double meanWaitGeneral(double lambda, double meanService, double squaredCv) {
    const double rho = lambda * meanService;
    return rho * meanService * (1 + squaredCv) / (2 * (1 - rho));
}

namespace {

double poisson(int k, double mean) {
    return mean == 0 ? (k == 0 ? 1 : 0)
                     : std::exp(k * std::log(mean) - mean - std::lgamma(k + 1.0));
}

/// M/D/1: probabilities of 0 … n in system, from the balance of the ways up and down between
/// neighbours as seen by departures, one service apart. All terms are positive.
std::vector<double> inSystemConstant(double rho, int n) {
    const auto moreThan = [=](int k) { return boost::math::gamma_p(k + 1.0, rho); };
    std::vector<double> p{1 - rho};
    for (int next = 1; next <= n; ++next) {
        double up = p[0] * moreThan(next - 1);
        for (int i = 1; i < next; ++i) up += p[i] * moreThan(next - i);
        p.push_back(up / std::exp(-rho));
    }
    return p;
}

}  // namespace

double waitTailConstant(double lambda, double service, double t) {
    const int k = static_cast<int>(t / service) + 1;
    // Nobody waits among none or one in system, so that P(j or fewer wait) = P(j + 1 or fewer are
    // there).
    std::vector<double> atMost = inSystemConstant(lambda * service, k);
    std::partial_sum(atMost.begin(), atMost.end(), atMost.begin());
    double below = 0;
    for (int j = 0; j < k; ++j) below += atMost[k - j] * poisson(j, lambda * (k * service - t));
    return 1 - below;
}

double waitTailLastFirst(double lambda, double mu, double t) {
    const double root = std::sqrt(lambda / mu);
    const double decay = (1 - root) * (1 - root) * mu;
    const auto density = [=](double s) {  // of the busy period, Kleinrock vol. 1, (5.157)
        if (decay * s > 600) return 0.0;
        const double x = 2 * s * std::sqrt(lambda * mu);
        if (x < 1e-8) return mu * std::exp(-(lambda + mu) * s);
        const double bessel =
            x < 500 ? boost::math::cyl_bessel_i(1, x) * std::exp(-x)
                    : (1 - 3 / (8 * x) - 15 / (128 * x * x)) / std::sqrt(2 * M_PI * x);
        return bessel * std::exp(-decay * s) / (s * root);
    };
    boost::math::quadrature::exp_sinh<double> integrator;
    const double infinity = std::numeric_limits<double>::infinity();
    return lambda / mu * integrator.integrate(density, t, infinity, 1e-8);
}

std::vector<double> meanWaitsByPriority(const std::vector<PriorityClass>& classes) {
    double residual = 0;
    for (const auto& c : classes)
        residual += c.lambda * c.meanService * c.meanService * (1 + c.squaredCv) / 2;
    std::vector<double> waits;
    double before = 0;
    for (const auto& c : classes) {
        const double upTo = before + c.lambda * c.meanService;
        waits.push_back(residual / ((1 - before) * (1 - upTo)));
        before = upTo;
    }
    return waits;
}

namespace {

RegularArrivals solved(double mu, const std::function<double(double)>& transform) {
    double sigma = 0.5;
    for (int i = 0; i < 100000; ++i) {
        const double next = transform(mu * (1 - sigma));
        if (std::abs(next - sigma) < 1e-15) break;
        sigma = next;
    }
    return {sigma, mu};
}

}  // namespace

double RegularArrivals::responseTail(double t) const { return std::exp(-mu * (1 - sigma) * t); }

RegularArrivals erlangArrivals(double lambda, int stages, double mu) {
    return solved(
        mu, [=](double s) { return std::pow(stages * lambda / (stages * lambda + s), stages); });
}

RegularArrivals constantArrivals(double lambda, double mu) {
    return solved(mu, [=](double s) { return std::exp(-s / lambda); });
}

std::vector<double> birthDeath(const std::vector<double>& births,
                               const std::vector<double>& deaths) {
    std::vector<double> p{1};
    for (std::size_t i = 0; i < births.size(); ++i) p.push_back(p[i] * births[i] / deaths[i]);
    const double sum = std::accumulate(p.begin(), p.end(), 0.0);
    for (double& x : p) x /= sum;
    return p;
}

std::vector<double> boundedQueue(double lambda, double mu, int servers, int capacity) {
    std::vector<double> deaths;
    for (int n = 1; n <= capacity; ++n) deaths.push_back(mu * std::min(n, servers));
    return birthDeath(std::vector<double>(static_cast<std::size_t>(capacity), lambda), deaths);
}

double meanOf(const std::vector<double>& probabilities) {
    double sum = 0;
    for (std::size_t n = 0; n < probabilities.size(); ++n)
        sum += static_cast<double>(n) * probabilities[n];
    return sum;
}

double waitTailOfSeen(const std::vector<double>& seen, double mu, int servers, double t) {
    double tail = 0;
    for (int n = servers; n < static_cast<int>(seen.size()); ++n) {
        tail += seen[n] * (t > 0 ? boost::math::gamma_q(n - servers + 1.0, servers * mu * t) : 1.0);
    }
    return tail;
}

ImpatientQueue::ImpatientQueue(double lambda, double mu, int servers, double patience) {
    const double load = lambda / mu;
    const double drain =
        servers * mu - lambda;  // may be negative: impatience keeps the queue finite
    std::vector<double> p{1};
    for (int n = 1; n < servers; ++n) p.push_back(p.back() * load / n);
    // Offered wait x: density lambda p[c-1] exp(-drain x) up to patience, lambda p[c-1] exp(lambda
    // T - c mu x) beyond.
    const double atPatience = std::exp(-drain * patience);
    const bool flat = std::abs(drain) < 1e-9;
    const double served = flat ? patience : (1 - atPatience) / drain;
    const double firstMoment = flat ? patience * patience / 2
                                    : (1 - atPatience * (1 + drain * patience)) / (drain * drain);
    const double flow = lambda * p.back();
    const double beyond = flow * atPatience / (servers * mu);
    const double total = std::accumulate(p.begin(), p.end(), 0.0) + flow * served + beyond;
    abandoned = beyond / total;
    meanWait = flow * firstMoment / total / (1 - abandoned);
    utilisation = load * (1 - abandoned) / servers;
    meanWaiting = lambda * ((1 - abandoned) * meanWait + abandoned * patience);
}

double meanResponsePowerOfTwo(double rho) {
    double sum = 0;
    for (int k = 1; k < 20; ++k) sum += std::pow(rho, std::pow(2.0, k) - 2);
    return sum;
}

}  // namespace headroom::laws
