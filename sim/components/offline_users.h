// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/client.h"
#include "sim/components/key_table.h"
#include "sim/kernel/sim_time.h"
#include "sim/kernel/spread.h"

namespace headroom::sim {

/// Which users of a client have no network, until when, and how much their devices keep for them.
class OfflineUsers {
public:
    /// When the user is online again; `now` for whoever is.
    SimTime backAt(const model::Offline& offline, std::uint32_t user, SimTime now) const {
        const SimTime from = offline.at.count();
        if (now < from || place(user, 1) >= offline.share) return now;
        const auto later = static_cast<double>(offline.backOver.count()) * place(user, 2);
        const SimTime back = from + offline.lasting.count() + static_cast<SimTime>(later);
        return back > now ? back : now;
    }
    /// One more request kept on the user's device; false if there is no room for it.
    bool keep(const model::Offline& offline, std::uint32_t user) {
        const std::uint32_t kept = kept_.find(user);
        if (kept == KeyTable::kAbsent) {
            if (offline.keeps > 0) kept_.insert(user, 1);
            return offline.keeps > 0;
        }
        if (kept >= offline.keeps) return false;
        kept_.assign(user, kept + 1);
        return true;
    }

private:
    static double place(std::uint32_t user, std::uint64_t purpose) {
        return static_cast<double>(scrambled((purpose << 32) + user + 1) >> 11) * 0x1p-53;
    }
    KeyTable kept_;  ///< user → requests on the device
};

}  // namespace headroom::sim
