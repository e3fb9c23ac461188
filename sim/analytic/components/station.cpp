// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/said.h"
#include "sim/analytic/component_model.h"
#include "sim/infinity.h"

#include <algorithm>
#include <cmath>

namespace headroom::sim {

namespace {

using model::said;

double placesToWait(std::int64_t count) {
    return count == model::kUnlimited ? kInfinite : static_cast<double>(count);
}

/// One line for all servers, each held from the first step to the last.
class OneLine : public ComponentModel {
public:
    OneLine(int servers, double places) : servers_(servers), places_(places) {}

    VisitLaw visit(const Network& network, const Node& node) const override {
        return behindLine(courseOf(network, node, {}), line_.answer(), 0, LineLoss::refused);
    }
    void settle(Network& network, const Place& place, double weight) override {
        LineQuestion question = questionOf(network, place);
        question.servers = servers_;
        question.places = places_;
        if (!callsNobody(network, place))
            question.drain = drain_.behind(network, place, {servers_, 1, question.holding, 0});
        line_.settle(question, weight);
    }
    double holders() const override { return servers_; }
    bool hasLine() const override { return true; }
    double heldAgain() const override { return line_.heldAgain(); }
    Shared shared(const Network& network, const Place& place) const override {
        if (!callsNobody(network, place)) return {};
        return {servers_, workOf, [](const Node& node) { return node.law.queueing; }};
    }
    bool saturated(const Place&) const override { return line_.saturated(); }
    void report(const Network&, const Place&, Figures& figures) const override {
        figures.at(model::Metric::utilisation).value =
            line_.saturated() ? 1 : line_.answer().utilisation;
    }

    std::optional<ProductForm> productForm(const Network& network,
                                           const Place& place) const override {
        if (std::isfinite(places_) || !callsNobody(network, place) ||
            !isOneExponential(network, place, workOf))
            return std::nullopt;
        return ProductForm{servers_, workOf};
    }
    void impose(Network& network, const Place& place, double wait, double utilisation) override {
        LineQuestion question = questionOf(network, place);
        question.servers = servers_;
        line_.impose(question, wait, utilisation);
    }

protected:
    static double workOf(const Node& node) { return node.law.holding; }

    int servers_;
    double places_;
    LineState line_;
    Drain drain_;
};

/// Waits by class: Cobham's ratios (M/G/1 without preemption) on the wait of one line; for several
/// servers after Bondi & Buzen 1984.
class PriorityLine : public OneLine {
public:
    using OneLine::OneLine;

    VisitLaw visit(const Network& network, const Node& node) const override {
        LineAnswer answer = line_.answer();
        const double factor = factorOf(node.steps ? node.steps->priority : 0);
        answer.wait = std::min(answer.wait * factor, kForever);
        return behindLine(courseOf(network, node, {}), answer, 0, LineLoss::refused);
    }
    void settle(Network& network, const Place& place, double weight) override {
        OneLine::settle(network, place, weight);
        loads_.clear();
        for (const int index : place.nodes) {
            const Node& node = network.node(index);
            loads_[node.steps ? node.steps->priority : 0] +=
                node.rate() * node.law.admitted * node.law.holding / servers_;
        }
    }
    std::optional<ProductForm> productForm(const Network&, const Place&) const override {
        return std::nullopt;
    }
    void confess(Network& network, const Place& place) const override {
        if (servers_ > 1)
            network.approximations.insert(
                said("Simulation",
                     "%1: waits of its priority classes are those of one fast server in the same "
                     "proportion",
                     {place.component->name}));
    }

private:
    double factorOf(int priority) const {
        constexpr double kLeast = 1e-3;
        double ahead = 0, upTo = 0, all = 0;
        for (const auto& [p, load] : loads_) {
            if (p < priority) ahead += load;
            if (p <= priority) upTo += load;
            all += load;
        }
        return std::max(1 - all, kLeast) /
               (std::max(1 - ahead, kLeast) * std::max(1 - upTo, kLeast));
    }
    std::map<int, double> loads_;
};

/// Everybody is served at once, the more the slower: means as in M/M/c, whatever the law of service
/// (M/G/1-PS; Kleinrock, Queueing Systems vol. 2, ch. 4).
class SharingLine : public ComponentModel {
public:
    SharingLine(int servers, double capacity) : servers_(servers), capacity_(capacity) {}

