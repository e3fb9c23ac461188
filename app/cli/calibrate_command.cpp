// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/calibrate_command.h"

#include "app/cli/agreement_table.h"
#include "app/cli/archive_access.h"
#include "app/cli/console.h"
#include "app/cli/interruption.h"
#include "app/cli/output_file.h"
#include "app/cli/progress_bar.h"
#include "app/cli/study_input.h"
#include "app/cli/text_table.h"
#include "app/import/calibrated_variant.h"
#include "app/report/agreement.h"
#include "app/report/json.h"

#include <QFileInfo>

#include <algorithm>

namespace headroom::cli {

namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kFooter =
    "Service demands come from utilisation and throughput, variability from quantiles of response times,\n"
    "popularity from hit ratios, latency of others from their p50 and p95. The last part of the data is\n"
    "held out, and the calibrated model replayed on it. The file gets a variant; nothing in it changes.\n"
    "\n"
    "Examples:\n"
    "  headroom calibrate shop.yaml --dry-run\n"
    "  headroom calibrate shop.yaml --import 3 --name measured_in_may\n"
    "  headroom replay shop.yaml --variant calibrated";

ExitCode refuse(const model::TextError& error) {
    printError("headroom calibrate: found " + error.found + ", expected " + error.expected);
    return ExitCode::badInput;
}

std::string calibrationText(const sim::Calibration& calibration, const Style& style) {
    std::string text = calibration.parameters.empty() ? "Nothing was changed.\n" : tableText(report::calibrationTable(calibration), style);
    for (const std::string& remark : report::calibrationRemarks(calibration)) text += remark + "\n";
    if (calibration.after) text += "\nOn what was held out:\n" + agreementText(*calibration.after, style);
    return text;
}

Json calibrationJson(const sim::Calibration& calibration) {
    Json parameters = Json::array();
    for (const sim::CalibratedParameter& one : calibration.parameters)
        parameters.push_back({{"path", one.path}, {"was", one.was}, {"is", one.is},
                              {"relative_half_width", one.relativeHalfWidth ? Json(*one.relativeHalfWidth) : Json(nullptr)}, {"from", one.from}});
    Json json{{"headroom", 1}, {"parameters", std::move(parameters)}, {"cannot_tell", calibration.cannotTell}, {"notes", calibration.notes},
              {"fitted_intervals", calibration.fitted}};
    if (calibration.scalability)
        json["scalability"] = {{"lambda", calibration.scalability->lambda}, {"sigma", calibration.scalability->sigma}, {"kappa", calibration.scalability->kappa}, {"r2", calibration.scalability->r2}};
    json["held_out"] = calibration.after ? agreementJson(*calibration.after) : Json(nullptr);
    return json;
}

}  // namespace

CalibrateCommand::CalibrateCommand(CLI::App& app)
    : command_(app.add_subcommand("calibrate", "Set parameters of a scenario by what production measured")) {
    addScenarioOptions(*command_, options_);
    addMeasuredOptions(*command_, measured_);
    command_->add_option("--hold-out", holdOut_, "Share of the data, at its end, to test on (30)")->option_text("PERCENT")->check(CLI::Range(0.0, 80.0).description(""));
    command_->add_option("--name", name_, "Of the variant that is written (calibrated)")->option_text("NAME");
    command_->add_option("--out", out_, "Write the scenario there instead of back")->option_text("OUT.yaml");
    command_->add_flag("--dry-run", dryRun_, "Write no scenario");
    command_->add_option("--threads", options_.threads, "Replications at a time; without it, one on each core")->option_text("N");
    addJsonOption(*command_, options_);
    addQuietOptions(*command_, options_);
    command_->footer(kFooter);
}

ExitCode CalibrateCommand::execute() const {
    return withArchive("calibrate", measured_.archive, archive::Archive::Open::existing, [&](archive::Archive& archive) { return calibrateWith(archive); });
}

std::optional<std::string> CalibrateCommand::withVariant(const std::string& text, const sim::Calibration& calibration) const {
    const std::string on = options_.variant == "base" ? std::string() : options_.variant;
    const auto written = import::withCalibration(text, name_, on, calibration);
    if (!written) {
        printError("headroom calibrate: found " + written.error().found + ", expected " + written.error().expected);
        return std::nullopt;
    }
    const std::string folder = QFileInfo(QString::fromStdString(options_.file)).absolutePath().toStdString();
    const model::ScenarioFile file(*written, options_.file, folder);
    for (const model::Diagnostic& diagnostic : file.diagnostics())
        if (diagnostic.severity == model::Diagnostic::Severity::error) {
            printError("headroom calibrate: the variant would not be read: " + toText(diagnostic));
            return std::nullopt;
        }
    return *written;
}

ExitCode CalibrateCommand::calibrateWith(archive::Archive& archive) const {
    const auto input = readStudyInput("calibrate", options_);
    if (!input) return ExitCode::badInput;
    if (std::ranges::find(input->file.variants(), name_, &model::VariantInfo::name) != input->file.variants().end() && !dryRun_)
        return refuse({"a variant `" + name_ + "` that the file has already", "another name by --name", ""});
    if (!canHandOver(options_)) return ExitCode::unfinished;
    const auto part = import::measuredFrom(archive, measured_.selection);
    if (!part) return refuse(part.error());

    const Interruption interruption;
    std::optional<model::Parsed<sim::Calibration>> calibration;
    {
        ProgressBar bar(errorIsTerminal() && !options_.quiet);
        calibration.emplace(sim::calibrate(input->scenarios.front(), part->measured,
                                           {holdOut_ / 100, threadsOf(options_), interruption.token(), [&](double share) { bar.update("calibrate", share); }}));
    }
    if (interruption.happened()) return ExitCode::interrupted;
    if (!*calibration) return refuse(calibration->error());
    const sim::Calibration& found = **calibration;
    if (!dryRun_ && !found.parameters.empty()) {
        const auto text = withVariant(input->file.text(), found);
        if (!text) return ExitCode::unfinished;
        if (const auto problem = writeFile(out_.empty() ? options_.file : out_, *text)) {
            printError("headroom calibrate: " + *problem);
            return ExitCode::unfinished;
        }
    }
    return handOver(options_, report::jsonText(calibrationJson(found)), calibrationText(found, Style::forOutput(options_.noColor))) ? ExitCode::done
                                                                                                                                   : ExitCode::unfinished;
}

}  // namespace headroom::cli
