// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/archive/archive.h"
#include "app/cli/exit_code.h"
#include "app/cli/measured_input.h"
#include "app/cli/run_options.h"

#include <CLI/CLI.hpp>
#include <optional>
#include <string>

namespace headroom::cli {

/// `headroom replay FILE`: measured traffic drives the model.
class ReplayCommand {
public:
    explicit ReplayCommand(CLI::App& app);

    bool isChosen() const { return command_->parsed(); }
    ExitCode execute() const;

private:
    ExitCode replayInto(archive::Archive& archive) const;
    std::optional<model::TextError> whyNotCompressible(const sim::Measured& measured) const;
    /// What the compression costs, in words; empty without any.
    std::string compressionText(double sampleSeconds) const;

    CLI::App* command_;
    RunOptions options_;
    MeasuredOptions measured_;
    double compress_ = 1;
};

}  // namespace headroom::cli
