// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/audit.h"

#include "app/report/safe_text.h"
#include "app/report/value_text.h"
#include "model/said.h"

#include <algorithm>

namespace headroom::report {

namespace {

using model::said;
using Kind = TableColumn::Kind;

std::string reasonOf(const sim::ClaimVerdict& claim) {
    return printable(claim.judgedBy.empty() ? claim.why : claim.judgedBy + "; " + claim.why);
}

// Arithmetic on the document's own numbers is exact, and has no interval to show.
std::string givenText(const sim::ClaimVerdict& claim) {
    const model::Unit unit = claim.unit.value_or(model::Unit::count);
    return claim.value.halfWidth == 0.0 ? valueText(claim.value, unit) : estimateText(claim.value, unit);
}

std::vector<Cell> auditRow(const sim::ClaimVerdict& claim) {
    return {{claimText(claim), markOf(claim)},
            {printable(claim.says)},
            {printable(claim.source)},
            {givenText(claim)},
            {reasonOf(claim)}};
}

std::string countOf(const Audit& audit, std::string_view word) {
    const auto count = std::ranges::count_if(
        audit.claims(),
        [word](const sim::ClaimVerdict& claim) { return word == claimWord(claim); });
    return std::to_string(count);
}

}  // namespace

Table auditTable(const std::vector<sim::ClaimVerdict>& claims) {
    Table table{said("Report", "Claims"),
                {{said("Report", "Verdict"), Kind::name, 0},
                 {said("Report", "Claim"), Kind::text, 0},
                 {said("Report", "Source"), Kind::text, 0},
                 {said("Report", "Model gives"), Kind::number, 0},
                 {said("Report", "Why"), Kind::text, 0}},
                {}};
    for (const sim::ClaimVerdict& claim : claims) table.rows.push_back(auditRow(claim));
    return table;
}

Table auditOverview(const std::vector<Audit>& audits) {
    Table table{said("Report", "All scenarios"),
                {{said("Report", "Scenario"), Kind::name, 0},
                 {said("Report", "Claims"), Kind::number, 0},
                 {said("Report", "Hold"), Kind::number, 0},
                 {said("Report", "Do not hold"), Kind::number, 0},
                 {said("Report", "Cannot hold"), Kind::number, 0},
                 {said("Report", "Cannot be judged"), Kind::number, 0},
                 {said("Report", "Runs"), Kind::number, 0}},
                {}};
    for (const Audit& audit : audits)
        table.rows.push_back({{printable(audit.scenario)},
                              {std::to_string(audit.claims().size())},
                              {countOf(audit, "holds")},
                              {countOf(audit, "does not hold")},
                              {countOf(audit, "cannot hold")},
                              {countOf(audit, "cannot be judged")},
                              {std::to_string(audit.document.runs.size())}});
    return table;
}

}  // namespace headroom::report
