// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/pdf/css_rules.h"

#include <QRegularExpression>

#include <algorithm>

namespace headroom::report {

namespace {

/// The inside of the braces that open at `open`, and where they close.
qsizetype closing(const QString& css, qsizetype open) {
    int depth = 0;
    for (qsizetype i = open; i < css.size(); ++i) {
        if (css[i] == u'{') ++depth;
        if (css[i] == u'}' && --depth == 0) return i;
    }
    return css.size();
}

QHash<QString, QString> variablesIn(const QString& block) {
    static const QRegularExpression variable(QStringLiteral(R"(--([\w-]+):\s*([^;]+);)"));
    QHash<QString, QString> found;
    for (auto matches = variable.globalMatch(block); matches.hasNext();) {
        const auto match = matches.next();
        found[match.captured(1)] = match.captured(2).trimmed();
    }
    return found;
}

StyledElement simpleSelector(const QString& text) {
    const QStringList parts = text.section(u':', 0, 0).split(u'.');
    return {parts.front(), parts.mid(1)};
}

bool matches(const StyledElement& wanted, const StyledElement& element) {
    if (!wanted.tag.isEmpty() && wanted.tag != u"*" && wanted.tag != element.tag) return false;
    return std::ranges::all_of(wanted.classes,
                               [&](const QString& name) { return element.classes.contains(name); });
}

bool matches(const QList<StyledElement>& selector, const QList<StyledElement>& chain) {
    if (chain.isEmpty() || !matches(selector.back(), chain.back())) return false;
    qsizetype wanted = selector.size() - 2;
    for (qsizetype i = chain.size() - 2; i >= 0 && wanted >= 0; --i)
        if (matches(selector[wanted], chain[i])) --wanted;
    return wanted < 0;
}

}  // namespace

CssRules::CssRules(QString css, bool dark) {
    QHash<QString, QString> variables;
    const auto take = [&](qsizetype from) {
        const qsizetype open = css.indexOf(u'{', css.indexOf(QStringLiteral(":root"), from));
        variables.insert(variablesIn(css.mid(open, closing(css, open) - open)));
    };
    take(0);
    const qsizetype darkAt = css.indexOf(QStringLiteral("prefers-color-scheme: dark"));
    if (dark && darkAt >= 0) take(darkAt);
    for (qsizetype at = css.indexOf(QStringLiteral("@media")); at >= 0;
         at = css.indexOf(QStringLiteral("@media"))) {
        const qsizetype end = closing(css, css.indexOf(u'{', at));
        css.remove(at, end - at + 1);
    }
    for (auto variable = variables.cbegin(); variable != variables.cend(); ++variable)
        css.replace(QStringLiteral("var(--%1)").arg(variable.key()), variable.value());
    resolved_ = css;
    parse(css);
}

void CssRules::parse(const QString& css) {
    static const QRegularExpression rule(QStringLiteral(R"(([^{}]+)\{([^{}]*)\})"));
    for (auto found = rule.globalMatch(css); found.hasNext();) {
        const auto match = found.next();
        QList<QPair<QString, QString>> properties;
        for (const QString& line : match.captured(2).split(u';', Qt::SkipEmptyParts))
            properties << qMakePair(line.section(u':', 0, 0).trimmed(),
                                    line.section(u':', 1).trimmed());
        for (const QString& selector : match.captured(1).split(u',')) {
            QList<StyledElement> parts;
            for (const QString& part : selector.simplified().split(u' ', Qt::SkipEmptyParts))
                if (part != u">") parts << simpleSelector(part);
            if (!parts.isEmpty()) rules_ << Rule{parts, properties};
        }
    }
}

QHash<QString, QString> CssRules::propertiesOf(const QList<StyledElement>& chain) const {
    QHash<QString, QString> result;
    for (const Rule& rule : rules_)
        if (matches(rule.selector, chain))
            for (const auto& [name, value] : rule.properties) result[name] = value;
    return result;
}

}  // namespace headroom::report
