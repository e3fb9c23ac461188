// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/archive/archive.h"
#include "app/cli/exit_code.h"
#include "app/cli/import_tables.h"
#include "app/import/importing.h"

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

namespace headroom::cli {

/// `headroom import SOURCE`: metrics of other tools into the archive; traces and manifests as a first scenario.
class ImportCommand {
public:
    explicit ImportCommand(CLI::App& app);

    bool isChosen() const { return command_->parsed(); }
    ExitCode execute() const;

private:
    struct Options {
        std::string source, archive, mapping, writeMapping, every, json, propose;
        std::vector<std::string> renamings, more;
        std::string scenario, from, until, step;
        std::vector<std::string> queries;
        std::int64_t remove = 0, resume = 0;
        bool yes = false, list = false, quiet = false, noColor = false;
    };

    ExitCode file() const;
    ExitCode traces() const;
    bool isManifest() const;
    ExitCode manifests() const;
    ExitCode server() const;
    ExitCode fetch(archive::Archive& archive, const std::string& address, std::vector<archive::Fetch> fetches) const;
    ExitCode handOver(const ImportOutcome& outcome) const;
    bool isServer() const;
    ExitCode into(archive::Archive& archive, import::Format format, const import::CsvMapping& mapping) const;
    ExitCode list(archive::Archive& archive) const;
    std::optional<import::CsvMapping> confirmedMapping(ExitCode& code) const;

    CLI::App* command_;
    Options options_;
};

}  // namespace headroom::cli
