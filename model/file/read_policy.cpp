// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/policy_reader.h"
#include "model/said.h"

namespace headroom::model {
namespace {

constexpr std::int64_t kMostCalls = 1'000'000;

void readRetryBudget(MapReader& owner, std::optional<RetryBudget>& out) {
    const auto entry = owner.get("budget");
    if (!entry) return;
    RetryBudget budget;
    if (!entry->node->isMapping()) {
        if (readShare(owner.reading(), *entry, budget.share)) out = budget;
        return;
    }
    MapReader map(owner.reading(), *entry, HEADROOM_SAID("Model", "a retry budget"));
    map.share("share", budget.share);
    map.rate("at_least", budget.atLeast);
    map.duration("over", budget.over, Zero::forbidden);
    readCallerScope(map, budget.scope);
    out = budget;
}

/// A number of calls, or a time.
void readWindow(MapReader& map, Breaker& breaker) {
    const auto entry = map.get("window");
    if (!entry) return;
    const bool isTime = entry->node->isScalar() && parseDuration(entry->node->text);
    const bool isCount = entry->node->isScalar() && parseCount(entry->node->text);
    if (isTime)
        map.duration("window", breaker.windowTime);
    else if (isCount)
        map.whole("window", breaker.windowCalls, {.least = 1, .most = kMostCalls});
    else
        map.reading().wrongKind(
            *entry, said("Model", "a number of calls such as `100`, or a time such as `10 s`"));
}

void readLeastCalls(MapReader& map, Breaker& breaker) {
    const bool isBounded = !breaker.windowTime;
    if (isBounded) breaker.leastCalls = std::min(breaker.leastCalls, breaker.windowCalls);
    map.whole("at_least", breaker.leastCalls, {.least = 1, .most = kMostCalls});
    const auto entry = map.get("at_least");
    if (!entry || !isBounded || breaker.leastCalls <= breaker.windowCalls) return;
    map.reading().error(
        *entry, said("Model", "%1, more than the window holds", {entry->node->describe()}),
        said("Model", "at most the %1 calls of `window`", {std::to_string(breaker.windowCalls)}));
}

void readSlowCalls(MapReader& map, Breaker& breaker) {
    map.duration("slow", breaker.slow);
    map.sharePositive("slow_share", breaker.slowShare);
    const auto share = map.get("slow_share");
    if (share && !map.has("slow"))
        map.reading().errorAtKey(*share, said("Model", "`slow_share` without `slow`"),
                                 said("Model", "`slow`, from when on a call is slow"));
}

/// A time, or a quantile by its word.
void readAfter(MapReader& map, Hedge& hedge) {
    const auto entry = map.require("after");
    if (!entry) return;
    struct Quantile {
        std::string_view word;
        double value;
    };
    constexpr Quantile kQuantiles[] = {
        {"p50", 0.5}, {"p90", 0.9}, {"p95", 0.95}, {"p99", 0.99}, {"p999", 0.999}};
    const bool isScalar = entry->node->isScalar();
    for (const Quantile& quantile : kQuantiles) {
        if (isScalar && entry->node->text == quantile.word) hedge.quantile = quantile.value;
    }
    if (hedge.quantile) return;
    if (isScalar && parseDuration(entry->node->text))
        map.duration("after", hedge.after);
    else
        map.reading().wrongKind(
            *entry,
            said("Model",
                 "a time such as `50 ms`, or `p50`, `p90`, `p95`, `p99` or `p999` of the call"));
}

void readGrowth(Reading& reading, const Item& item, std::optional<Limit::Growth>& out) {
    const std::string expected = said("Model", "a growth such as `50 % every 5 min`");
    if (!item.node->isScalar()) return reading.wrongKind(item, expected);
    const auto parts = splitEvery(item.node->text);
    const auto share = parts ? parseShare(parts->amount, 1e6) : Parsed<Share>(TextError{});
    const auto every = parts ? parseDuration(parts->period) : Parsed<Duration>(TextError{});
    if (!share || !every || !(share->fraction > 0) || every->count() == 0)
        return reading.wrongKind(item, expected);
    out = Limit::Growth{share->fraction, *every};
}

void readLimitKeys(MapReader& map, Limit& limit) {
    map.require("rate");
    map.rate("rate", limit.rate, Zero::forbidden);
    double burst = 0;
    map.count("burst", burst);
    if (const auto entry = map.get("burst"); entry && burst < 1)
        map.reading().wrongKind(*entry, said("Model", "a count of 1 or more"));
    else if (entry)
        limit.burst = burst;
    if (const auto grows = map.get("grows")) readGrowth(map.reading(), *grows, limit.grows);
    if (const auto upTo = map.get("up_to")) {
        Rate rate;
        map.rate("up_to", rate, Zero::forbidden);
        limit.upTo = rate;
        if (!limit.grows)
            map.reading().errorAtKey(*upTo, said("Model", "`up_to` of a limit that does not grow"),
                                     said("Model", "`grows` too"));
    }
    map.limit("queue", limit.queue, 0);
    map.texts("operations", limit.operations, HEADROOM_SAID("Model", "operations"));
    map.choice<Scope>(
        "scope", limit.scope,
        {{"shared", Scope::shared}, {"instance", Scope::instance}, {"user", Scope::user}});
}

}  // namespace

std::optional<EveryText> splitEvery(std::string_view text) {
    constexpr std::string_view kEvery = " every ";
    const std::size_t at = text.find(kEvery);
    if (at == std::string_view::npos) return {};
    return EveryText{text.substr(0, at), text.substr(at + kEvery.size())};
}

void readCallerScope(MapReader& map, Scope& out) {
    map.choice<Scope>("scope", out, {{"instance", Scope::instance}, {"shared", Scope::shared}});
}

void readRetry(MapReader& owner, Retry& out) {
    const auto entry = owner.get("retry");
    if (!entry) return;
    MapReader map(owner.reading(), *entry, "`retry`");
    map.whole("attempts", out.attempts, {.least = 0, .most = 1000});
    map.duration("backoff", out.backoff);
    map.duration("cap", out.cap);
    map.choice<Jitter>("jitter", out.jitter, {{"none", Jitter::none}, {"full", Jitter::full}});
    readRetryBudget(map, out.budget);
    if (map.isMapping() && !map.has("attempts")) map.require("attempts");
    if (map.has("cap") && out.cap < out.backoff) {
        owner.reading().error(*map.get("cap"),
                              said("Model", "%1, less than `backoff`", {quoted(toText(out.cap))}),
                              said("Model", "%1 or more", {quoted(toText(out.backoff))}));
    }
}

void readBreaker(MapReader& owner, std::optional<Breaker>& out) {
    const auto entry = owner.get("breaker");
    if (!entry) return;
    Breaker breaker;
    MapReader map(owner.reading(), *entry, HEADROOM_SAID("Model", "a breaker"));
    map.sharePositive("errors", breaker.errors);
    readWindow(map, breaker);
    readLeastCalls(map, breaker);
    map.duration("open_for", breaker.openFor, Zero::forbidden);
    map.whole("trials", breaker.trials, {.least = 1, .most = kMostCalls});
    readSlowCalls(map, breaker);
    readCallerScope(map, breaker.scope);
    out = breaker;
}

void readHedge(MapReader& owner, std::optional<Hedge>& out) {
    const auto entry = owner.get("hedge");
    if (!entry) return;
    Hedge hedge;
    MapReader map(owner.reading(), *entry, HEADROOM_SAID("Model", "a hedge"));
    readAfter(map, hedge);
    map.whole("at_most", hedge.atMost, {.least = 1, .most = 10});
    map.sharePositive("budget", hedge.budget);
    map.flag("cancel", hedge.cancel);
    out = hedge;
}

void readBulkhead(MapReader& owner, std::optional<Bulkhead>& out) {
    const auto entry = owner.get("bulkhead");
    if (!entry) return;
    Bulkhead bulkhead;
    MapReader map(owner.reading(), *entry, HEADROOM_SAID("Model", "a bulkhead"));
    map.require("concurrency");
    map.whole("concurrency", bulkhead.concurrency, {.least = 1, .most = kMostCalls});
    map.limit("queue", bulkhead.queue, 0);
    map.duration("acquire_timeout", bulkhead.acquireTimeout);
    readCallerScope(map, bulkhead.scope);
    out = bulkhead;
}

void readCollapse(MapReader& owner, std::optional<Collapse>& out) {
    const auto entry = owner.get("collapse");
    if (!entry) return;
    if (!entry->node->isMapping()) {
        bool wanted = false;
        if (readFlag(owner.reading(), *entry, wanted) && wanted) out = Collapse{};
        return;
    }
    Collapse collapse;
    MapReader map(owner.reading(), *entry, "`collapse`");
    readCallerScope(map, collapse.scope);
    out = collapse;
}

void readBatch(MapReader& owner, std::optional<Batch>& out, WithScope withScope) {
    const auto entry = owner.get("batch");
    if (!entry) return;
    Batch batch;
    MapReader map(owner.reading(), *entry, HEADROOM_SAID("Model", "a batch"));
    map.require("window");
    map.duration("window", batch.window);
    map.whole("size", batch.size, {.least = 1, .most = kMostCalls});
    if (withScope == WithScope::yes) readCallerScope(map, batch.scope);
    out = batch;
}

void readLimit(MapReader& owner, std::optional<Limit>& out) {
    const auto entry = owner.get("limit");
    if (!entry) return;
    Limit limit;
    if (entry->node->isMapping()) {
        MapReader map(owner.reading(), *entry, HEADROOM_SAID("Model", "a limit"));
        readLimitKeys(map, limit);
    } else {
        owner.rate("limit", limit.rate, Zero::forbidden);
    }
    out = std::move(limit);
}

void readPauses(MapReader& owner, std::optional<Pauses>& out) {
    const auto entry = owner.get("pauses");
    if (!entry) return;
    Pauses pauses;
    MapReader map(owner.reading(), *entry, "`pauses`");
    map.requireDistribution("every", pauses.every);
    map.requireDistribution("lasting", pauses.lasting);
    if (const auto every = map.get("every"); every && pauses.every.isZero())
        map.reading().wrongKind(*every, said("Model", "a time above 0 s"));
    out = pauses;
}

}  // namespace headroom::model