    VisitLaw visit(const Network& network, const Node& node) const override {
        const LineAnswer& line = line_.answer();
        const double work = line_.question().holding;
        const double stretch = work > 0 ? 1 + line.wait / work : 1;
        const double rho = std::min(line.utilisation, 1.0);
        // Response of M/M/1-PS: variance/mean² = (2 + rho)/(2 − rho).
        LineAnswer noWait;
        noWait.lost = line.lost;
        return behindLine(courseOf(network, node, {{}, stretch, (2 + rho) / (2 - rho)}), noWait, 0,
                          LineLoss::refused);
    }
    void settle(Network& network, const Place& place, double weight) override {
        line_.settle(question(network, place), weight);
    }
    std::optional<ProductForm> productForm(const Network&, const Place&) const override {
        if (std::isfinite(capacity_)) return std::nullopt;
        return ProductForm{servers_, [](const Node& node) { return node.law.course.work; }};
    }
    void impose(Network& network, const Place& place, double wait, double utilisation) override {
        line_.impose(question(network, place), wait, utilisation);
    }
    double holders() const override { return capacity_; }
    bool hasLine() const override { return true; }
    Shared shared(const Network&, const Place&) const override {
        return {servers_, [](const Node& node) { return node.law.course.work; },
                [](const Node& node) { return node.law.course.slowed; }};
    }
    bool saturated(const Place&) const override { return line_.saturated(); }
    void report(const Network&, const Place&, Figures& figures) const override {
        figures.at(model::Metric::utilisation).value =
            line_.saturated() ? 1 : line_.answer().utilisation;
    }
    void confess(Network& network, const Place& place) const override {
        network.approximations.insert(
            said("Simulation",
                 "%1: the spread of its response times is that of exponential work (processor "
                 "sharing has no simple law for other work)",
                 {place.component->name}));
    }

private:
    LineQuestion question(const Network& network, const Place& place) const {
        LineQuestion question = questionOf(network, place);
        question.servers = servers_;
        question.squaredCv = question.arrivalSquaredCv = 1;
        question.places = capacity_ - servers_;
        double work = 0, admitted = 0;
        for (const int index : place.nodes) {
            const Node& node = network.node(index);
            admitted += node.rate() * node.law.admitted;
            work += node.rate() * node.law.admitted * node.law.course.work;
        }
        question.holding = admitted > 0 ? work / admitted : 0;
        return question;
    }

    int servers_;
    double capacity_;
    LineState line_;
};

}  // namespace

std::unique_ptr<ComponentModel> stationModel(const model::StationSpec& spec) {
    const double capacity = placesToWait(spec.capacity);
    const double places = std::max(0.0, capacity - spec.servers);
    if (spec.discipline == model::Discipline::ps)
        return std::make_unique<SharingLine>(spec.servers, capacity);
    if (spec.discipline == model::Discipline::priority)
        return std::make_unique<PriorityLine>(spec.servers, places);
    return std::make_unique<OneLine>(spec.servers, places);
}

namespace {

/// With replicas every copy gets its share of the reads, and the work of applying writes, so that
/// all of them together are taken as one line.
class Database : public OneLine {
public:
    explicit Database(const model::DatabaseSpec& spec)
        : OneLine(serversOf(spec), placesToWait(spec.queue)), spec_(spec) {}

    void confess(Network& network, const Place& place) const override {
        const std::string& name = place.component->name;
        if (!spec_.replicas.empty())
            network.approximations.insert(
                said("Simulation",
                     "%1: its primary and replicas are taken as one line for all their servers",
                     {name}));
        if (spec_.hotKeys || spec_.locks)
            network.approximations.insert(
                said("Simulation", "%1: waits for single keys are left out", {name}));
    }

private:
    static int serversOf(const model::DatabaseSpec& spec) {
        int servers = spec.servers;
        for (const model::Replica& replica : spec.replicas)
            servers += replica.servers.value_or(spec.servers);
        return servers;
    }
    model::DatabaseSpec spec_;
};

}  // namespace

std::unique_ptr<ComponentModel> databaseModel(const model::DatabaseSpec& spec) {
    return std::make_unique<Database>(spec);
}

}  // namespace headroom::sim
