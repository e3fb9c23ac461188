// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/timeline.h"

#include "app/report/axis.h"
#include "app/report/judgement_tables.h"
#include "app/report/safe_text.h"
#include "model/said.h"

namespace headroom::report {

namespace {

using model::said;

constexpr double kWidth = 1104;
constexpr double kLeft = 190;
constexpr double kRight = 1088;
constexpr double kRow = 22;
constexpr double kTop = 6;
constexpr std::size_t kNameColumns = 26;

class Drawing {
public:
    Drawing(Markup& page, const Timeline& timeline)
        : page_(page),
          timeline_(timeline),
          bottom_(kTop + static_cast<double>(timeline.rows.size()) * kRow),
          x_(Axis::linear(0, timeline.seconds > 0 ? timeline.seconds : 1, kLeft, kRight)) {}

    void draw() {
        const auto svg = page_.element("svg", {{"viewBox", "0 0 " + coordinate(kWidth) + " " + coordinate(bottom_ + 40)},
                                               {"class", "timeline"},
                                               {"role", "img"},
                                               {"aria-labelledby", timeline_.id + "-title"}});
        page_.leaf("title", said("Report", "Alerts and faults over simulated time"),
                   {{"id", timeline_.id + "-title"}});
        drawAxis();
        for (std::size_t i = 0; i < timeline_.rows.size(); ++i) drawRow(timeline_.rows[i], kTop + static_cast<double>(i) * kRow);
    }

private:
    void text(double x, double y, std::string_view anchor, std::string_view words, std::string_view style) {
        page_.leaf("text", words,
                   {{"x", coordinate(x)}, {"y", coordinate(y)}, {"text-anchor", std::string(anchor)}, {"class", std::string(style)}});
    }

    void line(double x1, double y1, double x2, double y2, std::string_view style) {
        page_.empty("line", {{"x1", coordinate(x1)},
                             {"y1", coordinate(y1)},
                             {"x2", coordinate(x2)},
                             {"y2", coordinate(y2)},
                             {"class", std::string(style)}});
    }

    void drawAxis() {
        for (const Tick& tick : timeTicks(timeline_.seconds)) {
            line(x_.at(tick.value), kTop, x_.at(tick.value), bottom_ + 4, "grid");
            text(x_.at(tick.value), bottom_ + 18, "middle", tick.label, "tick");
        }
        line(kLeft, bottom_, kRight, bottom_, "axis");
        text((kLeft + kRight) / 2, bottom_ + 35, "middle", said("Report", "simulated time"),
             "tick");
    }

    void drawRow(const Timeline::Row& row, double top) {
        text(kLeft - 8, top + kRow - 7, "end", shortened(row.name, kNameColumns), "legend");
        for (const sim::TimeSpan& span : row.spans) {
            const auto group = page_.element("g");
            page_.leaf("title", row.name + ", " + spansText({span}));
            const double from = x_.at(span.fromSeconds);
            page_.empty("rect", {{"x", coordinate(from)},
                                 {"y", coordinate(top + 4)},
                                 {"width", coordinate(std::max(3.0, x_.at(span.toSeconds) - from))},
                                 {"height", coordinate(kRow - 8)},
                                 {"rx", "2"},
                                 {"class", row.style}});
        }
    }

    Markup& page_;
    const Timeline& timeline_;
    double bottom_;
    Axis x_;
};

sim::TimeSpan spanOf(const model::Fault& fault, double end) {
    const double from = model::toSeconds(fault.at);
    return {from, fault.lasting ? std::min(end, from + model::toSeconds(*fault.lasting)) : end};
}

}  // namespace

Timeline timelineOf(const RunRecord& run, const std::string& id) {
    Timeline timeline{id, run.result.simulatedSeconds, {}};
    for (const model::Fault& fault : run.scenario.faults) {
        if (model::toSeconds(fault.at) >= timeline.seconds) continue;
        const bool moment = fault.kind == model::Fault::Kind::flush;
        sim::TimeSpan span = spanOf(fault, timeline.seconds);
        if (moment) span.toSeconds = span.fromSeconds;
        timeline.rows.push_back({printable(fault.text), "fault-span", {span}});
    }
    for (const sim::AlertResult& alert : run.result.alerts)
        if (!alert.fired.empty()) timeline.rows.push_back({printable(alert.name), "alert-span", alert.fired});
    for (const sim::SloVerdict& slo : run.result.slos)
        if (slo.budget && !slo.budget->pages.empty())
            timeline.rows.push_back({said("Report", "%1: page", {printable(slo.name)}),
                                     "alert-span", slo.budget->pages});
    return timeline;
}

void writeTimeline(Markup& page, const Timeline& timeline) {
    if (timeline.rows.empty()) return;
    const auto figure = page.element("figure", {{"class", "wide"}});
    page.leaf("figcaption", said("Report", "Alerts and faults"));
    Drawing(page, timeline).draw();
}

}  // namespace headroom::report
