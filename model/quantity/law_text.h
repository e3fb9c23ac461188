// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/quantity/parsed.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// The syntax `name(parameter, name=parameter, …)` that laws are written in.
namespace headroom::model {

struct LawText {
    std::string_view whole;
    std::string_view name;
    std::vector<std::string_view>
        arguments;  ///< split at the commas outside inner parentheses; trimmed
};
/// Errors: no opening or no closing parenthesis, something behind it, an empty argument.
Parsed<LawText> splitLaw(std::string_view text);

/// How a law is written.
struct LawSyntax {
    std::string_view name;
    std::string_view example;                      ///< `erlang(k=3, mean=20 ms)`
    std::span<const std::string_view> parameters;  ///< that it knows
    bool needsNames = true;  ///< else parameters without a name are taken in their order
};

/// A range of a plain number, both ends included.
struct NumberRange {
    double least, most;
};

/// The parameters of one law, by name. Reading them goes on after the first error and keeps that
/// one.
class LawArguments {
public:
    LawArguments(const LawText& text, const LawSyntax& syntax);

    bool has(std::string_view name) const;
    /// `cv=2`, or `2` where it was given without a name; for messages.
    std::string asWritten(std::string_view name) const;
    /// In seconds, above 0 unless `mayBeZero`. A stand-in of 1 where there is an error.
    double time(std::string_view name, bool mayBeZero = false);
    double number(std::string_view name, NumberRange range);
    void fail(TextError error);
    void failMissing(const std::string& what);
    const std::optional<TextError>& error() const { return error_; }

private:
    struct Argument {
        std::string_view name, value, text;
    };
    void take(std::string_view text, std::size_t index);
    const Argument* find(std::string_view name) const;
    const Argument* required(std::string_view name);

    std::string_view whole_;
    const LawSyntax& syntax_;
    std::vector<Argument> arguments_;
    std::optional<TextError> error_;
};

}  // namespace headroom::model
