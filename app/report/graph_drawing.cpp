// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/graph_drawing.h"

#include "app/report/component_icon.h"
#include "app/report/graph_layout.h"
#include "app/report/safe_text.h"
#include "app/report/value_text.h"
#include "app/report/verdict.h"
#include "model/architecture.h"
#include "model/said.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

namespace headroom::report {

namespace {

using model::Metric;
using model::said;
using model::Statistic;

constexpr double kMargin = 16;
constexpr double kUsersHeight = 52;      // the arrow of the users above the entry
constexpr double kLeastWidth = 720;      // a small graph is not blown up to the page's width
constexpr std::size_t kNameWidth = 19;
constexpr std::size_t kEdgeLabelWidth = 24;

struct Box {
    double x, y, width, height;
    bool overlaps(const Box& other) const {
        return x < other.x + other.width && other.x < x + width && y < other.y + other.height && other.y < y + height;
    }
};

std::vector<std::string> entriesOf(const model::Workload& workload) {
    std::vector<std::string> entries{workload.entry};
    for (const model::Profile& profile : workload.profiles)
        if (!profile.entry.empty() && std::ranges::find(entries, profile.entry) == entries.end())
            entries.push_back(profile.entry);
    std::erase(entries, "");
    return entries;
}

int indexOf(const std::vector<std::string>& names, const std::string& name) {
    return static_cast<int>(std::ranges::find(names, name) - names.begin());
}

std::vector<GraphEdge> edgesOf(const model::Architecture& architecture) {
    std::vector<GraphEdge> edges;
    for (const model::Edge& edge : architecture.edges)
        edges.push_back({indexOf(architecture.nodes, edge.from), indexOf(architecture.nodes, edge.to)});
    return edges;
}

std::string operationsText(const std::vector<std::string>& operations) {
    std::string text;
    for (const std::string& operation : operations) text += (text.empty() ? "" : ", ") + printable(operation);
    return text;
}

const sim::TargetResult* figuresOf(const sim::RunResult& result, const std::string& component) {
    const auto found = std::ranges::find(result.components, component, &sim::TargetResult::name);
    return found != result.components.end() ? &*found : nullptr;
}

// `12 300 /s · p95 182 ms`, or the errors where there are many.
std::string figureLine(const sim::TargetResult& component) {
    constexpr double kManyErrors = 0.005;
    const sim::Figures& figures = component.figures;
    std::string text = valueText(figures.at(Metric::throughput), model::Unit::perSecond);
    const auto& errors = figures.at(Metric::errorRatio).value;
    if (errors && *errors > kManyErrors)
        return text + " · " +
               said("Report", "%1 errors", {model::formatValue(*errors, model::Unit::share)});
    if (figures.at(Metric::responseTime, Statistic::p95).value)
        text += " · p95 " + valueText(figures.at(Metric::responseTime, Statistic::p95), model::Unit::seconds);
    return text;
}

std::string_view loadClass(double share) { return share > 0.9 ? "hot" : share > 0.7 ? "warm" : "cool"; }

class Drawing {
public:
    Drawing(Markup& page, const RunRecord& run, std::string id)
        : page_(page),
          run_(run),
          id_(std::move(id)),
          architecture_(model::architectureOf(run.scenario)),
          entries_(entriesOf(run.scenario.workload)),
          layout_(layOut(model::layersOf(architecture_, entries_), edgesOf(architecture_), measures_)) {}

    void draw() {
        const double width = std::max(layout_.width + 2 * kMargin, kLeastWidth);
        left_ = (width - layout_.width) / 2;
        const double height = layout_.height + kUsersHeight + kMargin;
        const auto svg = page_.element("svg", {{"viewBox", "0 0 " + coordinate(width) + " " + coordinate(height)},
                                               {"class", "graph"},
                                               {"style", "max-width:" + coordinate(width) + "px"},
                                               {"role", "img"},
                                               {"aria-labelledby", id_ + "-title " + id_ + "-desc"}});
        page_.leaf("title", said("Report", "Architecture of %1", {run_.scenario.name}),
                   {{"id", id_ + "-title"}});
        page_.leaf("desc", description(), {{"id", id_ + "-desc"}});
        drawUsers();
        for (std::size_t i = 0; i < architecture_.edges.size(); ++i) drawEdge(i);
        for (std::size_t i = 0; i < architecture_.nodes.size(); ++i) drawNode(i);
        for (std::size_t i = 0; i < architecture_.edges.size(); ++i) labelEdge(i);
    }

private:
    std::string description() const {
        std::string text;
        for (const model::Edge& edge : architecture_.edges)
            text += (edge.operations.empty()
                         ? said("Report", "%1 calls %2.", {edge.from, edge.to})
                         : said("Report", "%1 calls %2 (%3).",
                                {edge.from, edge.to, operationsText(edge.operations)})) +
                    " ";
        if (const auto limit = bottleneckOf(run_.result); !limit.empty())
            text += said("Report", "%1 holds it back.", {limit});
        return text;
    }

