// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/laws/markov_chain.h"

#include <Eigen/SparseCore>
#include <Eigen/SparseLU>

namespace headroom::laws {

namespace {

struct Reached {
    std::vector<MarkovChain::State> states;
    std::map<MarkovChain::State, int> numbers;

    int number(const MarkovChain::State& state) {
        const auto [place, isNew] = numbers.emplace(state, static_cast<int>(states.size()));
        if (isNew) states.push_back(state);
        return place->second;
    }
};

}  // namespace

MarkovChain::MarkovChain(
    const State& first,
    const std::function<std::vector<Transition>(const State&)>& transitionsFrom) {
    Reached reached;
    reached.number(first);
    std::vector<Eigen::Triplet<double>> flows;  // of the balance equations: row = state balanced
    for (int from = 0; from < static_cast<int>(reached.states.size()); ++from) {
        const State state = reached.states[from];
        for (const auto& [to, rate] : transitionsFrom(state)) {
            if (rate <= 0) continue;
            flows.emplace_back(reached.number(to), from, rate);
            flows.emplace_back(from, from, -rate);
        }
    }
    // One balance equation follows from the others; the sum of the probabilities stands in its
    // place.
    const int n = static_cast<int>(reached.states.size());
    std::erase_if(flows, [](const auto& flow) { return flow.row() == 0; });
    for (int i = 0; i < n; ++i) flows.emplace_back(0, i, 1.0);

    Eigen::SparseMatrix<double> balance(n, n);
    balance.setFromTriplets(flows.begin(), flows.end());
    Eigen::SparseLU<Eigen::SparseMatrix<double>> solver(balance);
    const Eigen::VectorXd solution = solver.solve(Eigen::VectorXd::Unit(n, 0));
    for (int i = 0; i < n; ++i) probabilities_[reached.states[i]] = solution[i];
}

double MarkovChain::mean(const std::function<double(const State&)>& value) const {
    double sum = 0;
    for (const auto& [state, probability] : probabilities_) sum += probability * value(state);
    return sum;
}

}  // namespace headroom::laws
