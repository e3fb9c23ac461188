// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/replay_command.h"

#include "app/cli/agreement_table.h"
#include "app/cli/archive_access.h"
#include "app/cli/console.h"
#include "app/cli/interruption.h"
#include "app/cli/progress_bar.h"
#include "app/cli/study_input.h"
#include "app/report/json.h"
#include "app/report/value_text.h"
#include "sim/study/calibration/replay.h"

namespace headroom::cli {

namespace {

constexpr const char* kFooter =
    "The traffic is `workload.users` or `workload.throughput` of an import; the other series are "
    "held\nagainst what the model gives. Several replications tell how far the model spreads by itself.\n"
    "\n"
    "Examples:\n"
    "  headroom import https://prometheus.example --scenario shop.yaml --from '1 day' "
    "--step '1 min'\n"
    "  headroom replay shop.yaml\n"
    "  headroom replay shop.yaml --sample '5 min' --compress 10\n"
    "  headroom replay shop.yaml --variant calibrated --import 3 --json -";

ExitCode refuse(const model::TextError& error) {
    printError("headroom replay: found " + error.found + ", expected " + error.expected);
    return ExitCode::badInput;
}

}  // namespace

ReplayCommand::ReplayCommand(CLI::App& app)
    : command_(app.add_subcommand(
          "replay", "Drive the model with measured traffic, and compare what comes out")) {
    addScenarioOptions(*command_, options_);
    addMeasuredOptions(*command_, measured_);
    command_->add_option("--seed", options_.seed, "Seed of the random numbers")->option_text("N");
    command_->add_option("--replications", options_.replications, "Independent repetitions")
        ->option_text("N");
    command_
        ->add_option("--threads", options_.threads,
                     "Replications at a time; without it, one on each core")
        ->option_text("N");
    command_
        ->add_option("--compress", compress_,
                     "Simulate a Nth of each interval's time (1): for long recordings")
        ->option_text("N");
    addJsonOption(*command_, options_);
    addQuietOptions(*command_, options_);
    command_->footer(kFooter);
}

ExitCode ReplayCommand::execute() const {
    return withArchive("replay", measured_.archive, archive::Archive::Open::existing,
                       [&](archive::Archive& archive) { return replayInto(archive); });
}

ExitCode ReplayCommand::replayInto(archive::Archive& archive) const {
    const auto input = readStudyInput("replay", options_);
    if (!input) return ExitCode::badInput;
    if (!canHandOver(options_)) return ExitCode::unfinished;
    const auto part = import::measuredFrom(archive, measured_.selection);
    if (!part) return refuse(part.error());
    if (const auto why = whyNotCompressible(part->measured)) return refuse(*why);
    const sim::Measured measured = part->measured.compressed(compress_);
    const auto scenario = sim::replayed(input->scenarios.front(), measured);
    if (!scenario) return refuse(scenario.error());

    const Interruption interruption;
    sim::ReplayResult result;
    {
        ProgressBar bar(errorIsTerminal() && !options_.quiet);
        result = sim::replay(*scenario, measured,
                             {threadsOf(options_), interruption.token(),
                              [&](double share) { bar.update("replay", share); }});
    }
    if (interruption.happened()) return ExitCode::interrupted;
    nlohmann::ordered_json json{{"headroom", 1},
                                {"scenario", result.run.scenario},
                                {"intervals", measured.intervals},
                                {"sample_s", part->measured.sampleSeconds},
                                {"compress", compress_},
                                {"replications", result.run.replications}};
    json.update(agreementJson(result));
    const std::string text = agreementText(result, Style::forOutput(options_.noColor)) +
                             compressionText(part->measured.sampleSeconds);
    if (!handOver(options_, report::jsonText(json), text)) return ExitCode::unfinished;
    return result.run.stopped.empty() && result.run.brokenInvariants.empty() ? ExitCode::done
                                                                             : ExitCode::unfinished;
}

std::optional<model::TextError> ReplayCommand::whyNotCompressible(
    const sim::Measured& measured) const {
    constexpr double kLeastSeconds = 1;
    const double most = std::max(1.0, measured.sampleSeconds / kLeastSeconds);
    if (compress_ >= 1 && compress_ <= most) return std::nullopt;
    return model::TextError{
        "--compress " + report::countText(compress_),
        "1 to " + report::countText(most) +
            ", so that a second of each interval is left; a larger --sample allows more",
        ""};
}

std::string ReplayCommand::compressionText(double sampleSeconds) const {
    if (compress_ == 1) return {};
    return "Of every " + report::timeSpanText(sampleSeconds) + ", " +
           report::timeSpanText(sampleSeconds / compress_) +
           " were simulated at its load: what follows the load at once is as it\n"
           "would be; what takes its own time (caches that fill or expire, autoscalers, "
           "backlogs) is\nslower by " +
           report::countText(compress_) + " against it.\n";
}

}  // namespace headroom::cli