    Point placed(Point point) const { return {point.x + left_, point.y + kUsersHeight}; }

    Box boxOf(std::size_t node) const {
        const Point centre = placed(layout_.centres[node]);
        return {centre.x - measures_.nodeWidth / 2, centre.y - measures_.nodeHeight / 2, measures_.nodeWidth,
                measures_.nodeHeight};
    }

    void text(double x, double y, std::string_view words, std::string_view style, std::string_view anchor = "start") {
        page_.leaf("text", words, {{"x", coordinate(x)},
                                   {"y", coordinate(y)},
                                   {"text-anchor", std::string(anchor)},
                                   {"class", std::string(style)}});
    }

    void rectangle(const Box& box, double radius, std::string_view style) {
        page_.empty("rect", {{"x", coordinate(box.x)},
                             {"y", coordinate(box.y)},
                             {"width", coordinate(box.width)},
                             {"height", coordinate(box.height)},
                             {"rx", coordinate(radius)},
                             {"class", std::string(style)}});
    }

    void drawUsers() {
        for (const std::string& entry : entries_) {
            const auto node = static_cast<std::size_t>(indexOf(architecture_.nodes, entry));
            if (node >= architecture_.nodes.size()) continue;
            const Box box = boxOf(node);
            const double x = box.x + box.width / 2;
            arrow("M" + coordinate(x) + " " + coordinate(box.y - 26) + "V" + coordinate(box.y), {x, box.y}, true);
            text(x, box.y - 33, loadText(loadOf(run_.scenario)), "name", "middle");
        }
    }

    // Edges begin and end upright, so that heads of arrows point up or down. They are drawn, not markers of SVG, which
    // not every program that shows it knows.
    void arrow(const std::string& d, Point tip, bool down) {
        page_.empty("path", {{"d", d}, {"class", "edge"}});
        const double back = tip.y + (down ? -10 : 10);
        page_.empty("path", {{"d", "M" + coordinate(tip.x - 4.5) + " " + coordinate(back) + "L" + coordinate(tip.x) + " " +
                                       coordinate(tip.y) + "L" + coordinate(tip.x + 4.5) + " " + coordinate(back) + "z"},
                             {"class", "arrow"}});
    }

    void drawEdge(std::size_t index) {
        const EdgeRoute& route = layout_.routes[index];
        const Point first = placed(route.points.front());
        std::string d;
        for (std::size_t i = 0; i < route.points.size(); ++i) {
            const Point to = placed(route.points[i]);
            if (i == 0) {
                d = "M" + coordinate(to.x) + " " + coordinate(to.y);
            } else if (i % 2 == 0) {  // straight down past the nodes of a layer
                d += "V" + coordinate(to.y);
            } else {
                d += curve(placed(route.points[i - 1]), to);
            }
        }
        const Point last = placed(route.points.back());
        if (route.upwards)
            arrow(d, first, false);
        else
            arrow(d, last, first.y != last.y);
    }

    static std::string curve(Point from, Point to) {
        const bool sameLayer = from.y == to.y;
        const double bend = sameLayer ? 40 : (to.y - from.y) / 2;
        return "C" + coordinate(from.x) + " " + coordinate(from.y + bend) + " " + coordinate(to.x) + " " +
               coordinate(sameLayer ? to.y + bend : to.y - bend) + " " + coordinate(to.x) + " " + coordinate(to.y);
    }

    // On the first stretch of the edge, wherever no other label or node is in the way.
    void labelEdge(std::size_t index) {
        const std::string words = shortened(operationsText(architecture_.edges[index].operations), kEdgeLabelWidth);
        if (words.empty()) return;
        const Point from = placed(layout_.routes[index].points[0]);
        const Point to = placed(layout_.routes[index].points[1]);
        constexpr std::array kPlaces{0.5, 0.36, 0.64, 0.24, 0.76};
        const double width = static_cast<double>(displayWidth(words)) * 6.0;
        std::optional<Box> chosen;
        for (const double t : kPlaces) {
            const Box box = labelBox(from, to, t, width);
            const auto hits = [&box](const Box& other) { return box.overlaps(other); };
            if (std::ranges::any_of(labels_, hits)) continue;
            chosen = box;
            break;
        }
        if (!chosen) chosen = labelBox(from, to, kPlaces.back(), width);
        labels_.push_back(*chosen);
        const auto group = page_.element("g");
        page_.leaf("title", operationsText(architecture_.edges[index].operations));
        text(chosen->x + width / 2, chosen->y + 11, words, "edge-label", "middle");
    }

