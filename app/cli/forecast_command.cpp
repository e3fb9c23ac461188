// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/forecast_command.h"

#include "app/cli/console.h"
#include "app/cli/input_file.h"
#include "app/cli/interruption.h"
#include "app/cli/load_history.h"
#include "app/cli/progress_bar.h"
#include "app/cli/study_input.h"
#include "app/cli/study_summary.h"
#include "app/report/json.h"
#include "model/quantity/quantity.h"

#include <QDate>

namespace headroom::cli {

namespace {

constexpr const char* kFooter =
    "Examples:\n"
    "  headroom forecast shop.yaml --growth '8 %'\n"
    "  headroom forecast shop.yaml --variant target --growth '3 %' --months 36 --from 2027-01-01\n"
    "  headroom forecast shop.yaml --history users.csv --column active --present '10 %'\n"
    "\n"
    "The load grows from that of the file by --growth a month, or as the history says: its trend, its\n"
    "days and weeks (and years, where there are two), with an interval. The limit is simulated; dates\n"
    "of single objectives are by theory. Where the file marks parameters with `tune`, it is sized for\n"
    "the load to come; else what gives way first is enlarged, and so on. Each recommendation is checked\n"
    "by simulating the changed scenario.";

bool complain(const std::string& where, const model::TextError& error) {
    printError("headroom forecast: " + where + ": found " + error.found + ", expected " + error.expected);
    return false;
}

/// A share over 0; `suffix` may stand behind it.
std::optional<double> shareOf(const std::string& option, std::string text, const std::string& suffix, double most) {
    if (text.ends_with(suffix)) text.resize(text.size() - suffix.size());
    const bool falls = text.starts_with("-");
    const model::Parsed<model::Share> parsed = model::parseShare(falls ? text.substr(1) : text, most);
    if (!parsed) complain(option, parsed.error());
    if (!parsed) return std::nullopt;
    return falls ? -parsed->fraction : parsed->fraction;
}

double dayOf(const QDate& date) { return static_cast<double>(QDate(1970, 1, 1).daysTo(date)); }

std::optional<sim::LoadTrend> trendOfHistory(const ForecastArguments& arguments, double confidence) {
    const auto present = shareOf("--present", arguments.present, "", 1);
    if (!present || !(*present > 0)) return std::nullopt;
    std::string why;
    const std::optional<std::string> history = contentOf(arguments.history, why);
    if (!history) {
        printError("headroom forecast: " + arguments.history + ": error: cannot be read: " + why);
        return std::nullopt;
    }
    const auto samples =
        loadHistoryOf(*history, {arguments.timeColumn, arguments.loadColumn, *present});
    if (!samples) return complain(arguments.history, samples.error()), std::nullopt;
    auto trend = sim::LoadTrend::fitted(*samples, confidence);
    if (!trend) return complain(arguments.history, trend.error()), std::nullopt;
    return *trend;
}

std::optional<sim::LoadTrend> trendOf(const ForecastArguments& arguments, const model::Scenario& scenario) {
    if (!arguments.history.empty()) return trendOfHistory(arguments, scenario.run.confidence);
    constexpr double kMostGrowth = 10;
    const auto growth = shareOf("--growth", arguments.growth, "/month", kMostGrowth);
    if (!growth) return std::nullopt;
    if (!(*growth > -1)) return complain("--growth", {"`" + arguments.growth + "`", "over -100 %", ""}), std::nullopt;
    return sim::LoadTrend::steady(sim::loadOf(scenario.workload), *growth);
}

/// The day that the load is that of now on; nothing where `--from` is no day.
std::optional<report::ForecastOrigin> originOf(const ForecastArguments& arguments, const sim::LoadTrend& trend) {
    if (arguments.from.empty() && trend.spanDays() > 0) return report::ForecastOrigin{trend.originDay()};
    const QDate day = arguments.from.empty() ? QDate::currentDate()
                                             : QDate::fromString(QString::fromStdString(arguments.from), Qt::ISODate);
    if (!day.isValid()) return complain("--from", {"`" + arguments.from + "`", "a day such as `2027-01-31`", ""}), std::nullopt;
    return report::ForecastOrigin{dayOf(day)};
}

std::string jsonOf(const model::Scenario& scenario, const sim::Forecast& forecast, const sim::LoadTrend& trend,
                   const report::ForecastOrigin& origin) {
    nlohmann::ordered_json json{{"headroom", 1}, {"scenario", scenario.name}};
    json["variant"] = scenario.variant.empty() ? nlohmann::ordered_json(nullptr) : nlohmann::ordered_json(scenario.variant);
    json.update(report::forecastJson(forecast, trend, origin));
    return report::jsonText(json);
}

void addForecastOptions(CLI::App& command, ForecastArguments& arguments) {
    CLI::Option* growth = command.add_option("--growth", arguments.growth, "Of the load, a month (5 %)")->option_text("SHARE");
    CLI::Option* history = command.add_option("--history", arguments.history, "Past load: a CSV file with a line of names")
                               ->option_text("FILE")
                               ->excludes(growth);
    command.add_option("--time", arguments.timeColumn, "Its column of times (`time`, `date`, or the first)")
        ->option_text("NAME")
        ->needs(history);
    command.add_option("--column", arguments.loadColumn, "Its column of the load (`users`, or the only other)")
        ->option_text("NAME")
        ->needs(history);
    command.add_option("--present", arguments.present, "How many of those it counts are there at a time (100 %)")
        ->option_text("SHARE")
        ->needs(history);
    command.add_option("--months", arguments.months, "To prepare for (24)")
        ->option_text("N")
        ->check(CLI::Range(1, 120).description(""));
    command.add_option("--from", arguments.from, "Day on which the load is that of the file (today)")
        ->option_text("YYYY-MM-DD")
        ->excludes(history);
    command.add_flag("--theory", arguments.theoryOnly, "No simulation: nothing is checked");
}

}  // namespace

ForecastCommand::ForecastCommand(CLI::App& app)
    : command_(app.add_subcommand("forecast", "Say when objectives fall as the load grows, and what to do before")) {
    addScenarioOptions(*command_, options_);
    addForecastOptions(*command_, arguments_);
    addSettingOptions(*command_, options_);
    addJsonOption(*command_, options_);
    addQuietOptions(*command_, options_);
    command_->footer(kFooter);
}

ExitCode ForecastCommand::execute() const {
    const std::optional<StudyInput> input = readStudyInput("forecast", options_);
    if (!input) return ExitCode::badInput;
    const model::Scenario& scenario = input->scenarios.front();
    const std::optional<sim::LoadTrend> trend = trendOf(arguments_, scenario);
    if (!trend) return ExitCode::badInput;
    const std::optional<report::ForecastOrigin> origin = originOf(arguments_, *trend);
    if (!origin) return ExitCode::badInput;
    if (!scenario.tune.empty() && !canBeSized("forecast", *input)) return ExitCode::badInput;
    if (!canHandOver(options_)) return ExitCode::unfinished;
    const Interruption interruption;
    sim::Forecast forecast;
    {
        ProgressBar bar(errorIsTerminal() && !options_.quiet);
        sim::ForecastOptions options;
        options.horizon = arguments_.months;
        options.threads = threadsOf(options_);
        options.stop = interruption.token();
        options.simulate = !arguments_.theoryOnly;
        options.progress = [&bar](double share, const std::string& what) { bar.update(what, share); };
        if (!scenario.tune.empty()) options.settings = [&](double load) { return settingsOf(*input, load); };
        forecast = sim::forecast(scenario, *trend, options);
    }
    const std::string json = options_.json.empty() ? "" : jsonOf(scenario, forecast, *trend, *origin);
    const std::string summary = forecastSummary(scenario, forecast, *trend, *origin, arguments_.months,
                                                Style::forOutput(options_.noColor));
    if (!handOver(options_, json, summary)) return ExitCode::unfinished;
    return interruption.happened() ? ExitCode::interrupted : ExitCode::done;
}

}  // namespace headroom::cli
