// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/payload_reader.h"
#include "model/file/policy_reader.h"
#include "model/file/sections.h"
#include "model/said.h"

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
constexpr std::int64_t kMostItems = 1'000'000;

Action readWork(OperationReading& operation, const Item& item) {
    Work work;
    if (!item.node->isMapping()) {
        readDistribution(operation.reading, item, work.time);
        return work;
    }
    MapReader map(operation.reading, item, "`work`");
    map.distribution("time", work.time);
    map.distribution("each", work.each);
    if (!map.has("time") && !map.has("each")) map.require("time");
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
        reading.wrongKind(item, said("Model", "`fail`, `ignore` or {steps: […]}"));
    } else if (const auto word = readWord(reading, item, {"fail", "ignore"})) {
        onError.kind = *word == 0 ? OnError::Kind::fail : OnError::Kind::ignore;
    }
    return onError;
}

void readTimes(Reading& reading, const Item& item, double& times) {
    if (readCount(reading, item, times) && times > kMostTimes) {
        reading.wrongKind(item, said("Model", "at most 1000 times"));
    }
}

/// What calls and sends have in common.
template <typename Request>
void readRequest(MapReader& map, Request& out) {
    map.requireComponent("to", out.to);
    map.requireText("operation", out.operation);
    map.reference("keys", out.keys, said("Model", "the name of a class of keys"),
                  map.reading().names().keys);
    map.share("probability", out.probability);
    if (const auto times = map.get("times")) readTimes(map.reading(), *times, out.times);
    map.whole("items", out.items, {.least = 1, .most = kMostItems});
}

/// Policies that contradict each other.
void checkPolicies(MapReader& map, const Call& call) {
    const auto batch = map.get("batch");
    if (batch && call.items > 1)
        map.reading().errorAtKey(
            *batch, said("Model", "`batch` beside `items`"),
            said("Model", "`items` where the caller has them all, `batch` to gather them"));
    if (batch && call.collapse && call.keys.empty())
        map.reading().errorAtKey(
            *batch, said("Model", "`batch` beside `collapse` in a call without `keys`"),
            said("Model", "`keys`, or one of them: without keys all calls are the same"));
    const auto hedge = map.get("hedge");
    if (hedge && call.hedge && call.hedge->after && call.timeout &&
        *call.hedge->after >= *call.timeout)
        map.reading().errorAtKey(
            *hedge, said("Model", "a hedge after %1", {quoted(toText(*call.hedge->after))}),
            said("Model", "less than the `timeout`, %1", {quoted(toText(*call.timeout))}));
}

Action readCall(OperationReading& operation, const Item& item) {
    Call call;
    MapReader map(operation.reading, item, HEADROOM_SAID("Model", "a call"));
    readRequest(map, call);
    map.duration("timeout", call.timeout);
    map.flag("cancel", call.cancel);
    readRetry(map, call.retry);
    if (const auto onError = map.get("on_error")) call.onError = readOnError(operation, *onError);
    readBreaker(map, call.breaker);
    readHedge(map, call.hedge);
    readBulkhead(map, call.bulkhead);
    readCollapse(map, call.collapse);
    readBatch(map, call.batch, WithScope::yes);
    checkPolicies(map, call);
    return call;
}

Action readSend(OperationReading& operation, const Item& item) {
    Send send;
    MapReader map(operation.reading, item, HEADROOM_SAID("Model", "a send"));
    readRequest(map, send);
    return send;
}

Action readMark(OperationReading& operation, const Item& item) {
    Mark mark;
    const auto point = readWord(operation.reading, item, {"first_paint", "largest_paint"});
    if (point) mark.point = *point == 0 ? Mark::Point::firstPaint : Mark::Point::largestPaint;
    return mark;
}

Action readPush(OperationReading& operation, const Item& item) {
    Push push;
    MapReader map(operation.reading, item, HEADROOM_SAID("Model", "a push"));
    map.require("receivers");
    map.count("receivers", push.receivers);
    map.distribution("work", push.work);
    map.distribution("network", push.network);
    return push;
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
    MapReader map(operation.reading, item, HEADROOM_SAID("Model", "an alternative of `choose`"));
    if (const auto share = map.require("share"))
        readShare(operation.reading, *share, alternative.share);
    alternative.steps = requireSteps(operation, map);
    return alternative;
}

Action readChoose(OperationReading& operation, const Item& item) {
    Reading& reading = operation.reading;
    Choose choose;
    if (!item.node->isSequence()) {
        reading.wrongKind(item, said("Model", "a list of {share, steps}"));
        return choose;
    }
    double sum = 0;
    for (std::size_t i = 0; i < item.node->children.size(); ++i) {
        choose.alternatives.push_back(readAlternative(operation, elementOf(item, i)));
        sum += choose.alternatives.back().share;
    }
    if (sum > 1 + kShareTolerance) {
        reading.errorAtKey(item, said("Model", "shares of %1 in sum", {toText(Share{sum})}),
                           said("Model", "100 % at most"));
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
    ActionReader{"send", readSend},         ActionReader{"mark", readMark},
    ActionReader{"push", readPush},
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
    checkNameText(operation.reading, *entry, step.name, HEADROOM_SAID("Model", "a step"));
    if (operation.names.insert(step.name).second) return;
    operation.reading.error(
        *entry,
        said("Model", "%1 as the name of a second step of the operation", {quoted(step.name)}),
        said("Model", "a name of its own"));
}

Step readStep(OperationReading& operation, const Item& item) {
    Step step;
    MapReader map(operation.reading, item, HEADROOM_SAID("Model", "a step"));
    readStepName(operation, map, step);
    const int actions = readActions(operation, map, step);
    if (actions > 1)
        map.error(said("Model", "a step with more than one action"),
                  said("Model", "one of %1", {actionNames()}));
    if (actions == 0 && map.isMapping() && !hasUnknownKey(*item.node)) {
        map.error(said("Model", "a step that does nothing"), actionNames());
    }
    return step;
}

Steps readSteps(OperationReading& operation, const Item& list) {
    Steps steps;
    if (!list.node->isSequence()) {
        operation.reading.wrongKind(list, said("Model", "a list of steps"));
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
    checkName(reading, item, HEADROOM_SAID("Model", "an operation"));
    if (item.node->isSequence()) {
        operation.steps = readSteps(own, item);
        return operation;
    }
    if (!item.node->isMapping()) {
        reading.wrongKind(item, said("Model", "a list of steps, or a mapping with `steps`"));
        return operation;
    }
    MapReader map(reading, item, HEADROOM_SAID("Model", "an operation"));
    map.whole("priority", operation.priority, {.least = -1'000'000, .most = 1'000'000});
    readPayload(map, "request", operation.request);
    readPayload(map, "answer", operation.answer);
    operation.steps = requireSteps(own, map);
    return operation;
}

}  // namespace

std::vector<Operation> readOperations(Reading& reading, const Item& mapping) {
    std::vector<Operation> operations;
    if (!mapping.node->isMapping() || mapping.node->children.empty()) {
        reading.wrongKind(mapping, said("Model", "operations by name"));
        return operations;
    }
    for (const YamlNode& child : mapping.node->children) {
        operations.push_back(readOperation(reading, entryOf(mapping, child)));
    }
    return operations;
}

}  // namespace headroom::model
