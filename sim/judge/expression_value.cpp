// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/judge/expression_value.h"

#include "sim/judge/uncertain.h"

#include <algorithm>
#include <cassert>

namespace headroom::sim {

namespace {

using model::Expression;
using Kind = Expression::Kind;

bool isSum(Kind kind) { return kind == Kind::add || kind == Kind::subtract; }
bool isProduct(Kind kind) { return kind == Kind::multiply || kind == Kind::divide; }

std::string_view signOf(Kind kind) {
    switch (kind) {
        case Kind::add: return " + ";
        case Kind::subtract: return " - ";
        case Kind::multiply: return " x ";
        default: return " / ";
    }
}

std::string leafText(const Expression& leaf, const FigureOf& figureOf) {
    const auto unit = model::unitOf(leaf);
    const Estimate value = valueOf(leaf, figureOf);
    const std::string text =
        value.value ? model::formatValue(*value.value, unit.value_or(model::Unit::count)) : "?";
    return leaf.path.empty() ? text : text + " (" + leaf.path + ")";
}

bool needsParentheses(Kind parent, const Expression& operand, bool second) {
    if (isSum(operand.kind)) return isProduct(parent) || (second && parent == Kind::subtract);
    return isProduct(operand.kind) && second && parent == Kind::divide;
}

}  // namespace

bool isLeaf(const Expression& expression) { return expression.operands.empty(); }

bool isArithmetic(const Expression& expression) {
    if (isLeaf(expression)) return expression.kind == Kind::number;
    return std::ranges::all_of(expression.operands, isArithmetic);
}

Estimate valueOf(const Expression& expression, const FigureOf& figureOf) {
    if (expression.kind == Kind::number) return exactly(expression.number);
    if (isLeaf(expression)) return figureOf(expression);
    assert(expression.operands.size() == 2);
    const Estimate a = valueOf(expression.operands[0], figureOf);
    const Estimate b = valueOf(expression.operands[1], figureOf);
    switch (expression.kind) {
        case Kind::add: return a + b;
        case Kind::subtract: return a - b;
        case Kind::multiply: return a * b;
        default: return a / b;
    }
}

std::string workingOf(const Expression& expression, const FigureOf& figureOf) {
    if (isLeaf(expression)) return leafText(expression, figureOf);
    const auto part = [&](std::size_t index) {
        const Expression& operand = expression.operands[index];
        const std::string text = workingOf(operand, figureOf);
        return needsParentheses(expression.kind, operand, index == 1) ? "(" + text + ")" : text;
    };
    return part(0) + std::string(signOf(expression.kind)) + part(1);
}

}  // namespace headroom::sim
