// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/study/load_trend.h"

#include "model/said.h"

#include <Eigen/Dense>
#include <boost/math/distributions/students_t.hpp>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <map>

namespace headroom::sim {

namespace {

using model::said;

constexpr double kHour = 3600, kDay = 86400;
constexpr int kHours = 24, kWeekdays = 7, kMonths = 12;

/// The samples of one hour.
struct Hour {
    double seconds = 0;
    double logLoad = 0;
};

int monthOf(double day) {
    const std::chrono::sys_days date{std::chrono::days(static_cast<int>(std::floor(day)))};
    return static_cast<int>(static_cast<unsigned>(std::chrono::year_month_day(date).month())) - 1;
}

int weekdayOf(double day) {
    return static_cast<int>(static_cast<long>(std::floor(day)) % kWeekdays);
}

int hourOf(double seconds) { return static_cast<int>(std::fmod(seconds, kDay) / kHour); }

std::vector<Hour> hoursOf(const std::vector<LoadSample>& samples) {
    struct Sum {
        double load = 0;
        int count = 0;
    };
    std::map<long, Sum> sums;
    for (const LoadSample& sample : samples) {
        if (!(sample.load > 0) || sample.seconds < 0) continue;
        Sum& sum = sums[static_cast<long>(sample.seconds / kHour)];
        sum.load += sample.load;
        ++sum.count;
    }
    std::vector<Hour> hours;
    for (const auto& [hour, sum] : sums)
        hours.push_back({static_cast<double>(hour) * kHour, std::log(sum.load / sum.count)});
    return hours;
}

double medianStep(const std::vector<Hour>& hours) {
    std::vector<double> steps;
    for (std::size_t i = 1; i < hours.size(); ++i)
        steps.push_back(hours[i].seconds - hours[i - 1].seconds);
    std::ranges::nth_element(steps, steps.begin() + static_cast<std::ptrdiff_t>(steps.size() / 2));
    return steps[steps.size() / 2];
}

}  // namespace

/// Least squares: ln(load) = level + slope · day + what its hour, weekday and month add.
class TrendFit {
public:
    TrendFit(std::vector<Hour> hours, double confidence)
        : hours_(std::move(hours)), confidence_(confidence) {
        const double span = hours_.back().seconds - hours_.front().seconds;
        const double step = medianStep(hours_);
        trend_.spanDays_ = span / kDay;
        trend_.originDay_ = std::floor(hours_.back().seconds / kDay);
        if (step <= 3 * kHour && span >= 3 * kDay) addSeason(hourColumns_, kHours, byHour);
        if (step <= 25 * kHour && span >= 21 * kDay)
            addSeason(weekdayColumns_, kWeekdays, byWeekday);
        if (span >= 730 * kDay) addSeason(monthColumns_, kMonths, byMonth);
    }

    LoadTrend fit() {
        const Eigen::MatrixXd normal = solveNormalEquations();
        const double inflation = varianceInflation();
        trend_.levelVariance_ = inflation * normal(0, 0);
        trend_.slopeVariance_ = inflation * normal(1, 1);
        trend_.covariance_ = inflation * normal(0, 1);
        takeCoefficients();
        describe();
        return std::move(trend_);
    }

private:
    using Columns = std::vector<int>;  ///< of each value of a season; −1: the reference, or unseen

    static int byHour(double seconds) { return hourOf(seconds); }
    static int byWeekday(double seconds) { return weekdayOf(seconds / kDay); }
    static int byMonth(double seconds) { return monthOf(seconds / kDay); }

    void addSeason(Columns& columns, int values, int (*valueOf)(double)) {
        std::vector<bool> seen(static_cast<std::size_t>(values), false);
        for (const Hour& hour : hours_)
            seen[static_cast<std::size_t>(valueOf(hour.seconds))] = true;
        columns.assign(static_cast<std::size_t>(values), -1);
        bool isFirst = true;
        for (std::size_t i = 0; i < seen.size(); ++i)
            if (seen[i] && !std::exchange(isFirst, false)) columns[i] = columns_++;
    }

    Eigen::VectorXd rowOf(const Hour& hour) const {
        Eigen::VectorXd row = Eigen::VectorXd::Zero(columns_);
        row[0] = 1;
        row[1] = hour.seconds / kDay - trend_.originDay_;
        const auto mark = [&row](const Columns& columns, int value) {
            if (columns.empty()) return;
            const int column = columns[static_cast<std::size_t>(value)];
            if (column >= 0) row[column] = 1;
        };
        mark(hourColumns_, byHour(hour.seconds));
        mark(weekdayColumns_, byWeekday(hour.seconds));
        mark(monthColumns_, byMonth(hour.seconds));
        return row;
    }

    /// σ² · (X'X)⁻¹.
    Eigen::MatrixXd solveNormalEquations() {
        Eigen::MatrixXd squares = Eigen::MatrixXd::Zero(columns_, columns_);
        Eigen::VectorXd products = Eigen::VectorXd::Zero(columns_);
        for (const Hour& hour : hours_) {
            const Eigen::VectorXd row = rowOf(hour);
            squares.selfadjointView<Eigen::Lower>().rankUpdate(row);
            products += hour.logLoad * row;
        }
        const Eigen::MatrixXd full = squares.selfadjointView<Eigen::Lower>();
        const auto decomposition = full.completeOrthogonalDecomposition();
        coefficients_ = decomposition.solve(products);
        double sum = 0;
        for (const Hour& hour : hours_) {
            residuals_.push_back(hour.logLoad - rowOf(hour).dot(coefficients_));
            sum += residuals_.back() * residuals_.back();
        }
        degrees_ = std::max(1.0, static_cast<double>(hours_.size()) - columns_);
        trend_.sigma_ = std::sqrt(sum / degrees_);
        return trend_.sigma_ * trend_.sigma_ * decomposition.pseudoInverse();
    }

