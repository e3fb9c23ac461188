// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/metric.h"

#include <string_view>

/// Reads metrics, names and quantities one after the other from the text of an objective or a
/// claim.
namespace headroom::model {

class MetricScanner {
public:
    explicit MetricScanner(std::string_view text);

    bool atEnd() const { return rest_.empty(); }
    /// What has not been read, without blanks in front; for messages.
    std::string_view rest() const { return rest_; }
    bool atNumber() const;
    bool atName() const;
    /// Reads `token` if it comes next.
    bool take(std::string_view token);
    /// The name that comes next (letters, digits, `_`, and `-` before another of them); empty if
    /// none does.
    std::string_view peekName() const;
    std::string_view takeName();
    /// `api.operations.feed[1].call.timeout`
    std::string_view takePath();

    Parsed<MetricRef> metric();
    /// ` @ VARIANT` if it comes next, else an empty name.
    Parsed<std::string> variant();
    /// A number and its unit. `10 / 2` is two numbers, `10 /s` and `10/s` are one rate.
    Parsed<Quantity> quantity();

private:
    Parsed<MetricRef> path();
    void advance(std::size_t size);

    std::string_view rest_;
};

}  // namespace headroom::model
