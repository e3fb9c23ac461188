// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/archive/archive.h"
#include "app/cli/exit_code.h"

#include <CLI/CLI.hpp>
#include <cstdint>
#include <string>
#include <vector>

namespace headroom::cli {

/// `headroom runs`: what is in the archive; `show`, `compare`, `delete` and `export` of it.
class RunsCommand {
public:
    explicit RunsCommand(CLI::App& app);

    bool isChosen() const { return command_->parsed(); }
    ExitCode execute() const;

private:
    struct Options {
        std::string archive, scenario, json, csv, openmetrics, scenarioOut, olderThan;
        std::vector<std::int64_t> ids;
        std::int64_t import = -1;  ///< to hold the runs against; 0: the latest; below: none
        std::string from;
        std::int64_t id = 0;
        std::size_t limit = 50;
        bool all = false, noColor = false;
    };

    ExitCode list(archive::Archive& archive) const;
    ExitCode show(archive::Archive& archive) const;
    ExitCode compare(archive::Archive& archive) const;
    ExitCode compareWithMeasured(archive::Archive& archive) const;
    ExitCode remove(archive::Archive& archive) const;
    ExitCode hand(archive::Archive& archive) const;
    ExitCode print(const std::string& json, const std::string& text) const;

    Options options_;
    CLI::App* command_;
    CLI::App* show_;
    CLI::App* compare_;
    CLI::App* delete_;
    CLI::App* export_;
};

}  // namespace headroom::cli