    double varianceInflation() {
        double products = 0, squares = 0;
        for (std::size_t i = 0; i < residuals_.size(); ++i) {
            squares += residuals_[i] * residuals_[i];
            if (i > 0) products += residuals_[i] * residuals_[i - 1];
        }
        const double r = squares > 0 ? std::clamp(products / squares, 0.0, 0.98) : 0;
        const double inflation = (1 + r) / (1 - r);
        degrees_ = std::max(2.0, degrees_ / inflation);
        return inflation;
    }

    double valueAt(const Columns& columns, std::size_t i) const {
        return columns.empty() || columns[i] < 0 ? 0 : coefficients_[columns[i]];
    }

    void takeCoefficients() {
        double busiest = hourColumns_.empty() ? 0 : -1e9;
        for (std::size_t i = 0; i < hourColumns_.size(); ++i)
            busiest = std::max(busiest, valueAt(hourColumns_, i));
        trend_.level_ = coefficients_[0] + busiest;
        trend_.slope_ = coefficients_[1];
        for (std::size_t i = 0; i < kWeekdays; ++i)
            trend_.weekdays_[i] = valueAt(weekdayColumns_, i);
        for (std::size_t i = 0; i < kMonths; ++i) trend_.months_[i] = valueAt(monthColumns_, i);
        const boost::math::students_t law(degrees_);
        trend_.quantile_ = boost::math::quantile(law, 0.5 + confidence_ / 2);
        trend_.confidence_ = confidence_;
        const double month = std::exp(trend_.slope_ * kDaysAMonth);
        const double error = trend_.quantile_ * std::sqrt(trend_.slopeVariance_) * kDaysAMonth;
        trend_.growth_ = {month - 1, month * std::sinh(error)};
    }

    void describe() {
        std::string seasons;
        const auto add = [&seasons](const Columns& columns, const std::string& what) {
            if (!columns.empty()) seasons += (seasons.empty() ? "" : ", ") + what;
        };
        add(hourColumns_, said("Simulation", "the hours of the day"));
        add(weekdayColumns_, said("Simulation", "the days of the week"));
        add(monthColumns_, said("Simulation", "the months of the year"));
        const std::string days = std::to_string(std::lround(trend_.spanDays_));
        trend_.notes_.push_back(
            seasons.empty()
                ? said("Simulation", "The history covers %1 days; no season can be seen in it.",
                       {days})
                : said("Simulation", "The history covers %1 days; seen in it: %2.",
                       {days, seasons}));
        if (monthColumns_.empty())
            trend_.notes_.push_back(said("Simulation",
                                         "What repeats each year takes two years of history to be "
                                         "seen; it is taken for growth."));
    }

    std::vector<Hour> hours_;
    double confidence_;
    Columns hourColumns_, weekdayColumns_, monthColumns_;
    int columns_ = 2;
    Eigen::VectorXd coefficients_;
    std::vector<double> residuals_;
    double degrees_ = 1;
    LoadTrend trend_;
};

LoadTrend LoadTrend::steady(double load, double growthPerMonth) {
    LoadTrend trend;
    trend.level_ = std::log(load);
    trend.slope_ = std::log1p(growthPerMonth) / kDaysAMonth;
    trend.growth_ = {growthPerMonth, std::nullopt};
    return trend;
}

model::Parsed<LoadTrend> LoadTrend::fitted(const std::vector<LoadSample>& samples,
                                           double confidence) {
    std::vector<Hour> hours = hoursOf(samples);
    const double span = hours.empty() ? 0 : hours.back().seconds - hours.front().seconds;
    if (hours.size() < 10 || span < 7 * kDay)
        return model::TextError{
            said("Simulation", "%1 hours with a load above 0 in %2 days",
                 {std::to_string(hours.size()), std::to_string(std::lround(span / kDay))}),
            said("Simulation", "at least ten that span a week"), ""};
    LoadTrend trend = TrendFit(std::move(hours), confidence).fit();
    const auto empty =
        std::ranges::count_if(samples, [](const LoadSample& s) { return !(s.load > 0); });
    if (empty > 0)
        trend.notes_.push_back(said("Simulation", "%1 of %2 samples have no load and are left out.",
                                    {std::to_string(empty), std::to_string(samples.size())}));
    return trend;
}

DailyPeak LoadTrend::on(double days) const {
    const double season = quantile_ > 0
                              ? weekdays_[static_cast<std::size_t>(weekdayOf(originDay_ + days))] +
                                    months_[static_cast<std::size_t>(monthOf(originDay_ + days))]
                              : 0;
    const double expected = level_ + slope_ * days + season;
    const double variance =
        sigma_ * sigma_ + levelVariance_ + 2 * days * covariance_ + days * days * slopeVariance_;
    const double apart = quantile_ * std::sqrt(std::max(0.0, variance));
    return {std::exp(expected), std::exp(expected - apart), std::exp(expected + apart)};
}

std::optional<double> LoadTrend::firstDayOver(double load, double DailyPeak::*ofPeak) const {
    if (on(0).*ofPeak > load) return 0;
    for (double day = 1; day <= kMostDaysAhead; ++day) {
        const double before = on(day - 1).*ofPeak, after = on(day).*ofPeak;
        if (after > load) return day - 1 + std::log(load / before) / std::log(after / before);
    }
    return std::nullopt;
}

}  // namespace headroom::sim
