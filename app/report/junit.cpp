// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/junit.h"

#include "app/report/capacity_report.h"
#include "app/report/markup.h"
#include "app/report/safe_text.h"
#include "app/report/shell_text.h"
#include "app/report/value_text.h"

#include <algorithm>
#include <cstdio>

namespace headroom::report {

namespace {

struct Case {
    std::string className, name;
    enum class Outcome { passed, failed, skipped } outcome = Outcome::passed;
    std::string message;  ///< of what did not pass, and what was found
};

struct Suite {
    std::string name;
    double seconds = 0;
    std::vector<Case> cases;
    std::vector<std::pair<std::string, std::string>> properties;
};

std::string secondsText(double seconds) {
    std::string text(32, '\0');
    text.resize(static_cast<std::size_t>(std::snprintf(text.data(), text.size(), "%.3f", seconds)));
    return text;
}

std::string countOf(const std::vector<Suite>& suites, Case::Outcome outcome) {
    std::ptrdiff_t count = 0;
    for (const Suite& suite : suites)
        count += std::ranges::count(suite.cases, outcome, &Case::outcome);
    return std::to_string(count);
}

std::string totalOf(const std::vector<Suite>& suites) {
    std::size_t count = 0;
    for (const Suite& suite : suites) count += suite.cases.size();
    return std::to_string(count);
}

void writeCase(Markup& xml, const Case& one) {
    const auto element =
        xml.element("testcase", {{"classname", one.className}, {"name", one.name}, {"time", "0"}});
    if (one.outcome == Case::Outcome::failed)
        xml.leaf("failure", one.message, {{"message", one.message}, {"type", "missed"}});
    else if (one.outcome == Case::Outcome::skipped)
        xml.empty("skipped", {{"message", one.message}});
    else if (!one.message.empty())
        xml.leaf("system-out", one.message);
}

void writeSuite(Markup& xml, const Suite& suite) {
    const std::vector<Suite> only{suite};
    const auto element =
        xml.element("testsuite", {{"name", suite.name},
                                  {"tests", totalOf(only)},
                                  {"failures", countOf(only, Case::Outcome::failed)},
                                  {"errors", "0"},
                                  {"skipped", countOf(only, Case::Outcome::skipped)},
                                  {"time", secondsText(suite.seconds)}});
    {
        const auto properties = xml.element("properties");
        for (const auto& [name, value] : suite.properties)
            xml.empty("property", {{"name", name}, {"value", value}});
    }
    for (const Case& one : suite.cases) writeCase(xml, one);
}

std::string textOf(const std::vector<Suite>& suites) {
    Markup xml;
    {
        const auto root =
            xml.element("testsuites", {{"name", "headroom"},
                                       {"tests", totalOf(suites)},
                                       {"failures", countOf(suites, Case::Outcome::failed)},
                                       {"errors", "0"},
                                       {"skipped", countOf(suites, Case::Outcome::skipped)}});
        for (const Suite& suite : suites) writeSuite(xml, suite);
    }
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + xml.take();
}

std::vector<std::pair<std::string, std::string>> propertiesOf(const Provenance& provenance) {
    return {{"version", "headroom " + provenance.version},
            {"command", provenance.commandLine},
            {"file", provenance.fileName}};
}

Case caseOf(const sim::SloVerdict& slo) {
    const Mark mark = markOf(slo);
    Case one{"objectives", slo.name, Case::Outcome::passed, estimateText(slo.value, slo.unit)};
    if (mark == Mark::bad) {
        one.outcome = Case::Outcome::failed;
        one.message += ", objective: " + slo.objective;
    } else if (mark == Mark::unknown) {
        one.outcome = Case::Outcome::skipped;
        one.message = "not known, objective: " + slo.objective;
    }
    return one;
}

Case caseOf(const sim::ClaimVerdict& claim) {
    std::string message = std::string(claimWord(claim)) + ": " + claim.why;
    if (claim.value.value)
        message += "; the model gives " +
                   estimateText(claim.value, claim.unit.value_or(model::Unit::count));
    const Case::Outcome outcome = claim.missed() ? Case::Outcome::failed
                                  : claim.holds  ? Case::Outcome::passed
                                                 : Case::Outcome::skipped;
    return {"claims", claim.says + (claim.source.empty() ? "" : " (" + claim.source + ")"), outcome,
            std::move(message)};
}

// Names stay the same in any language, so that results can be followed from run to run.
std::string variantName(const model::Scenario& scenario) {
    return scenario.variant.empty() ? "base" : scenario.variant;
}

std::string loadName(const Load& load) {
    return (load.varies ? "up to " : "") + countText(load.peak) +
           (load.open ? " arrivals/s" : " users");
}

std::string suiteName(const model::Scenario& scenario) {
    const std::string load = loadName(loadOf(scenario));
    return scenario.name + ", " +
           (scenario.variant.empty() ? load : printable(scenario.variant) + " at " + load);
}

Suite suiteOf(const Provenance& provenance, const RunRecord& run) {
    Suite suite{suiteName(run.scenario), run.result.wallSeconds, {}, propertiesOf(provenance)};
    suite.properties.emplace_back("variant", printable(variantName(run.scenario)));
    suite.properties.emplace_back("load", loadName(loadOf(run.scenario)));
    suite.properties.emplace_back("seed", std::to_string(run.result.seed));
    suite.properties.emplace_back("replications", std::to_string(run.result.replications));
    for (const sim::SloVerdict& slo : run.result.slos) suite.cases.push_back(caseOf(slo));
    return suite;
}

std::vector<Suite> suitesOf(const Provenance& provenance, const std::vector<RunRecord>& runs) {
    std::vector<Suite> suites;
    for (const RunRecord& run : runs) suites.push_back(suiteOf(provenance, run));
    return suites;
}

}  // namespace

std::string junitOf(const Document& document) {
    std::vector<Suite> suites = suitesOf(document.provenance, document.runs);
    for (std::size_t i = 0; i < suites.size(); ++i)
        for (const sim::ClaimVerdict& claim : document.runs[i].result.claims)
            suites[i].cases.push_back(caseOf(claim));
    return textOf(suites);
}

std::string junitOf(const Provenance& provenance, const ComparedRuns& compared) {
    return textOf(suitesOf(provenance, compared.runs));
}

std::string junitOf(const std::vector<Audit>& audits) {
    std::vector<Suite> suites;
    for (const Audit& audit : audits) {
        Suite suite{audit.scenario, 0, {}, propertiesOf(audit.document.provenance)};
        for (const RunRecord& run : audit.document.runs) suite.seconds += run.result.wallSeconds;
        for (const sim::ClaimVerdict& claim : audit.claims()) suite.cases.push_back(caseOf(claim));
        suites.push_back(std::move(suite));
    }
    return textOf(suites);
}

std::string junitOf(const Provenance& provenance, const model::Scenario& scenario,
                    const sim::Capacity& capacity) {
    Suite suite{scenario.name + ", capacity", 0, {}, propertiesOf(provenance)};
    suite.properties.emplace_back("variant", variantName(scenario));
    if (capacity.limit.value)
        suite.properties.emplace_back("limit", shellNumber(*capacity.limit.value));
    for (const model::Slo& slo : scenario.slos) {
        const bool never =
            std::ranges::find(capacity.neverHeld, slo.name) != capacity.neverHeld.end();
        Case one{"objectives", slo.name, Case::Outcome::passed, capacitySentence(capacity)};
        if (never)
            one = {"objectives", slo.name, Case::Outcome::failed,
                   "missed at the smallest load already: " + slo.objective.text};
        else if (!capacity.limit.value && !capacity.beyondRange)
            one.outcome = Case::Outcome::skipped;
        suite.cases.push_back(std::move(one));
    }
    return textOf({suite});
}

}  // namespace headroom::report
