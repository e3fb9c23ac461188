// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/views/localised_article.h"

#include "app/desktop/base/text.h"

#include <QLocale>
#include <QRegularExpression>

namespace headroom::desktop {

namespace {

void localise(std::string& text) { text = fromQt(withDecimalPoint(toQt(text))); }

void localise(std::vector<std::string>& texts) {
    for (std::string& text : texts) localise(text);
}

/// What is between the tags of a drawing; coordinates are in them.
std::string localisedMarkup(const std::string& markup) {
    static const QRegularExpression between(QStringLiteral(">[^<]+<"));
    const QString whole = toQt(markup);
    QString result;
    qsizetype from = 0;
    for (auto all = between.globalMatch(whole); all.hasNext();) {
        const QRegularExpressionMatch match = all.next();
        result +=
            whole.mid(from, match.capturedStart() - from) + withDecimalPoint(match.captured());
        from = match.capturedEnd();
    }
    return fromQt(result + whole.mid(from));
}

struct Localiser {
    void operator()(report::Heading& heading) const { localise(heading.text); }
    void operator()(report::Judgement& judgement) const {
        localise(judgement.leads);
        localise(judgement.others);
    }
    void operator()(report::KeyFigures& figures) const {
        for (report::KeyFigure& figure : figures.figures) {
            localise(figure.value);
            localise(figure.interval);
        }
    }
    void operator()(report::Suggestions& suggestions) const {
        for (report::Suggestion& suggestion : suggestions.items) localise(suggestion.text);
    }
    void operator()(report::Notes& notes) const { localise(notes.items); }
    void operator()(report::Paragraph& paragraph) const { localise(paragraph.text); }
    void operator()(report::Terms& terms) const {
        for (auto& [term, words] : terms.items) {
            localise(term);
            localise(words);
        }
    }
    void operator()(report::Drawings& drawings) const {
        for (report::Drawing& drawing : drawings.items)
            drawing.figure = localisedMarkup(drawing.figure);
    }
    void operator()(const report::Code&) const {}
    void operator()(report::Table& table) const {
        for (std::vector<report::Cell>& row : table.rows)
            for (report::Cell& cell : row) localise(cell.text);
    }
};

}  // namespace

report::Article localised(report::Article article) {
    if (QLocale().decimalPoint() == u".") return article;
    for (std::vector<report::Block>* blocks : {&article.front, &article.rest})
        for (report::Block& block : *blocks) std::visit(Localiser(), block);
    return article;
}

}  // namespace headroom::desktop
