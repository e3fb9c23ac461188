// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/quantity/parsed.h"
#include "sim/measure/estimate.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

/// How a load goes on: growth by a constant share, and what repeats each day, week and year.
namespace headroom::sim {

struct LoadSample {
    double seconds = 0;  ///< since 1970-01-01 00:00 UTC
    double load = 0;
};

constexpr double kDaysAMonth = 365.25 / 12;
/// Nothing is said of later days.
constexpr double kMostDaysAhead = 3652;

/// The busiest hour of a day.
struct DailyPeak {
    double expected = 0;
    double low = 0, high = 0;  ///< of the interval; = expected without one
};

class LoadTrend {
public:
    /// From a rate: load · (1 + growthPerMonth)^months, without seasons and without an interval.
    static LoadTrend steady(double load, double growthPerMonth);

    /// From history, by least squares on the logarithm of the load: a straight line, and a factor
    /// for each hour of the day (with samples at least every three hours over three days), each day
    /// of the week (samples each day over three weeks) and each month of the year (two years).
    /// Samples are taken together by the hour. Residuals that follow each other are alike, which
    /// makes the line less certain than independent ones would: its variance is multiplied by
    /// (1 + r) / (1 − r), r their first autocorrelation (Law, Simulation Modeling and Analysis,
    /// §4.4). Day 0 is that of the last sample. An error where there are less than ten hours with a
    /// load above 0, or where they span less than a week.
    static model::Parsed<LoadTrend> fitted(const std::vector<LoadSample>& samples,
                                           double confidence);

    /// `days` from day 0 on.
    DailyPeak on(double days) const;
    /// Relative, of a month.
    Estimate growthPerMonth() const { return growth_; }
    /// The first day, 0 … kMostDaysAhead, on which `ofPeak` is over `load`.
    std::optional<double> firstDayOver(double load, double DailyPeak::*ofPeak) const;

    double confidence() const { return confidence_; }
    /// What it knows: of how many days, which seasons, what was left out. Full sentences.
    const std::vector<std::string>& notes() const { return notes_; }
    /// The last day of the history, in days since 1970-01-01; 0 without one.
    double originDay() const { return originDay_; }
    double spanDays() const { return spanDays_; }

private:
    friend class TrendFit;

    double level_ = 0, slope_ = 0;      ///< of ln(load) at day 0, a day; the busiest hour included
    std::array<double, 7> weekdays_{};  ///< added to it; 0 is a Thursday, as 1970-01-01 was
    std::array<double, 12> months_{};
    double sigma_ = 0;  ///< of residuals
    /// Of the line's own error: variance of the level, of the slope, and their covariance.
    double levelVariance_ = 0, slopeVariance_ = 0, covariance_ = 0;
    double quantile_ = 0;  ///< of Student's t; 0 without an interval
    Estimate growth_;
    double confidence_ = 0;
    double originDay_ = 0, spanDays_ = 0;
    std::vector<std::string> notes_;
};

}  // namespace headroom::sim
