// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/import/traces.h"

#include "app/archive/bounded_json.h"
#include "app/archive/series.h"
#include "app/import/byte_reader.h"
#include "model/said.h"

#include <nlohmann/json.hpp>

#include <cstdlib>
#include <istream>

namespace headroom::import {

namespace {

using archive::textAt;
using Json = nlohmann::json;

/// A SAX handler that builds only the values of interest, whole: spans, resources and Jaeger's processes.
class SpanHandler : public nlohmann::json_sax<Json> {
public:
    SpanHandler(const std::function<void(Span)>& add, std::int64_t& bad) : add_(add), bad_(bad) {}

    bool null() override { return value(nullptr); }
    bool boolean(bool v) override { return value(v); }
    bool number_integer(number_integer_t v) override { return value(v); }
    bool number_unsigned(number_unsigned_t v) override { return value(v); }
    bool number_float(number_float_t v, const string_t&) override { return value(v); }
    bool string(string_t& v) override { return value(v); }
    bool binary(binary_t&) override { return true; }

    bool start_object(std::size_t) override {
        if (isTooDeep()) return false;
        if (!capture_.empty()) return open(Json::object());
        const bool isSpan = !levels_.empty() && levels_.back() == "spans[]";
        if (isSpan || key_ == "resource" || key_ == "processes") {
            root_ = Json::object();
            capture_.push_back(&root_);
            captured_ = isSpan ? "span" : key_;
        }
        levels_.push_back(key_);
        return true;
    }
    bool key(string_t& name) override {
        key_ = name;
        return true;
    }
    bool end_object() override {
        if (!capture_.empty()) {
            capture_.pop_back();
            if (!capture_.empty()) return true;
            take();
        }
        levels_.pop_back();
        key_.clear();
        // The end of a trace of Jaeger, whose spans name processes that stand behind them.
        if (levels_.size() == 2 && levels_.back() == "data[]") finishTrace();
        return true;
    }
    bool start_array(std::size_t) override {
        if (isTooDeep()) return false;
        if (!capture_.empty()) return open(Json::array());
        levels_.push_back(key_ + "[]");
        return true;
    }
    bool end_array() override {
        if (!capture_.empty())
            capture_.pop_back();
        else
            levels_.pop_back();
        return true;
    }
    bool parse_error(std::size_t position, const std::string&, const Json::exception&) override {
        problem = model::said("Import", "what stands at byte %1 is no JSON", {std::to_string(position)});
        return false;
    }

    std::string problem;

private:
    /// What is copied and walked takes a part of the stack for each level.
    bool isTooDeep() {
        if (levels_.size() + capture_.size() < archive::kMostJsonLevels) return false;
        problem = model::said("Import", "it is nested more deeply than traces are");
        return true;
    }

    bool value(Json v) {
        if (capture_.empty()) return true;
        place(std::move(v));
        return true;
    }
    Json& place(Json v) {
        Json& into = *capture_.back();
        if (into.is_array()) return into.emplace_back(std::move(v));
        return into[key_] = std::move(v);
    }
    bool open(Json v) {
        capture_.push_back(&place(std::move(v)));
        return true;
    }

    void take() {
        if (captured_ == "resource") service_ = attribute(root_, "service.name");
        if (captured_ == "processes") processes_ = root_;
        if (captured_ != "span") return;
        if (root_.contains("traceID"))
            pending_.push_back(root_);
        else
            deliver(otlp(root_));
    }

    void finishTrace() {
        for (const Json& span : pending_) deliver(jaeger(span));
        pending_.clear();
        processes_ = Json();
    }

    void deliver(Span span) {
        if (span.id.empty() || span.endNs < span.startNs || span.startNs <= 0)
            ++bad_;
        else
            add_(std::move(span));
    }

    // 64-bit integers are texts in OTLP/JSON; some writers use numbers.
    static std::int64_t integer(const Json& json, const char* key) {
        const auto found = json.find(key);
        if (found == json.end()) return 0;
        if (found->is_string()) return std::strtoll(found->get<std::string>().c_str(), nullptr, 10);
        if (found->is_number_float()) return archive::momentOf(found->get<double>() * 1e-6) ? found->get<std::int64_t>() : 0;
        return found->is_number() ? found->get<std::int64_t>() : 0;
    }

