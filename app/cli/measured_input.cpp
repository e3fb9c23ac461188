// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/measured_input.h"

namespace headroom::cli {

void addMeasuredOptions(CLI::App& command, MeasuredOptions& options) {
    const std::string group = "What was measured";
    import::MeasuredSelection& selection = options.selection;
    command
        .add_option("--import", selection.import,
                    "Number of the import (`headroom import --list`); without it, the latest")
        ->option_text("ID")
        ->group(group);
    command.add_option("--from", selection.from, "Since when (the first point)")
        ->option_text("TIME")
        ->group(group);
    command.add_option("--until", selection.until, "Until when (the last point)")
        ->option_text("TIME")
        ->group(group);
    command.add_option("--sample", selection.sample, "From value to value (as measured)")
        ->option_text("TIME")
        ->group(group);
    command.add_option("--archive", options.archive, "File of the archive; without it, the user's")
        ->option_text("FILE")
        ->group(group);
}

}  // namespace headroom::cli
