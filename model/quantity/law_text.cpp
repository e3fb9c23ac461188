// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/quantity/law_text.h"

#include "model/file/diagnostic.h"
#include "model/quantity/number_text.h"
#include "model/quantity/quantity.h"
#include "model/said.h"

#include <algorithm>

namespace headroom::model {
namespace {

/// The first of `wanted` outside inner parentheses, from `begin`; npos if there is none.
std::size_t findOutside(std::string_view text, std::size_t begin, char wanted) {
    int depth = 0;
    for (std::size_t i = begin; i < text.size(); ++i) {
        if (depth == 0 && text[i] == wanted) return i;
        if (text[i] == '(') ++depth;
        if (text[i] == ')') --depth;
    }
    return std::string_view::npos;
}

std::vector<std::string_view> splitAtCommas(std::string_view text) {
    std::vector<std::string_view> parts;
    for (std::size_t begin = 0;;) {
        const std::size_t comma = findOutside(text, begin, ',');
        parts.push_back(trimmed(text.substr(begin, comma - begin)));
        if (comma == std::string_view::npos) return parts;
        begin = comma + 1;
    }
}

}  // namespace

Parsed<LawText> splitLaw(std::string_view text) {
    text = trimmed(text);
    const std::size_t open = text.find('(');
    if (open == std::string_view::npos)
        return TextError{quoted(text), said("Model", "parameters in parentheses"), {}};
    const std::size_t close = findOutside(text, open + 1, ')');
    if (close == std::string_view::npos) {
        return TextError{quoted(text), said("Model", "a closing parenthesis"),
                         std::string(text) + ")"};
    }
    if (close + 1 != text.size()) {
        return TextError{quoted(trimmed(text.substr(close + 1))),
                         said("Model", "nothing behind the closing parenthesis"),
                         {}};
    }
    LawText law{text, trimmed(text.substr(0, open)), {}};
    const std::string_view inside = trimmed(text.substr(open + 1, close - open - 1));
    if (!inside.empty()) law.arguments = splitAtCommas(inside);
    const bool hasEmpty = std::ranges::any_of(law.arguments, &std::string_view::empty);
    if (hasEmpty)
        return TextError{said("Model", "an empty parameter in `%1`", {text}),
                         said("Model", "a value at each comma"),
                         {}};
    return law;
}

LawArguments::LawArguments(const LawText& text, const LawSyntax& syntax)
    : whole_(text.whole), syntax_(syntax) {
    for (std::size_t i = 0; i < text.arguments.size(); ++i) take(text.arguments[i], i);
}

void LawArguments::take(std::string_view text, std::size_t index) {
    const std::string_view example = syntax_.example;
    const std::size_t equals = findOutside(text, 0, '=');
    if (equals == std::string_view::npos) {
        if (syntax_.needsNames)
            return fail({quoted(text),
                         said("Model", "parameters with their names, as in `%1`", {example}),
                         {}});
        if (index >= syntax_.parameters.size())
            return fail(
                {quoted(text), said("Model", "no more parameters than `%1`", {example}), {}});
        arguments_.push_back({syntax_.parameters[index], text, text});
        return;
    }
    const std::string_view name = trimmed(text.substr(0, equals));
    if (std::ranges::find(syntax_.parameters, name) == syntax_.parameters.end()) {
        const std::vector<std::string> known(syntax_.parameters.begin(), syntax_.parameters.end());
        return fail({quoted(name), said("Model", "a parameter as in `%1`", {example}),
                     nearestName(std::string(name), known)});
    }
    if (find(name))
        return fail({said("Model", "%1 twice", {quoted(name)}),
                     said("Model", "each parameter once, as in `%1`", {example}),
                     {}});
    arguments_.push_back({name, trimmed(text.substr(equals + 1)), text});
}

bool LawArguments::has(std::string_view name) const { return find(name) != nullptr; }

std::string LawArguments::asWritten(std::string_view name) const {
    const Argument* argument = find(name);
    return argument ? std::string(argument->text) : std::string();
}

const LawArguments::Argument* LawArguments::find(std::string_view name) const {
    const auto argument = std::ranges::find(arguments_, name, &Argument::name);
    return argument == arguments_.end() ? nullptr : &*argument;
}

const LawArguments::Argument* LawArguments::required(std::string_view name) {
    const Argument* argument = find(name);
    if (!argument) failMissing("`" + std::string(name) + "`");
    return argument;
}

double LawArguments::time(std::string_view name, bool mayBeZero) {
    constexpr double kStandIn = 1;
    const Argument* argument = required(name);
    if (!argument) return kStandIn;
    const auto seconds = parseSeconds(argument->value);
    if (!seconds) {
        fail(seconds.error());
        return kStandIn;
    }
    if (*seconds > 0 || mayBeZero) return *seconds;
    fail({quoted(argument->text), said("Model", "a time above zero"), {}});
    return kStandIn;
}

double LawArguments::number(std::string_view name, NumberRange range) {
    constexpr double kStandIn = 1;
    const Argument* argument = required(name);
    if (!argument) return kStandIn;
    const std::string expected =
        said("Model", "a number from %1 to %2", {numberText(range.least), numberText(range.most)});
    const auto value = parseNumber(argument->value, expected);
    if (value && *value >= range.least && *value <= range.most) return *value;
    fail({quoted(argument->text), expected, {}});
    return kStandIn;
}

void LawArguments::fail(TextError error) {
    if (!error_) error_ = std::move(error);
}

void LawArguments::failMissing(const std::string& what) {
    fail({quoted(whole_), said("Model", "%1 too, as in `%2`", {what, syntax_.example}), {}});
}

}  // namespace headroom::model