    // A cubic with vertical ends: x by the smooth step 3t² − 2t³, y nearly linear.
    static Box labelBox(Point from, Point to, double t, double width) {
        const double smooth = t * t * (3 - 2 * t);
        const double y = from.y + (to.y - from.y) * (1.5 * t - 1.5 * t * t + t * t * t);
        return {from.x + (to.x - from.x) * smooth - width / 2, y - 7, width, 14};
    }

    void drawNode(std::size_t index) {
        const std::string& name = architecture_.nodes[index];
        const Box box = boxOf(index);
        const bool limit = name == bottleneckOf(run_.result);
        const auto group = page_.element("g", {{"class", limit ? "node bottleneck" : "node"}});
        page_.leaf("title", name);
        rectangle(box, 8, "box");
        const model::Component* component = run_.scenario.component(name);
        if (component != nullptr) drawType(box, std::string(model::typeName(component->spec)));
        text(box.x + 38, box.y + 34, shortened(printable(name), kNameWidth), "name");
        if (const sim::TargetResult* figures = figuresOf(run_.result, name)) drawFigures(box, *figures);
        if (limit) drawBadge(box);
    }

    void drawType(const Box& box, const std::string& type) {
        page_.empty("path", {{"d", std::string(iconPathOf(type))},
                             {"class", "icon"},
                             {"transform", "translate(" + coordinate(box.x + 10) + " " + coordinate(box.y + 12) + ")"}});
        text(box.x + 38, box.y + 18, typeText(type), "type");
    }

    void drawFigures(const Box& box, const sim::TargetResult& figures) {
        text(box.x + 10, box.y + 51, figureLine(figures), "figure");
        const auto& busy = figures.figures.at(Metric::utilisation).value;
        const auto& hits = figures.figures.at(Metric::hitRatio).value;
        if (busy)
            drawBar(box, *busy);
        else if (hits)
            text(box.x + 10, box.y + 65,
                 said("Report", "hit ratio %1", {model::formatValue(*hits, model::Unit::share)}),
                 "figure");
    }

    void drawBar(const Box& box, double busy) {
        constexpr double kBar = 112;
        const Box bar{box.x + 10, box.y + 57, kBar, 8};
        const std::string_view level = loadClass(busy);
        rectangle(bar, 2, "trough");
        const double share = std::clamp(busy, 0.0, 1.0);
        rectangle({bar.x, bar.y, kBar * share, bar.height}, 2, level);
        if (level == "hot") drawHatch({bar.x, bar.y, kBar * share, bar.height});
        text(box.x + box.width - 10, box.y + 65, model::formatValue(busy, model::Unit::share), "figure", "end");
    }

    // Stripes, so that a full bar is told apart without colour.
    void drawHatch(const Box& bar) {
        std::string d;
        for (double x = bar.x + 2; x + bar.height < bar.x + bar.width; x += 5)
            d += "M" + coordinate(x) + " " + coordinate(bar.y + bar.height) + "l" + coordinate(bar.height) + " " +
                 coordinate(-bar.height);
        if (!d.empty()) page_.empty("path", {{"d", d}, {"class", "hatch"}});
    }

    void drawBadge(const Box& box) {
        const Box badge{box.x + box.width - 96, box.y - 11, 90, 20};
        rectangle(badge, 10, "badge");
        text(badge.x + badge.width / 2, badge.y + 14, "■ " + said("Report", "bottleneck"),
             "badge-text", "middle");
    }

    Markup& page_;
    const RunRecord& run_;
    std::string id_;
    GraphMeasures measures_;
    model::Architecture architecture_;
    std::vector<std::string> entries_;
    GraphLayout layout_;
    double left_ = 0;
    std::vector<Box> labels_;
};

}  // namespace

void writeGraph(Markup& page, const RunRecord& run, const std::string& id) {
    const auto figure = page.element("figure", {{"class", "wide"}});
    Drawing(page, run, id).draw();
}

}  // namespace headroom::report
