// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "app/report/run_record.h"

/// The product's sentences: do the objectives hold, what saturates and why, what it costs.
namespace headroom::report {

/// A state, shown by colour, shape and word at once.
enum class Mark : std::uint8_t { good, caution, bad, unknown };
std::string_view glyphOf(Mark mark);  ///< ● ▲ ■ ○

/// good: held; caution: held, but the interval reaches past the threshold; bad: missed; unknown: cannot be judged.
Mark markOf(const sim::SloVerdict& slo);
std::string sloText(Mark mark);  ///< `held`, `held, close`, `missed`, `not known`
Mark markOf(const sim::ClaimVerdict& claim);
/// `holds`, `does not hold`, `cannot hold`, `cannot be judged`: the words of the published form, in
/// any language.
const char* claimWord(const sim::ClaimVerdict& claim);
/// The same as people read it.
std::string claimText(const sim::ClaimVerdict& claim);
/// `31 claims: 12 hold, 5 do not hold, 3 cannot hold, 11 cannot be judged.`; empty without claims.
std::string claimsSentence(const std::vector<sim::ClaimVerdict>& claims);

/// How many objectives a run holds.
struct Score {
    int held = 0, missed = 0, unknown = 0;
    int total() const { return held + missed + unknown; }
};
Score scoreOf(const sim::RunResult& result);

struct Verdict {
    Mark mark = Mark::unknown;
    std::string objectives;  ///< do they hold, and if not, which and by how much
    std::string limit;       ///< what saturates and why, or that nothing does
    std::string cost;        ///< so far as it is known
};
Verdict verdictOf(const RunRecord& run);

/// `good` only if every objective is held.
Mark markOf(const sim::RunResult& result);

/// The name of the saturated part that holds a run back; empty if none does.
std::string_view bottleneckOf(const sim::RunResult& result);
/// The component with the highest utilisation; null if none has one.
const sim::TargetResult* busiestOf(const sim::RunResult& result);

/// The run's notes and what else a reader has to know: stopped early, parts not simulated, broken invariants.
std::vector<std::string> notesOf(const RunRecord& run);

/// One sentence for each variant: up to which load its objectives hold, and what gives way beyond.
std::vector<std::string> overviewOf(const std::vector<RunRecord>& runs);

}  // namespace headroom::report
