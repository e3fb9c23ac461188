// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>

#include "model/file/sections.h"

namespace headroom::model {
namespace {

using Action = decltype(Step::action);

constexpr double kShareTolerance = 1e-9;

Action readWork(Reading& reading, const Item& item) {
    Work work;
    readDistribution(reading, item, work.time);
    return work;
}

Action readDelay(Reading& reading, const Item& item) {
    Delay delay;
    readDistribution(reading, item, delay.time);
    return delay;
}

Action readSequence(Reading& reading, const Item& item) { return Sequence{readSteps(reading, item)}; }

/// `steps` of a mapping, a must.
Steps requireSteps(MapReader& map) {
    const auto steps = map.require("steps");
    return steps ? readSteps(map.reading(), *steps) : Steps{};
}

OnError readOnError(Reading& reading, const Item& item) {
    OnError onError;
    if (item.node->isMapping()) {
        MapReader map(reading, item, "`on_error`");
        onError.kind = OnError::Kind::steps;
        onError.steps = requireSteps(map);
    } else if (!item.node->isScalar()) {
        reading.wrongKind(item, "`fail`, `ignore` or {steps: […]}");
    } else if (const auto word = readWord(reading, item, {"fail", "ignore"}, {})) {
        onError.kind = *word == 0 ? OnError::Kind::fail : OnError::Kind::ignore;
    }
    return onError;
}

void readKeyClass(MapReader& map, std::string& out) {
    const auto entry = map.get("keys");
    if (!entry || !readText(map.reading(), *entry, out)) return;
    map.reading().expectName(*entry, out, "the name of a class of keys", map.reading().names().keys);
}

Action readCall(Reading& reading, const Item& item) {
    Call call;
    MapReader map(reading, item, "a call");
    map.component("to", call.to);
    map.requireText("operation", call.operation);
    readKeyClass(map, call.keys);
    map.share("probability", call.probability);
    if (const auto times = map.get("times")) readCount(reading, *times, call.times);
    map.duration("timeout", call.timeout);
    map.flag("cancel", call.cancel);
    readRetry(map, call.retry);
    if (const auto onError = map.get("on_error")) call.onError = readOnError(reading, *onError);
    map.unsupported({"breaker", "hedge", "batch"});
    return call;
}

Action readParallel(Reading& reading, const Item& item) {
    Parallel parallel;
    MapReader map(reading, item, "`parallel`");
    map.whole("limit", parallel.limit, {.least = 1});
    parallel.branches = requireSteps(map);
    return parallel;
}

Choose::Alternative readAlternative(Reading& reading, const Item& item) {
    Choose::Alternative alternative;
    MapReader map(reading, item, "an alternative of `choose`");
    if (const auto share = map.require("share")) readShare(reading, *share, alternative.share);
    alternative.steps = requireSteps(map);
    return alternative;
}

Action readChoose(Reading& reading, const Item& item) {
    Choose choose;
    if (!item.node->isSequence()) {
        reading.wrongKind(item, "a list of {share, steps}");
        return choose;
    }
    double sum = 0;
    for (std::size_t i = 0; i < item.node->children.size(); ++i) {
        choose.alternatives.push_back(readAlternative(reading, elementOf(item, i)));
        sum += choose.alternatives.back().share;
    }
    if (sum > 1 + kShareTolerance) {
        reading.errorAtKey(item, "shares of " + toText(Share{sum}) + " in sum", "100 % at most");
    }
    return choose;
}

struct ActionReader {
    std::string_view key;
    Action (*read)(Reading&, const Item&);
};
constexpr std::array kActions = {
    ActionReader{"work", readWork},   ActionReader{"delay", readDelay},       ActionReader{"call", readCall},
    ActionReader{"steps", readSequence}, ActionReader{"parallel", readParallel}, ActionReader{"choose", readChoose},
};

std::string actionNames() {
    std::vector<std::string> names;
    for (const ActionReader& action : kActions) names.emplace_back(action.key);
    return oneOf(names);
}

/// Reads every action there is, so that all errors are found; there should be one.
int readActions(MapReader& map, Step& step) {
    int actions = 0;
    for (const ActionReader& action : kActions) {
        const auto entry = map.get(action.key);
        if (!entry) continue;
        step.action = action.read(map.reading(), *entry);
        ++actions;
    }
    return actions;
}

bool hasUnknownKey(const YamlNode& step) {
    return std::ranges::any_of(step.children, [](const YamlNode& child) {
        return child.key != "name" && std::ranges::find(kActions, child.key, &ActionReader::key) == kActions.end();
    });
}

void readStepName(MapReader& map, Step& step) {
    const auto entry = map.get("name");
    if (!entry || !readText(map.reading(), *entry, step.name)) return;
    checkNameText(map.reading(), *entry, step.name, "a step");
}

Step readStep(Reading& reading, const Item& item) {
    Step step;
    MapReader map(reading, item, "a step");
    readStepName(map, step);
    map.unsupported({"send"});
    const int actions = readActions(map, step);
    if (actions > 1) reading.error(item, "a step with more than one action", "one of " + actionNames());
    if (actions == 0 && map.isMapping() && !hasUnknownKey(*item.node)) {
        reading.error(item, "a step that does nothing", actionNames());
    }
    return step;
}

void checkStepNames(Reading& reading, const Item& list, const Steps& steps) {
    for (std::size_t i = 0; i < steps.size(); ++i) {
        if (steps[i].name.empty()) continue;
        const auto before = std::ranges::find(steps.begin(), steps.begin() + static_cast<std::ptrdiff_t>(i),
                                              steps[i].name, &Step::name);
        if (before == steps.begin() + static_cast<std::ptrdiff_t>(i)) continue;
        reading.error(elementOf(list, i), quoted(steps[i].name) + " as the name of a second step",
                      "a name of its own");
    }
}

Operation readOperation(Reading& reading, const Item& item) {
    Operation operation;
    operation.name = item.node->key;
    checkName(reading, item, "an operation");
    if (item.node->isSequence()) {
        operation.steps = readSteps(reading, item);
        return operation;
    }
    if (!item.node->isMapping()) {
        reading.wrongKind(item, "a list of steps, or a mapping with `steps`");
        return operation;
    }
    MapReader map(reading, item, "an operation");
    map.whole("priority", operation.priority, {.least = -1'000'000, .most = 1'000'000});
    map.bytes("request", operation.request);
    map.bytes("answer", operation.answer);
    operation.steps = requireSteps(map);
    return operation;
}

}  // namespace

Steps readSteps(Reading& reading, const Item& list) {
    Steps steps;
    if (!list.node->isSequence()) {
        reading.wrongKind(list, "a list of steps");
        return steps;
    }
    for (std::size_t i = 0; i < list.node->children.size(); ++i) {
        steps.push_back(readStep(reading, elementOf(list, i)));
    }
    checkStepNames(reading, list, steps);
    return steps;
}

std::vector<Operation> readOperations(Reading& reading, const Item& mapping) {
    std::vector<Operation> operations;
    if (!mapping.node->isMapping() || mapping.node->children.empty()) {
        reading.wrongKind(mapping, "operations by name");
        return operations;
    }
    for (const YamlNode& child : mapping.node->children) {
        operations.push_back(readOperation(reading, entryOf(mapping, child)));
    }
    return operations;
}

void readRetry(MapReader& owner, Retry& out) {
    const auto entry = owner.get("retry");
    if (!entry) return;
    MapReader map(owner.reading(), *entry, "`retry`");
    map.whole("attempts", out.attempts, {.least = 0, .most = 1000});
    map.duration("backoff", out.backoff);
    map.duration("cap", out.cap);
    map.choice<Jitter>("jitter", out.jitter, {{"none", Jitter::none}, {"full", Jitter::full}});
    if (map.isMapping() && !map.has("attempts")) map.require("attempts");
    if (map.has("cap") && out.cap < out.backoff) {
        owner.reading().error(*map.get("cap"), quoted(toText(out.cap)) + ", less than `backoff`",
                              quoted(toText(out.backoff)) + " or more");
    }
}

}  // namespace headroom::model
