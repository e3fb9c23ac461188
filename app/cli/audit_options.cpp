// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/audit_options.h"

#include "app/cli/report_files.h"

namespace headroom::cli {

namespace {

constexpr const char* kFooter =
    "Every variant and load that a claim names is run once, with common random numbers. A claim holds,\n"
    "does not hold, cannot hold (its own arithmetic is against it, which is printed), or cannot be\n"
    "judged.\n"
    "The capacity of a variant is looked for as `headroom capacity` does, where a claim is about it.\n"
    "\n"
    "Examples:\n"
    "  headroom audit shop.yaml\n"
    "  headroom audit shop.yaml --replications 1 --duration '5 min' --gate\n"
    "  headroom audit shop.yaml --report audit.pdf\n"
    "  headroom audit --all --json audit.json --junit audit.xml";

}  // namespace

void addAuditOptions(CLI::App& command, AuditOptions& options) {
    command.add_option("FILE", options.files, "Scenario files (YAML)")->option_text("...");
    command.add_flag("--all", options.all, "All scenarios that come with the program");
    command.add_flag("--no-search", options.noSearch, "Do not look for the capacity that claims are about (quicker)");
    addSetOption(command, options.run);
    addSettingOptions(command, options.run);
    addJsonOption(command, options.run);
    const std::string group = "What comes out";
    addReportOptions(command, options.run);
    command.add_flag("--gate", options.run.gate, "Exit with 1 if a claim is not judged as it is expected to be")
        ->group(group);
    addQuietOptions(command, options.run);
    command.footer(kFooter);
}

}  // namespace headroom::cli