    // Of microseconds; 0, which is no time, for what is no moment of the next 100 years.
    static std::int64_t nanoseconds(std::int64_t us) {
        constexpr std::int64_t kMost = 4'000'000'000'000'000;
        return us >= 0 && us <= kMost ? us * 1000 : 0;
    }

    // `attributes` of OTLP, `tags` of Jaeger.
    static std::string attribute(const Json& json, const char* name) {
        for (const char* list : {"attributes", "tags"}) {
            const auto found = json.find(list);
            if (found == json.end() || !found->is_array()) continue;
            for (const Json& one : *found) {
                if (!one.is_object() || textAt(one, "key") != name) continue;
                const Json v = one.value("value", Json());
                return v.is_object() ? textAt(v, "stringValue") : v.is_string() ? v.get<std::string>() : std::string();
            }
        }
        return "";
    }

    Span otlp(const Json& json) const {
        Span span{textAt(json, "traceId"), textAt(json, "spanId"), textAt(json, "parentSpanId"), service_, textAt(json, "name")};
        const std::int64_t kind = integer(json, "kind");
        if (kind >= 2 && kind <= 5) span.kind = static_cast<Span::Kind>(kind - 1);
        span.startNs = integer(json, "startTimeUnixNano");
        span.endNs = integer(json, "endTimeUnixNano");
        span.database = attribute(json, "db.system");
        span.peer = attribute(json, "peer.service");
        return span;
    }

    Span jaeger(const Json& json) const {
        Span span{textAt(json, "traceID"), textAt(json, "spanID"), textAt(json, "parentSpanID"), "", textAt(json, "operationName")};
        const Json references = json.value("references", Json::array());
        if (references.is_array() && !references.empty() && references[0].is_object()) span.parent = textAt(references[0], "spanID");
        const std::string process = textAt(json, "processID");
        if (processes_.is_object() && processes_.contains(process)) span.service = textAt(processes_[process], "serviceName");
        const std::string kind = attribute(json, "span.kind");
        span.kind = kind == "server" ? Span::Kind::server : kind == "client" ? Span::Kind::client : kind == "producer" ? Span::Kind::producer
                    : kind == "consumer" ? Span::Kind::consumer : Span::Kind::internal;
        span.startNs = nanoseconds(integer(json, "startTime"));
        span.endNs = span.startNs + nanoseconds(integer(json, "duration"));
        span.database = attribute(json, "db.system");
        if (span.database.empty()) span.database = attribute(json, "db.type");
        span.peer = attribute(json, "peer.service");
        return span;
    }

    const std::function<void(Span)>& add_;
    std::int64_t& bad_;
    std::vector<std::string> levels_;  ///< by which key each open object or array stands
    std::string key_, captured_, service_;
    Json root_, processes_;
    std::vector<Json*> capture_;
    std::vector<Json> pending_;
};

}  // namespace

bool isTraceFile(const std::string& path) {
    ByteReader bytes(path);
    std::string head(4096, '\0');
    head.resize(bytes.read(head.data(), head.size()));
    const std::size_t first = head.find_first_not_of(" \t\r\n");
    if (first == std::string::npos || head[first] != '{') return false;
    return head.find("\"resourceSpans\"") != std::string::npos || (head.find("\"traceID\"") != std::string::npos && head.find("\"data\"") != std::string::npos);
}

std::string readTraces(const std::string& path, const std::function<void(Span)>& add, std::int64_t& bad) {
    ByteReader bytes(path);
    if (!bytes.isOpen()) return model::said("Import", "the file cannot be read");
    ByteStreamBuffer buffer(bytes);
    std::istream file(&buffer);
    while (file >> std::ws && file.peek() != std::char_traits<char>::eof()) {
        SpanHandler handler(add, bad);
        if (!Json::sax_parse(file, &handler, Json::input_format_t::json, false)) return handler.problem;
    }
    return bytes.isWhole() ? "" : model::said("Import", "the packed file is damaged or cut off");
}

}  // namespace headroom::import
