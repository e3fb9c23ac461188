// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/import/traces.h"
#include "model/quantity/distribution.h"
#include "model/said.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <cstdio>
#include <set>
#include <unordered_map>

namespace headroom::import {

namespace {

// Names of the format: letters, digits and `_`.
std::string nameOf(const std::string& text) {
    std::string name;
    for (const char c : text) {
        const bool fits = std::isalnum(static_cast<unsigned char>(c)) != 0;
        if (fits)
            name += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        else if (!name.empty() && name.back() != '_')
            name += '_';
    }
    while (!name.empty() && name.back() == '_') name.pop_back();
    if (name.empty()) return "unnamed";
    return std::isdigit(static_cast<unsigned char>(name.front())) ? "_" + name : name;
}

struct Times {
    std::vector<double> seconds;

    double mean() const {
        double sum = 0;
        for (const double s : seconds) sum += s;
        return seconds.empty() ? 0 : sum / static_cast<double>(seconds.size());
    }
    // A law with the measured mean and variability.
    std::string law() const {
        const double m = std::max(1e-6, mean());
        double square = 0;
        for (const double s : seconds) square += (s - m) * (s - m);
        const double cv = seconds.size() > 1 ? std::sqrt(square / static_cast<double>(seconds.size() - 1)) / m : 1;
        std::array<char, 64> text{};
        if (cv < 0.02)
            std::snprintf(text.data(), text.size(), "%.4g ms", m * 1e3);
        else
            std::snprintf(text.data(), text.size(), "'lognormal(mean=%.4g ms, cv=%.3g)'", m * 1e3, std::min(cv, 20.0));
        return text.data();
    }
};

using OperationName = std::pair<std::string, std::string>;  // component, operation

struct CallSeen {
    std::int64_t count = 0;
    double offset = 0;  ///< summed seconds from the start of the caller
    bool waits = true;
};
struct OperationSeen {
    std::int64_t count = 0;
    Times own;
    std::map<OperationName, CallSeen> calls;
};

enum class Type { service, database, external };

/// One walk over all spans.
class Walk {
public:
    explicit Walk(const std::vector<Span>& spans) : spans_(spans), children_(spans.size()) {
        std::map<std::pair<std::string_view, std::string_view>, std::size_t> byId;
        for (std::size_t i = 0; i < spans.size(); ++i) byId.emplace(std::pair(std::string_view(spans[i].trace), std::string_view(spans[i].id)), i);
        for (std::size_t i = 0; i < spans.size(); ++i) {
            const auto parent = byId.find({spans[i].trace, spans[i].parent});
            if (!spans[i].parent.empty() && parent != byId.end() && parent->second != i) {
                children_[parent->second].push_back(i);
                parents_[i] = parent->second;
            }
        }
        for (std::size_t i = 0; i < spans.size(); ++i)
            if (isEntry(i)) visit(i);
    }

    std::map<OperationName, OperationSeen> operations;
    std::map<std::string, Type> types;
    std::map<OperationName, std::int64_t> roots;

private:
    bool isEntry(std::size_t i) const {
        const auto parent = parents_.find(i);
        if (parent == parents_.end()) return true;
        const Span::Kind kind = spans_[i].kind;
        return kind == Span::Kind::server || kind == Span::Kind::consumer || spans_[parent->second].service != spans_[i].service;
    }

    OperationName operationOf(const Span& span) const { return {nameOf(span.service), nameOf(span.name)}; }

    void visit(std::size_t i) {
        const Span& span = spans_[i];
        const OperationName name = operationOf(span);
        types.insert_or_assign(name.first, Type::service);  // whatever it seemed from outside
        OperationSeen& seen = operations[name];
        ++seen.count;
        if (!parents_.contains(i)) ++roots[name];
        std::vector<std::pair<std::int64_t, std::int64_t>> away;
        for (const std::size_t child : children_[i]) leave(child, span, seen, away);
        seen.own.seconds.push_back(static_cast<double>(span.endNs - span.startNs - covered(away)) * 1e-9);
    }

    // What is asked of others below a span of the same request; `away` is when it waits for them.
    void leave(std::size_t first, const Span& caller, OperationSeen& seen, std::vector<std::pair<std::int64_t, std::int64_t>>& away) {
        std::vector<std::size_t> open{first};  // not by recursion: a chain may be as long as a file
        while (!open.empty()) {
            const std::size_t i = open.back();
            open.pop_back();
            if (!leaves(i, caller, seen, away)) open.insert(open.end(), children_[i].rbegin(), children_[i].rend());
        }
    }

