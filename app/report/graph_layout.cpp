// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/graph_layout.h"

#include <algorithm>
#include <cassert>
#include <cstdlib>
#include <limits>
#include <numeric>

namespace headroom::report {

namespace {

// A node, or the place of an edge that passes a layer.
struct Spot {
    int layer = 0;
    bool passing = false;
    double x = 0;
    std::vector<int> above, below;  // neighbouring spots
};

using Order = std::vector<int>;  // spots of a layer from left to right

class Layout {
public:
    Layout(const std::vector<int>& layers, const std::vector<GraphEdge>& edges, const GraphMeasures& measures)
        : edges_(edges), measures_(measures), nodeCount_(layers.size()) {
        const int last = layers.empty() ? 0 : *std::ranges::max_element(layers);
        orders_.resize(static_cast<std::size_t>(last) + 1);
        for (const int layer : layers) addSpot(layer, false);
        for (const GraphEdge& edge : edges) addChain(edge);
    }

    GraphLayout result() {
        reduceCrossings();
        position();
        return drawn();
    }

private:
    Spot& spot(int index) { return spots_[static_cast<std::size_t>(index)]; }
    const Spot& spot(int index) const { return spots_[static_cast<std::size_t>(index)]; }
    Order& order(int layer) { return orders_[static_cast<std::size_t>(layer)]; }

    int addSpot(int layer, bool passing) {
        const int index = static_cast<int>(spots_.size());
        spots_.push_back({layer, passing, 0, {}, {}});
        order(layer).push_back(index);
        return index;
    }

    void link(int upper, int lower) {
        spot(upper).below.push_back(lower);
        spot(lower).above.push_back(upper);
    }

    // The spots of an edge from its upper to its lower node.
    void addChain(const GraphEdge& edge) {
        int upper = edge.from;
        int lower = edge.to;
        if (spot(upper).layer > spot(lower).layer) std::swap(upper, lower);
        std::vector<int> chain{upper};
        for (int layer = spot(upper).layer + 1; layer < spot(lower).layer; ++layer) {
            const int next = addSpot(layer, true);
            link(chain.back(), next);
            chain.push_back(next);
        }
        if (spot(upper).layer < spot(lower).layer) link(chain.back(), lower);
        chain.push_back(lower);
        chains_.push_back(std::move(chain));
    }

    std::vector<int> ranksOf(const Order& order) const {
        std::vector<int> ranks(spots_.size(), 0);
        for (std::size_t i = 0; i < order.size(); ++i) ranks[static_cast<std::size_t>(order[i])] = static_cast<int>(i);
        return ranks;
    }

    void sortByNeighbours(std::size_t layer, std::size_t neighbour, std::vector<int> Spot::*side) {
        const std::vector<int> ranks = ranksOf(orders_[neighbour]);
        const std::vector<int> own = ranksOf(orders_[layer]);
        const auto barycentre = [&](int index) {
            const std::vector<int>& neighbours = spot(index).*side;
            if (neighbours.empty()) return static_cast<double>(own[static_cast<std::size_t>(index)]);
            double sum = 0;
            for (const int other : neighbours) sum += ranks[static_cast<std::size_t>(other)];
            return sum / static_cast<double>(neighbours.size());
        };
        std::ranges::stable_sort(orders_[layer], {}, barycentre);
    }

    long crossingsBelow(std::size_t layer) const {
        const std::vector<int> ranks = ranksOf(orders_[layer + 1]);
        std::vector<int> ends;
        for (const int index : orders_[layer]) {
            std::vector<int> own;
            for (const int lower : spot(index).below) own.push_back(ranks[static_cast<std::size_t>(lower)]);
            std::ranges::sort(own);
            ends.insert(ends.end(), own.begin(), own.end());
        }
        long crossings = 0;
        for (std::size_t i = 0; i < ends.size(); ++i)
            for (std::size_t j = i + 1; j < ends.size(); ++j) crossings += ends[i] > ends[j];
        return crossings;
    }

    long crossings() const {
        long sum = 0;
        for (std::size_t layer = 0; layer + 1 < orders_.size(); ++layer) sum += crossingsBelow(layer);
        return sum;
    }

    void reduceCrossings() {
        constexpr int kSweeps = 12;
        std::vector<Order> best = orders_;
        long fewest = crossings();
        for (int sweep = 0; sweep < kSweeps && fewest > 0; ++sweep) {
            if (sweep % 2 == 0)
                for (std::size_t layer = 1; layer < orders_.size(); ++layer)
                    sortByNeighbours(layer, layer - 1, &Spot::above);
            else
                for (std::size_t layer = orders_.size() - 1; layer > 0; --layer)
                    sortByNeighbours(layer - 1, layer, &Spot::below);
            if (const long now = crossings(); now < fewest) {
                fewest = now;
                best = orders_;
            }
        }
        orders_ = std::move(best);
    }

    double widthOf(int index) const { return spot(index).passing ? measures_.passing : measures_.nodeWidth; }

    std::vector<double> gapsOf(const Order& order) const {
        std::vector<double> gaps;
        for (std::size_t i = 0; i + 1 < order.size(); ++i)
            gaps.push_back((widthOf(order[i]) + widthOf(order[i + 1])) / 2 + measures_.gapAcross);
        return gaps;
    }

    double wantedOf(int index) const {
        double sum = 0;
        double count = 0;
        for (const auto& side : {spot(index).above, spot(index).below})
            for (const int other : side) {
                // An edge that passes should be straight, so its neighbours pull harder.
                const double weight = spot(index).passing && spot(other).passing ? 4 : 1;
                sum += weight * spot(other).x;
                count += weight;
            }
        return count > 0 ? sum / count : spot(index).x;
    }

