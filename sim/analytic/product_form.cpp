// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/analytic/product_form.h"

#include "sim/analytic/component_model.h"
#include "sim/analytic/mean_value_analysis.h"

#include <algorithm>
#include <cmath>

namespace headroom::sim {

namespace {

constexpr double kLittleWork = 2e6;
constexpr double kMostCustomers = 3000;

struct Station {
    Place* place;
    ComponentModel::ProductForm form;
};

bool hasOnlyPatientUsers(const Network& network) {
    return std::ranges::all_of(network.classes, [](const TrafficClass& c) {
        return c.isClosed() && std::ranges::none_of(c.actions, [](const auto& action) {
                   return action.patience.timeout.has_value();
               });
    });
}

/// Nothing if a place has no product form.
std::optional<std::vector<Station>> stationsOf(Network& network) {
    std::vector<Station> stations;
    for (Place& place : network.places) {
        if (!(place.rate > 0)) continue;
        const auto form = place.behaviour->productForm(network, place);
        if (!form) return std::nullopt;
        if (form->servers > 0) stations.push_back({&place, *form});
    }
    if (stations.empty()) return std::nullopt;
    return stations;
}

Eigen::ArrayXd demandsAt(const Network& network, const Station& station) {
    Eigen::ArrayXd demands = Eigen::ArrayXd::Zero(static_cast<Eigen::Index>(network.classes.size()));
    for (const int index : station.place->nodes) {
        const Node& node = network.node(index);
        demands += node.rates * station.form.work(node);
    }
    for (Eigen::Index c = 0; c < demands.size(); ++c)
        demands[c] /= std::max(network.classes[static_cast<std::size_t>(c)].rate, 1e-300);
    return demands;
}

/// Time of a round that is neither work nor waiting at a station: thinking and delays.
double elsewhere(const Network& network, std::size_t c, const std::vector<ClosedStation>& stations) {
    const TrafficClass& traffic = network.classes[c];
    double time = traffic.users / traffic.rate;
    for (std::size_t k = 0; k < stations.size(); ++k)
        time -= stations[k].demands[static_cast<Eigen::Index>(c)];
    return time;
}

/// Time of a round that is spent in lines, or on work that others slow down.
double waitsIn(const Network& network, const std::vector<Station>& stations, std::size_t c) {
    double waits = 0;
    for (const Station& station : stations)
        for (const int index : station.place->nodes) {
            const Node& node = network.node(index);
            const Course& course = node.law.course;
            waits += node.rates[static_cast<Eigen::Index>(c)] *
                     (node.law.queueing + course.cpuWait + course.slowed);
        }
    return waits / network.classes[c].rate;
}

}  // namespace

bool settleByProductForm(Network& network) {
    if (network.users() > kMostCustomers || !hasOnlyPatientUsers(network)) return false;
    const auto stations = stationsOf(network);
    if (!stations) return false;
    std::vector<ClosedStation> closed;
    for (const Station& station : *stations)
        closed.push_back({demandsAt(network, station), station.form.servers});
    const auto count = static_cast<Eigen::Index>(network.classes.size());
    ClosedClasses classes{Eigen::ArrayXi(count), Eigen::ArrayXd(count)};
    for (Eigen::Index c = 0; c < count; ++c) {
        const auto index = static_cast<std::size_t>(c);
        classes.customers[c] = static_cast<int>(std::lround(network.classes[index].users));
        classes.think[c] = std::max(0.0, elsewhere(network, index, closed) -
                                             waitsIn(network, *stations, index));
    }
    const bool exact = exactEffort(closed, classes) <= kLittleWork;
    const ClosedSolution solution = exact ? exactMva(closed, classes) : linearizer(closed, classes);
    for (std::size_t k = 0; k < stations->size(); ++k) {
        const Eigen::ArrayXd residence = solution.residence.row(static_cast<Eigen::Index>(k)).array();
        const double waiting = ((residence - closed[k].demands) * solution.throughput).sum();
        Place& place = *(*stations)[k].place;
        double visits = 0;
        for (const int index : place.nodes) {
            const Node& node = network.node(index);
            for (Eigen::Index c = 0; c < count; ++c)
                visits += node.rates[c] * solution.throughput[c] /
                          network.classes[static_cast<std::size_t>(c)].rate;
        }
        place.behaviour->impose(network, place, std::max(0.0, waiting / visits),
                                solution.utilisation[static_cast<Eigen::Index>(k)]);
    }
    return true;
}

}  // namespace headroom::sim