    // Whether a span asks another service, or the outside; else those below it may.
    bool leaves(std::size_t i, const Span& caller, OperationSeen& seen, std::vector<std::pair<std::int64_t, std::int64_t>>& away) {
        const Span& span = spans_[i];
        if (isEntry(i)) return call(operationOf(span), span, span, caller, seen, away), true;
        const auto entry = std::ranges::find_if(children_[i], [&](std::size_t child) { return isEntry(child); });
        if (entry != children_[i].end()) return call(operationOf(spans_[*entry]), span, spans_[*entry], caller, seen, away), true;
        if (span.kind != Span::Kind::client && span.database.empty()) return false;
        if (span.database.empty() && span.peer.empty() && !children_[i].empty()) return false;
        return outside(span, caller, seen, away), true;
    }

    void outside(const Span& span, const Span& caller, OperationSeen& seen, std::vector<std::pair<std::int64_t, std::int64_t>>& away) {
        const bool isDatabase = !span.database.empty();
        const OperationName name{nameOf(!span.peer.empty() ? span.peer : isDatabase ? span.database : "outside"), nameOf(span.name)};
        if (types.emplace(name.first, isDatabase ? Type::database : Type::external).first->second == Type::service) return;
        OperationSeen& callee = operations[name];
        ++callee.count;
        callee.own.seconds.push_back(static_cast<double>(span.endNs - span.startNs) * 1e-9);
        call(name, span, span, caller, seen, away);
    }

    static void call(const OperationName& name, const Span& span, const Span& callee, const Span& caller, OperationSeen& seen,
                     std::vector<std::pair<std::int64_t, std::int64_t>>& away) {
        CallSeen& made = seen.calls[name];
        ++made.count;
        made.offset += static_cast<double>(span.startNs - caller.startNs) * 1e-9;
        made.waits = callee.kind != Span::Kind::consumer && span.kind != Span::Kind::producer;
        // Clocks differ between machines: what a caller waits for lies inside of its own time.
        const std::int64_t from = std::clamp(span.startNs, caller.startNs, caller.endNs), until = std::clamp(span.endNs, caller.startNs, caller.endNs);
        if (made.waits) away.push_back({from, until});
    }

    static std::int64_t covered(std::vector<std::pair<std::int64_t, std::int64_t>> spans) {
        std::ranges::sort(spans);
        std::int64_t sum = 0, end = INT64_MIN;
        for (const auto& [from, until] : spans) {
            if (until <= end) continue;
            sum += until - std::max(from, end);
            end = until;
        }
        return sum;
    }

    const std::vector<Span>& spans_;
    std::vector<std::vector<std::size_t>> children_;
    std::unordered_map<std::size_t, std::size_t> parents_;
};

/// The file, without calls that would lead back to their caller.
class Writer {
public:
    explicit Writer(Walk& walk) : walk_(walk) {
        // From where requests come in: so each operation stays within reach by the calls that are kept.
        for (const auto& [name, count] : walk_.roots) breakLoops(name);
        std::erase_if(walk_.operations, [&](const auto& one) { return !done_.contains(one.first); });
        std::erase_if(walk_.types, [&](const auto& one) {
            const auto first = walk_.operations.lower_bound({one.first, ""});
            return first == walk_.operations.end() || first->first.first != one.first;
        });
    }

    /// `byEntry`: how many requests came in at each component, in `seconds`.
    std::string text(const std::string& name, const std::map<std::string, std::int64_t>& byEntry, double seconds) {
        const std::string entry = std::ranges::max_element(byEntry, {}, [](const auto& one) { return one.second; })->first;
        std::string out = "headroom: 1\nname: " + quoted(name) + "\nabout: Proposed from traces\n\ncomponents:\n";
        for (const auto& [component, type] : walk_.types) out += componentText(component, type);
        const auto arrivals = [&](std::int64_t count) {
            std::array<char, 64> law{};
            std::snprintf(law.data(), law.size(), "arrivals: poisson(%.4g/s)", static_cast<double>(count) / seconds);
            return std::string(law.data());
        };
        out += "\nworkload:\n  entry: " + entry + "\n  " + arrivals(byEntry.at(entry)) + "\n  profiles:\n    all: {" +
               (byEntry.size() > 1 ? "share: 100 %, " : "") + actionsAt(entry) + "}\n";
        for (const auto& [other, count] : byEntry)
            if (other != entry)
                out += "    from_" + other + ": {entry: " + other + ", " + arrivals(count) + ", " + actionsAt(other) + "}\n";
        out += "\nassumptions:\n";
        for (const auto& [says, why] : std::initializer_list<std::pair<std::string, std::string>>{
                 {"Numbers of instances, CPUs, slots and servers are guesses.", "Traces do not tell them."},
                 {"All own time of a span is work.", "Traces do not tell working from waiting; calibrate with utilisation."},
                 {"Calls are made one after another.", "Whether they may overlap is not in the graph."},
                 {"The rate is that of the traces that were kept.", "Sampled traces are fewer than the requests."}})
            out += "  - {says: " + quoted(says) + ", why: " + quoted(why) + "}\n";
        for (const std::string& cut : cut_) out += "  - {says: " + quoted("The call " + cut + " is left out.") + ", why: \"It leads back to its caller.\"}\n";
        return out;
    }

private:
    std::string actionsAt(const std::string& entry) const {
        std::string out;
        for (const auto& [operation, count] : walk_.roots)
            if (operation.first == entry) out += (out.empty() ? "" : ", ") + operation.second + ": " + std::to_string(count);
        return "actions: {" + out + "}";
    }

