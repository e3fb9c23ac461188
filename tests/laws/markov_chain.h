// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <map>
#include <vector>

namespace headroom::laws {

/// A continuous-time Markov chain on the states that can be reached from one of them, solved for
/// its stationary probabilities (sparse LU). Every state must be able to return to the first.
class MarkovChain {
public:
    using State = std::vector<int>;
    struct Transition {
        State to;
        double rate;  ///< per second; 0 is no transition
    };

    MarkovChain(const State& first,
                const std::function<std::vector<Transition>(const State&)>& transitionsFrom);

    /// The stationary mean of a function of the state.
    double mean(const std::function<double(const State&)>& value) const;
    std::size_t size() const { return probabilities_.size(); }

private:
    std::map<State, double> probabilities_;
};

}  // namespace headroom::laws