    void positionLayer(const Order& order) {
        std::vector<double> wanted;
        for (const int index : order) wanted.push_back(wantedOf(index));
        const std::vector<double> placed = spaced(wanted, gapsOf(order));
        for (std::size_t i = 0; i < order.size(); ++i) spot(order[i]).x = placed[i];
    }

    void position() {
        constexpr int kRounds = 24;
        for (const Order& order : orders_) {
            const std::vector<double> placed = spaced(std::vector<double>(order.size(), 0), gapsOf(order));
            for (std::size_t i = 0; i < order.size(); ++i) spot(order[i]).x = placed[i];
        }
        for (int round = 0; round < kRounds; ++round) {
            for (const Order& order : orders_) positionLayer(order);
            for (auto order = orders_.rbegin(); order != orders_.rend(); ++order) positionLayer(*order);
        }
    }

    double topOf(int layer) const { return layer * (measures_.nodeHeight + measures_.gapDown); }

    // Where on a node's bottom (or top) its n-th edge of all begins.
    double portOffset(std::size_t n, std::size_t all) const {
        const double step = std::min(26.0, measures_.nodeWidth * 0.7 / static_cast<double>(all));
        return (static_cast<double>(n) - static_cast<double>(all - 1) / 2) * step;
    }

    // The x at which edge `chain` leaves (first = true) or reaches its end node, sorted by where it goes.
    double portOf(std::size_t chain, bool first) const {
        const auto end = [first](const std::vector<int>& c) { return first ? c.front() : c.back(); };
        const auto next = [first](const std::vector<int>& c) { return first ? c[1] : c[c.size() - 2]; };
        const int node = end(chains_[chain]);
        std::vector<std::size_t> sharing;
        for (std::size_t i = 0; i < chains_.size(); ++i)
            if (end(chains_[i]) == node) sharing.push_back(i);
        std::ranges::stable_sort(sharing, {}, [&](std::size_t i) { return spot(next(chains_[i])).x; });
        const auto place = std::ranges::find(sharing, chain) - sharing.begin();
        return spot(node).x + portOffset(static_cast<std::size_t>(place), sharing.size());
    }

    EdgeRoute routeOf(std::size_t chain, double left) const {
        const std::vector<int>& spots = chains_[chain];
        EdgeRoute route;
        route.upwards = spots.front() != edges_[chain].from;
        const bool sameLayer = spot(spots.front()).layer == spot(spots.back()).layer;
        const double bottom = topOf(spot(spots.front()).layer) + measures_.nodeHeight;
        route.points.push_back({portOf(chain, true) - left, bottom});
        for (std::size_t i = 1; i + 1 < spots.size(); ++i) {
            const double top = topOf(spot(spots[i]).layer);
            route.points.push_back({spot(spots[i]).x - left, top});
            route.points.push_back({spot(spots[i]).x - left, top + measures_.nodeHeight});
        }
        route.points.push_back({portOf(chain, false) - left, sameLayer ? bottom : topOf(spot(spots.back()).layer)});
        return route;
    }

    GraphLayout drawn() const {
        GraphLayout layout;
        double left = std::numeric_limits<double>::infinity();
        double right = -left;
        for (std::size_t i = 0; i < spots_.size(); ++i) {
            const double half = widthOf(static_cast<int>(i)) / 2;
            left = std::min(left, spots_[i].x - half);
            right = std::max(right, spots_[i].x + half);
        }
        for (std::size_t i = 0; i < nodeCount_; ++i)
            layout.centres.push_back({spots_[i].x - left, topOf(spots_[i].layer) + measures_.nodeHeight / 2});
        for (std::size_t i = 0; i < chains_.size(); ++i) layout.routes.push_back(routeOf(i, left));
        layout.width = spots_.empty() ? 0 : right - left;
        layout.height = topOf(static_cast<int>(orders_.size()) - 1) + measures_.nodeHeight;
        return layout;
    }

    const std::vector<GraphEdge>& edges_;
    const GraphMeasures& measures_;
    std::size_t nodeCount_;
    std::vector<Spot> spots_;
    std::vector<Order> orders_;
    std::vector<std::vector<int>> chains_;
};

}  // namespace

std::vector<double> spaced(const std::vector<double>& wanted, const std::vector<double>& gaps) {
    assert(wanted.empty() || gaps.size() + 1 == wanted.size());
    // Without the gaps it is a regression with ascending values: pool adjacent violators.
    struct Block {
        double sum;
        std::size_t count;
        double mean() const { return sum / static_cast<double>(count); }
    };
    std::vector<double> shift(wanted.size(), 0);
    std::partial_sum(gaps.begin(), gaps.end(), shift.empty() ? shift.begin() : shift.begin() + 1);
    std::vector<Block> blocks;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        blocks.push_back({wanted[i] - shift[i], 1});
        while (blocks.size() > 1 && blocks[blocks.size() - 2].mean() > blocks.back().mean()) {
            blocks[blocks.size() - 2].sum += blocks.back().sum;
            blocks[blocks.size() - 2].count += blocks.back().count;
            blocks.pop_back();
        }
    }
    std::vector<double> placed;
    for (const Block& block : blocks)
        for (std::size_t i = 0; i < block.count; ++i) placed.push_back(block.mean() + shift[placed.size()]);
    return placed;
}

GraphLayout layOut(const std::vector<int>& layers, const std::vector<GraphEdge>& edges, const GraphMeasures& measures) {
    return Layout(layers, edges, measures).result();
}

}  // namespace headroom::report
