// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/forecast_command.h"

#include "app/cli/console.h"
#include "app/cli/interruption.h"
#include "app/cli/progress_bar.h"
#include "app/cli/study_input.h"
#include "app/cli/text_table.h"
#include "app/report/capacity_report.h"
#include "app/report/json.h"
#include "app/report/safe_text.h"
#include "app/report/table.h"
#include "app/report/value_text.h"
#include "sim/study/forecast.h"

#include <QDate>

#include <cmath>

namespace headroom::cli {

namespace {

using Json = nlohmann::ordered_json;

constexpr double kDaysAMonth = 365.25 / 12;
constexpr const char* kFooter =
    "Examples:\n"
    "  headroom forecast shop.yaml --growth '8 %'\n"
    "  headroom forecast shop.yaml --variant target --growth '3 %' --months 36 --from 2027-01-01\n"
    "\n"
    "The load of the file grows by so much a month. Dates are by theory; each recommendation is checked\n"
    "by simulating the changed scenario.";

struct When {
    QDate from;

    std::string text(const std::optional<double>& months) const {
        if (!months) return "not within 10 years";
        return from.addDays(std::lround(*months * kDaysAMonth)).toString(Qt::ISODate).toStdString();
    }
    Json json(const std::optional<double>& months) const { return months ? Json(text(months)) : Json(nullptr); }
};

Json numberOrNull(const std::optional<double>& value) { return value ? Json(*value) : Json(nullptr); }

std::string jsonOf(const model::Scenario& scenario, const sim::Forecast& forecast, const When& when, double growth) {
    Json falls = Json::array(), recommendations = Json::array();
    for (const sim::Fall& fall : forecast.falls)
        falls.push_back({{"objective", fall.objective},
                         {"limit", numberOrNull(fall.limit)},
                         {"months", numberOrNull(fall.months)},
                         {"date", when.json(fall.months)},
                         {"missed_now", fall.missedNow}});
    for (const sim::Recommendation& r : forecast.recommendations)
        recommendations.push_back({{"change", r.what},
                                   {"component", r.component},
                                   {"limit_before", r.limitBefore},
                                   {"limit_after", r.limitAfter},
                                   {"date_after", when.json(r.monthsAfter)},
                                   {"cost_before", numberOrNull(r.costBefore)},
                                   {"cost_after", numberOrNull(r.costAfter)},
                                   {"confirmed", r.confirmed ? Json(*r.confirmed) : Json(nullptr)},
                                   {"checked_at", r.checkedAt}});
    return report::jsonText(Json{{"headroom", 1},
                                 {"scenario", scenario.name},
                                 {"unit", forecast.perSecond ? "per_s" : "users"},
                                 {"load", forecast.load},
                                 {"growth_per_month", growth},
                                 {"from", when.text(0)},
                                 {"load_at_horizon", forecast.loadAtHorizon},
                                 {"falls", std::move(falls)},
                                 {"recommendations", std::move(recommendations)},
                                 {"interrupted", forecast.interrupted}});
}

report::Table fallsTable(const sim::Forecast& forecast, const When& when) {
    using Kind = report::TableColumn::Kind;
    report::Table table{"When each objective falls",
                        {{"Objective", Kind::text, 0}, {"Holds up to", Kind::number, 0}, {"Falls", Kind::name, 0}},
                        {}};
    for (const sim::Fall& fall : forecast.falls)
        table.rows.push_back({{report::printable(fall.objective)},
                              {fall.limit ? report::loadOfStudy(*fall.limit, forecast.perSecond) : std::string(report::kUnknown)},
                              {fall.missedNow ? "is missed now" : when.text(fall.months)}});
    return table;
}

std::string sentenceOf(const sim::Recommendation& r, const sim::Forecast& forecast, const When& when) {
    std::string text = "Enlarge " + report::printable(r.what) + ": every objective then holds up to " +
                       report::loadOfStudy(r.limitAfter, forecast.perSecond) + " instead of " +
                       report::loadOfStudy(r.limitBefore, forecast.perSecond) + ", until " + when.text(r.monthsAfter);
    if (r.costBefore && r.costAfter)
        text += "; it costs " + model::formatValue(*r.costAfter - *r.costBefore, model::Unit::usd) + " a month more now";
    if (r.confirmed)
        text += *r.confirmed ? ". A simulation at " + report::loadOfStudy(r.checkedAt, forecast.perSecond) + " held"
                             : ". But a simulation at " + report::loadOfStudy(r.checkedAt, forecast.perSecond) + " missed an objective";
    return text + ".";
}

std::string summaryOf(const model::Scenario& scenario, const sim::Forecast& forecast, const When& when,
                      const Style& style) {
    std::string text = style.bold(report::printable(scenario.name)) + "\n";
    const auto say = [&text](const std::string& sentence) {
        for (const std::string& line : report::wrapped(sentence, kColumns)) text += line + "\n";
    };
    say("From " + report::loadOfStudy(forecast.load, forecast.perSecond) + " on " + when.text(0) + " to " +
        report::loadOfStudy(forecast.loadAtHorizon, forecast.perSecond) + " at the end.");
    text += "\n" + tableText(fallsTable(forecast, when), style);
    if (!forecast.recommendations.empty()) text += "\n" + style.bold("What to change, in this order") + "\n";
    for (const sim::Recommendation& r : forecast.recommendations) say(sentenceOf(r, forecast, when));
    return text;
}

/// `5 %` or `5 %/month`.
model::Parsed<double> growthOf(const std::string& text) {
    std::string share = text;
    if (share.ends_with("/month")) share.resize(share.size() - 6);
    const model::Parsed<model::Share> parsed = model::parseShare(share, 10);
    if (!parsed) return parsed.error();
    if (!(parsed->fraction > 0)) return model::TextError{"`" + text + "`", "a growth over 0", ""};
    return parsed->fraction;
}

}  // namespace

ForecastCommand::ForecastCommand(CLI::App& app)
    : command_(app.add_subcommand("forecast", "Say when each objective falls as the load grows, and what to change before")) {
    addScenarioOptions(*command_, options_);
    command_->add_option("--growth", growth_, "Of the load, a month (5 %)")->option_text("SHARE");
    command_->add_option("--months", horizon_, "To prepare for (24)")
        ->option_text("N")
        ->check(CLI::Range(1, 120).description(""));
    command_->add_option("--from", from_, "Day on which the load is that of the file (today)")->option_text("YYYY-MM-DD");
    command_->add_flag("--theory", theoryOnly_, "No simulation: recommendations are not checked");
    addSettingOptions(*command_, options_);
    addJsonOption(*command_, options_);
    addQuietOptions(*command_, options_);
    command_->footer(kFooter);
}

ExitCode ForecastCommand::execute() const {
    const model::Parsed<double> growth = growthOf(growth_);
    const QDate from = from_.empty() ? QDate::currentDate()
                                     : QDate::fromString(QString::fromStdString(from_), Qt::ISODate);
    if (!growth) {
        printError("headroom forecast: --growth: found " + growth.error().found + ", expected " + growth.error().expected);
        return ExitCode::badInput;
    }
    if (!from.isValid()) {
        printError("headroom forecast: --from: found `" + from_ + "`, expected a day such as `2027-01-31`");
        return ExitCode::badInput;
    }
    const std::optional<StudyInput> input = readStudyInput("forecast", options_);
    if (!input) return ExitCode::badInput;
    if (!canHandOver(options_)) return ExitCode::unfinished;
    const model::Scenario& scenario = input->scenarios.front();
    const Interruption interruption;
    sim::Forecast forecast;
    {
        ProgressBar bar(errorIsTerminal() && !options_.quiet);
        sim::ForecastOptions options;
        options.growth = *growth;
        options.horizon = horizon_;
        options.threads = threadsOf(options_);
        options.stop = interruption.token();
        options.simulate = !theoryOnly_;
        options.progress = [&bar](double share, const std::string& what) { bar.update(what, share); };
        forecast = sim::forecast(scenario, options);
    }
    const When when{from};
    const std::string json = options_.json.empty() ? "" : jsonOf(scenario, forecast, when, *growth);
    if (!handOver(options_, json, summaryOf(scenario, forecast, when, Style::forOutput(options_.noColor))))
        return ExitCode::unfinished;
    return interruption.happened() ? ExitCode::interrupted : ExitCode::done;
}

}  // namespace headroom::cli
