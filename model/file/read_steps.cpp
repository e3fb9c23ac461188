// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/sections.h"

#include <algorithm>
#include <array>
#include <set>

namespace headroom::model {
namespace {

using Action = decltype(Step::action);

/// One operation being read: names of steps are unique in it, however deep they stand.
struct OperationReading {
    Reading& reading;
    std::set<std::string> names;
};

Steps readSteps(OperationReading& operation, const Item& list);

constexpr double kShareTolerance = 1e-9;
constexpr double kMostTimes = 1000;
constexpr int kMostBranches = 10'000;

Action readWork(OperationReading& operation, const Item& item) {
    Work work;
    readDistribution(operation.reading, item, work.time);
    return work;
}

Action readDelay(OperationReading& operation, const Item& item) {
    Delay delay;
    readDistribution(operation.reading, item, delay.time);
    return delay;
}

Action readSequence(OperationReading& operation, const Item& item) {
    return Sequence{readSteps(operation, item)};
}

/// `steps` of a mapping, a must.
Steps requireSteps(OperationReading& operation, MapReader& map) {
    const auto steps = map.require("steps");
    return steps ? readSteps(operation, *steps) : Steps{};
}

OnError readOnError(OperationReading& operation, const Item& item) {
    Reading& reading = operation.reading;
    OnError onError;
    if (item.node->isMapping()) {
        MapReader map(reading, item, "`on_error`");
        onError.kind = OnError::Kind::steps;
        onError.steps = requireSteps(operation, map);
    } else if (!item.node->isScalar()) {
        reading.wrongKind(item, "`fail`, `ignore` or {steps: […]}");
    } else if (const auto word = readWord(reading, item, {"fail", "ignore"}, {})) {
        onError.kind = *word == 0 ? OnError::Kind::fail : OnError::Kind::ignore;
    }
    return onError;
}

void readTimes(Reading& reading, const Item& item, double& times) {
    if (readCount(reading, item, times) && times > kMostTimes) {
        reading.wrongKind(item, "at most 1000 times");
    }
}

Action readCall(OperationReading& operation, const Item& item) {
    Call call;
    MapReader map(operation.reading, item, "a call");
    map.requireComponent("to", call.to);
    map.requireText("operation", call.operation);
    map.reference("keys", call.keys, "the name of a class of keys", map.reading().names().keys);
    map.share("probability", call.probability);
    if (const auto times = map.get("times")) readTimes(operation.reading, *times, call.times);
    map.duration("timeout", call.timeout);
    map.flag("cancel", call.cancel);
    readRetry(map, call.retry);
    if (const auto onError = map.get("on_error")) call.onError = readOnError(operation, *onError);
    map.unsupported({"breaker", "hedge", "batch"});
    return call;
}

Action readParallel(OperationReading& operation, const Item& item) {
    Parallel parallel;
    MapReader map(operation.reading, item, "`parallel`");
    map.whole("limit", parallel.limit, {.least = 1, .most = kMostBranches});
    parallel.branches = requireSteps(operation, map);
    return parallel;
}

Choose::Alternative readAlternative(OperationReading& operation, const Item& item) {
    Choose::Alternative alternative;
    MapReader map(operation.reading, item, "an alternative of `choose`");
    if (const auto share = map.require("share"))
        readShare(operation.reading, *share, alternative.share);
    alternative.steps = requireSteps(operation, map);
    return alternative;
}

Action readChoose(OperationReading& operation, const Item& item) {
    Reading& reading = operation.reading;
    Choose choose;
    if (!item.node->isSequence()) {
        reading.wrongKind(item, "a list of {share, steps}");
        return choose;
    }
    double sum = 0;
    for (std::size_t i = 0; i < item.node->children.size(); ++i) {
        choose.alternatives.push_back(readAlternative(operation, elementOf(item, i)));
        sum += choose.alternatives.back().share;
    }
    if (sum > 1 + kShareTolerance) {
        reading.errorAtKey(item, "shares of " + toText(Share{sum}) + " in sum", "100 % at most");
    }
    return choose;
}

struct ActionReader {
    std::string_view key;
    Action (*read)(OperationReading&, const Item&);
};
constexpr std::array kActions = {
    ActionReader{"work", readWork},         ActionReader{"delay", readDelay},
    ActionReader{"call", readCall},         ActionReader{"steps", readSequence},
    ActionReader{"parallel", readParallel}, ActionReader{"choose", readChoose},
};

std::string actionNames() {
    std::vector<std::string> names(kActions.size());
    std::ranges::transform(kActions, names.begin(),
                           [](const ActionReader& action) { return std::string(action.key); });
    return oneOf(names);
}

/// Reads every action there is, so that all errors are found; there should be one.
int readActions(OperationReading& operation, MapReader& map, Step& step) {
    int actions = 0;
    for (const ActionReader& action : kActions) {
        const auto entry = map.get(action.key);
        if (!entry) continue;
        step.action = action.read(operation, *entry);
        ++actions;
    }
    return actions;
}

bool hasUnknownKey(const YamlNode& step) {
    return std::ranges::any_of(step.children, [](const YamlNode& child) {
        return child.key != "name" &&
               std::ranges::find(kActions, child.key, &ActionReader::key) == kActions.end();
    });
}

void readStepName(OperationReading& operation, MapReader& map, Step& step) {
    const auto entry = map.get("name");
    if (!entry || !readText(operation.reading, *entry, step.name)) return;
    checkNameText(operation.reading, *entry, step.name, "a step");
    if (operation.names.insert(step.name).second) return;
    operation.reading.error(*entry,
                            quoted(step.name) + " as the name of a second step of the operation",
                            "a name of its own");
}

Step readStep(OperationReading& operation, const Item& item) {
    Step step;
    MapReader map(operation.reading, item, "a step");
    readStepName(operation, map, step);
    map.unsupported({"send"});
    const int actions = readActions(operation, map, step);
    if (actions > 1) map.error("a step with more than one action", "one of " + actionNames());
    if (actions == 0 && map.isMapping() && !hasUnknownKey(*item.node)) {
        map.error("a step that does nothing", actionNames());
    }
    return step;
}

Steps readSteps(OperationReading& operation, const Item& list) {
    Steps steps;
    if (!list.node->isSequence()) {
        operation.reading.wrongKind(list, "a list of steps");
        return steps;
    }
    for (std::size_t i = 0; i < list.node->children.size(); ++i) {
        steps.push_back(readStep(operation, elementOf(list, i)));
    }
    return steps;
}

Operation readOperation(Reading& reading, const Item& item) {
    Operation operation;
    operation.name = item.node->key;
    OperationReading own{reading, {}};
    checkName(reading, item, "an operation");
    if (item.node->isSequence()) {
        operation.steps = readSteps(own, item);
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
    operation.steps = requireSteps(own, map);
    return operation;
}

}  // namespace

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
