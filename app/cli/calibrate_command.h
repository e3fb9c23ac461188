// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/archive/archive.h"
#include "app/cli/exit_code.h"
#include "app/cli/measured_input.h"
#include "app/cli/run_options.h"
#include "sim/study/calibration/calibration.h"

#include <CLI/CLI.hpp>

namespace headroom::cli {

/// `headroom calibrate FILE`: parameters from measurement, as a variant in the file.
class CalibrateCommand {
public:
    explicit CalibrateCommand(CLI::App& app);

    bool isChosen() const { return command_->parsed(); }
    ExitCode execute() const;

private:
    ExitCode calibrateWith(archive::Archive& archive) const;
    /// The file with the variant in it, checked; nothing if that is no good, which is then said.
    std::optional<std::string> withVariant(const std::string& text, const sim::Calibration& calibration) const;

    CLI::App* command_;
    RunOptions options_;
    MeasuredOptions measured_;
    std::string name_ = "calibrated", out_;
    double holdOut_ = 30;
    bool dryRun_ = false;
};

}  // namespace headroom::cli
