// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <stop_token>
#include <string>
#include <vector>

/// Work spread over the processes of an MPI job (`mpirun`, `srun`), or over the threads of this one.
namespace headroom::cli {

/// Joins the MPI job that this process was started in, if any; leaves it at the end of its life.
/// Built without MPI, or started alone, it is a job of one.
class Ranks {
public:
    Ranks();
    ~Ranks();
    Ranks(const Ranks&) = delete;
    Ranks& operator=(const Ranks&) = delete;

    int rank() const { return rank_; }
    int count() const { return count_; }
    /// The one that hands out work, keeps results, reads and writes files and talks to the user.
    bool isFirst() const { return rank_ == 0; }

    /// Computes every index of `open` once, on any rank, each rank `threads` at a time, and hands
    /// the results to `keep` on the first rank, one at a time. Ranks ask for work when they have
    /// none, so a slow one holds up nobody. All ranks call this with the same arguments; after
    /// `stop` on the first, nothing more is begun. Returns when all that was begun is kept.
    void forEach(const std::vector<std::size_t>& open, int threads, const std::stop_token& stop,
                 const std::function<std::string(std::size_t)>& compute,
                 const std::function<void(std::size_t, const std::string&)>& keep) const;
    /// The first rank's text, on all of them.
    std::string shared(const std::string& text) const;

private:
    int rank_ = 0, count_ = 1;
};

}  // namespace headroom::cli
