// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/base/text.h"
#include "app/desktop/design/design_commands.h"

#include <QRegularExpression>

namespace headroom::desktop {

namespace {

/// Plain where that means the same inside braces, else in single quotes.
QString scalarText(const model::YamlNode& node) {
    const QString text = toQt(node.text);
    static const QRegularExpression special(QStringLiteral(R"([,\[\]{}#&*!|>'"%@`]|: |:$|^[-?:] |^\s|\s$|^$|\n)"));
    const bool quote = special.match(text).hasMatch() && !text.endsWith(u'%');
    if (!quote && !node.quoted) return text;
    QString inner = text;
    inner.replace(u'\n', u' ').replace(u'\'', QStringLiteral("''"));
    return u'\'' + inner + u'\'';
}

}  // namespace

QString flowText(const model::YamlNode& node) {
    if (node.isScalar()) return scalarText(node);
    if (node.isNull()) return QStringLiteral("null");
    QStringList parts;
    for (const model::YamlNode& child : node.children)
        parts << (node.isMapping() ? toQt(child.key) + QStringLiteral(": ") : QString()) + flowText(child);
    const QString inner = parts.join(QStringLiteral(", "));
    return node.isMapping() ? u'{' + inner + u'}' : u'[' + inner + u']';
}

}  // namespace headroom::desktop
