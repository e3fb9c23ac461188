// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

/// The report's style sheet, as far as its drawings need it: Qt's SVG and rich text know no custom
/// properties.
namespace headroom::report {

/// An element as selectors see it.
struct StyledElement {
    QString tag;
    QStringList classes;
};

class CssRules {
public:
    /// With `var(--x)` replaced by the colours of the light or dark scheme; media queries are left
    /// out.
    CssRules(QString css, bool dark);

    /// Properties of the last element of the chain, later rules over earlier ones.
    QHash<QString, QString> propertiesOf(const QList<StyledElement>& chain) const;
    /// All of it, for rich text.
    const QString& resolved() const { return resolved_; }

private:
    struct Rule {
        QList<StyledElement> selector;
        QList<QPair<QString, QString>> properties;
    };
    void parse(const QString& css);

    QString resolved_;
    QList<Rule> rules_;
};

}  // namespace headroom::report
