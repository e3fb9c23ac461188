// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/quantity/parsed.h"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

/// Traces (OTLP/JSON, also one document a line; Jaeger's JSON) as a first scenario: the graph of services, how often each
/// operation calls others, and how long it works itself.
namespace headroom::import {

struct Span {
    enum class Kind { internal, server, client, producer, consumer };
    std::string trace, id, parent;  ///< `parent` may be empty
    std::string service, name;
    Kind kind = Kind::internal;
    std::int64_t startNs = 0, endNs = 0;
    std::string database = {};  ///< `db.system`; empty: none
    std::string peer = {};      ///< `peer.service`
};

/// Whether a file begins like traces.
bool isTraceFile(const std::string& path);

/// Reads a file as a stream; each span once. Returns why it broke off, or an empty text. Spans without an id or times are
/// counted in `bad`.
std::string readTraces(const std::string& path, const std::function<void(Span)>& add, std::int64_t& bad);

/// What spans say together.
class ServiceGraph {
public:
    static constexpr std::size_t kMostSpans = 2'000'000;  ///< kept; further ones are counted and left out

    void add(Span span);
    std::size_t spans() const { return spans_.size(); }
    std::int64_t leftOut() const { return leftOut_; }
    /// A scenario file, or why there is none. What traces cannot tell stands in it as assumptions.
    model::Parsed<std::string> scenario(const std::string& name) const;

private:
    std::vector<Span> spans_;
    std::int64_t leftOut_ = 0;
};

}  // namespace headroom::import