    static std::string quoted(const std::string& text) {
        std::string out = "\"";
        for (const char c : text) out += c == '"' || c == '\\' ? std::string("\\") + c : static_cast<unsigned char>(c) < 32 ? std::string(" ") : std::string(1, c);
        return out + "\"";
    }

    using Calls = std::map<OperationName, CallSeen>;
    struct Step {
        OperationName name;
        Calls* calls;
        Calls::iterator next;
    };

    // Depth first, with a path of its own: a chain of calls may be as long as a file.
    void breakLoops(const OperationName& first) {
        std::vector<Step> path;
        enter(first, path);
        while (!path.empty()) {
            Step& step = path.back();
            if (step.next == step.calls->end()) {
                onPath_.erase(step.name);
                done_.insert(step.name);
                path.pop_back();
            } else if (onPath_.contains(step.next->first)) {
                const OperationName& back = step.next->first;
                cut_.push_back(step.name.first + "." + step.name.second + " to " + back.first + "." + back.second);
                step.next = step.calls->erase(step.next);
            } else {
                const OperationName& callee = (step.next++)->first;
                enter(callee, path);  // after which `step` is no more
            }
        }
    }
    void enter(const OperationName& name, std::vector<Step>& path) {
        if (done_.contains(name)) return;
        onPath_.insert(name);
        Calls& calls = walk_.operations[name].calls;
        path.push_back({name, &calls, calls.begin()});
    }

    std::string componentText(const std::string& component, Type type) const {
        if (type == Type::external) {
            Times all;
            for (const auto& [name, seen] : walk_.operations)
                if (name.first == component) all.seconds.insert(all.seconds.end(), seen.own.seconds.begin(), seen.own.seconds.end());
            return "  " + component + ": {type: external, latency: " + all.law() + "}\n";
        }
        std::string out = "  " + component + ":\n    type: " + (type == Type::database ? "database\n    servers: 16\n" : "service\n    instances: 2\n    concurrency: 100\n    cpus: 2\n");
        out += "    operations:\n";
        for (const auto& [name, seen] : walk_.operations)
            if (name.first == component) out += operationText(name.second, seen);
        return out;
    }

    static std::string operationText(const std::string& name, const OperationSeen& seen) {
        std::string out = "      " + name + ":\n        - work: " + seen.own.law() + "\n";
        std::vector<std::pair<OperationName, CallSeen>> calls(seen.calls.begin(), seen.calls.end());
        std::ranges::sort(calls, {}, [](const auto& call) { return call.second.offset / static_cast<double>(call.second.count); });
        for (const auto& [callee, call] : calls) {
            const double times = static_cast<double>(call.count) / static_cast<double>(seen.count);
            std::array<char, 48> often{};
            if (times < 0.9995) std::snprintf(often.data(), often.size(), ", probability: %.4g %%", times * 100);
            if (times > 1.0005) std::snprintf(often.data(), often.size(), ", times: %.4g", times);
            out += std::string("        - ") + (call.waits ? "call" : "send") + ": {to: " + callee.first + ", operation: " + callee.second + often.data() + "}\n";
        }
        return out;
    }

    Walk& walk_;
    std::set<OperationName> onPath_, done_;
    std::vector<std::string> cut_;
};

}  // namespace

void ServiceGraph::add(Span span) {
    if (spans_.size() < kMostSpans)
        spans_.push_back(std::move(span));
    else
        ++leftOut_;
}

model::Parsed<std::string> ServiceGraph::scenario(const std::string& name) const {
    if (spans_.empty()) return model::TextError{model::said("Import", "no spans"), model::said("Import", "traces"), ""};
    Walk walk(spans_);
    std::map<std::string, std::int64_t> byEntry;
    std::int64_t first = INT64_MAX, last = INT64_MIN;
    for (const auto& [operation, count] : walk.roots) byEntry[operation.first] += count;
    for (const Span& span : spans_) {
        first = std::min(first, span.startNs);
        last = std::max(last, span.endNs);
    }
    if (byEntry.empty())
        return model::TextError{model::said("Import", "no span that nobody calls"), model::said("Import", "whole traces"), ""};
    return Writer(walk).text(name, byEntry, std::max(1e-3, static_cast<double>(last - first) * 1e-9));
}

}  // namespace headroom::import
