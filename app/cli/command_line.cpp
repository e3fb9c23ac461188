// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command_line.h"

#include "app/cli/audit_command.h"
#include "app/cli/capacity_command.h"
#include "app/cli/check_command.h"
#include "app/cli/compare_command.h"
#include "app/cli/console.h"
#include "app/cli/exit_code.h"
#include "app/cli/export_command.h"
#include "app/cli/forecast_command.h"
#include "app/cli/calibrate_command.h"
#include "app/cli/import_command.h"
#include "app/cli/replay_command.h"
#include "app/cli/run_command.h"
#include "app/cli/runs_command.h"
#include "app/cli/size_command.h"
#include "app/cli/solve_command.h"
#include "app/cli/sweep_command.h"

#include <CLI/CLI.hpp>
#include <csignal>
#include <exception>
#include <new>
#include <string>
#include <vector>

namespace headroom::cli {

namespace {

constexpr const char* kFooter =
    "Examples:\n"
    "  headroom check shop.yaml\n"
    "  headroom run shop.yaml --users 30k\n"
    "  headroom run shop.yaml --at today=10k,20k --at target=100k,200k --report shop.html\n"
    "  headroom compare shop.yaml base cached\n"
    "\n"
    "Exit codes: 0 done; 1 --gate and an objective or a claim is missed; 2 bad usage or bad input;\n"
    "3 could not finish; 130 interrupted, with what was finished kept.";

ExitCode reportUsage(const CLI::App& app, const CLI::ParseError& error) {
    const auto chosen = app.get_subcommands();
    const std::string command = chosen.empty() ? "headroom" : "headroom " + chosen.front()->get_name();
    printError(command + ": " + error.what());
    printError("Try `" + command + " --help`.");
    return ExitCode::badInput;
}

ExitCode runCommandLine(int argc, char** argv) {
    CLI::App app("How many users a back end can carry, what breaks first and what it costs.", "headroom");
    app.set_version_flag("--version", std::string("headroom ") + HEADROOM_VERSION, "Print the version");
    app.set_help_flag("-h,--help", "Print this help");
    app.get_formatter()->column_width(28);
    app.require_subcommand(0, 1);
    app.footer(kFooter);
    CheckCommand check(app);
    RunCommand run(app, {argv + 1, argv + argc});
    SolveCommand solve(app);
    CapacityCommand capacity(app, {argv + 1, argv + argc});
    SweepCommand sweep(app);
    SizeCommand size(app);
    ForecastCommand forecast(app);
    CompareCommand compare(app, {argv + 1, argv + argc});
    AuditCommand audit(app, {argv + 1, argv + argc});
    ExportCommand exports(app);
    RunsCommand runs(app);
    ImportCommand import(app);
    ReplayCommand replay(app);
    CalibrateCommand calibrate(app);
    try {
        app.parse(argc, argv);
    } catch (const CLI::Success& help) {
        app.exit(help);
        return ExitCode::done;
    } catch (const CLI::ParseError& error) {
        return reportUsage(app, error);
    }
    if (check.isChosen()) return check.execute();
    if (run.isChosen()) return run.execute();
    if (import.isChosen()) return import.execute();
    if (replay.isChosen()) return replay.execute();
    if (calibrate.isChosen()) return calibrate.execute();
    if (runs.isChosen()) return runs.execute();
    if (solve.isChosen()) return solve.execute();
    if (capacity.isChosen()) return capacity.execute();
    if (sweep.isChosen()) return sweep.execute();
    if (size.isChosen()) return size.execute();
    if (forecast.isChosen()) return forecast.execute();
    if (compare.isChosen()) return compare.execute();
    if (audit.isChosen()) return audit.execute();
    if (exports.isChosen()) return exports.execute();
    return printOutput(app.help()) ? ExitCode::done : ExitCode::unfinished;
}

}  // namespace

int runProgram(int argc, char** argv) {
    std::signal(SIGPIPE, SIG_IGN);
    try {
        return static_cast<int>(runCommandLine(argc, argv));
    } catch (const std::bad_alloc&) {
        printError("headroom: there is not enough memory for this run");
    } catch (const std::exception& error) {
        printError(std::string("headroom: ") + error.what());
    }
    return static_cast<int>(ExitCode::unfinished);
}

}  // namespace headroom::cli
