// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/design/yaml_highlighter.h"

#include "app/desktop/base/theme.h"

#include <QRegularExpression>

namespace headroom::desktop {

YamlHighlighter::YamlHighlighter(QTextDocument* document) : QSyntaxHighlighter(document) {
    connect(&Theme::instance(), &Theme::changed, this, &QSyntaxHighlighter::rehighlight);
}

void YamlHighlighter::highlightBlock(const QString& text) {
    static const QRegularExpression key(QStringLiteral(R"((?:^|[\s{,-])([\w.\[\]-]+|'[^']*')(?=:(?:\s|$)))"));
    static const QRegularExpression number(QStringLiteral(R"(\b\d+(?:\.\d+)?(?:e\d+)?\b(?:\s?(?:%|[a-zA-Z/]+\b))?)"));
    static const QRegularExpression quotedText(QStringLiteral(R"('[^']*'|"[^"]*")"));
    static const QRegularExpression comment(QStringLiteral(R"((?:^|\s)#.*$)"));
    const Colours& c = colours();
    const auto paint = [&](const QRegularExpression& pattern, int group, const QColor& colour, bool italic = false) {
        QTextCharFormat format;
        format.setForeground(colour);
        format.setFontItalic(italic);
        for (auto matches = pattern.globalMatch(text); matches.hasNext();) {
            const auto match = matches.next();
            setFormat(static_cast<int>(match.capturedStart(group)), static_cast<int>(match.capturedLength(group)), format);
        }
    };
    paint(number, 0, c.series[2]);
    paint(quotedText, 0, c.series[4]);
    paint(key, 1, c.accent);
    paint(comment, 0, c.quiet, true);
}

}  // namespace headroom::desktop
