// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/pdf/pdf_drawings.h"

#include "app/report/page_style.h"
#include "app/report/pdf/plain_svg.h"

#include <QSvgRenderer>
#include <QXmlStreamReader>

#include <algorithm>

namespace headroom::report {

namespace {

constexpr double kPixel = 3;  // of the page's drawings, at their largest: 0.75 pt
constexpr double kHalf = (kTextWidth - kGap) / 2;
constexpr double kMostHeight = kBottom - kTop - 120;

/// A figure of the page, taken apart.
struct Figure {
    QString caption, words;
    std::shared_ptr<QSvgRenderer> drawing;
};

QString textOf(const QString& figure, QLatin1String element) {
    QXmlStreamReader xml(figure);
    while (!xml.atEnd())
        if (xml.readNext() == QXmlStreamReader::StartElement && xml.name() == element)
            return xml.readElementText(QXmlStreamReader::IncludeChildElements).simplified();
    return {};
}

Figure figureOf(const Drawing& drawing) {
    static const CssRules rules(
        QString::fromUtf8(pageStyle().data(), static_cast<qsizetype>(pageStyle().size())), false);
    const QString text = QString::fromStdString(drawing.figure);
    Figure figure{textOf(text, QLatin1String("figcaption")), textOf(text, QLatin1String("p")),
                  nullptr};
    const qsizetype from = text.indexOf(QLatin1String("<svg")),
                    to = text.lastIndexOf(QLatin1String("</svg>"));
    if (from < 0 || to < from) return figure;
    auto renderer = std::make_shared<QSvgRenderer>(plainSvg(text.mid(from, to + 6 - from), rules));
    if (renderer->isValid() && !renderer->viewBoxF().isEmpty())
        figure.drawing = std::move(renderer);
    return figure;
}

/// A figure at its place in a row.
struct Set {
    Figure figure;
    double x = 0, width = 0, captionHeight = 0, drawnWidth = 0, drawnHeight = 0;

    double height() const { return captionHeight + (figure.drawing ? drawnHeight : 50); }
};

Set fitted(Figure figure, double x, double width) {
    Set set{std::move(figure), x, width};
    if (!set.figure.caption.isEmpty())
        set.captionHeight =
            TextBox(set.figure.caption, fontOf(Face::bold, 33), width).height() + 10;
    if (!set.figure.drawing) return set;
    const QSizeF size = set.figure.drawing->viewBoxF().size();
    const double scale = std::min({width / size.width(), kMostHeight / size.height(), kPixel});
    set.drawnWidth = size.width() * scale;
    set.drawnHeight = size.height() * scale;
    return set;
}

void paint(QPainter& painter, const Set& set, double y) {
    TextBox(set.figure.caption, fontOf(Face::bold, 33), set.width).paint(painter, set.x, y);
    if (!set.figure.drawing) {
        TextBox(set.figure.words, fontOf(Face::regular, 32), set.width, Ink().quiet)
            .paint(painter, set.x, y + set.captionHeight);
        return;
    }
    const double left = set.x + (set.width - set.drawnWidth) / 2;
    set.figure.drawing->render(
        &painter, QRectF(left, y + set.captionHeight, set.drawnWidth, set.drawnHeight));
}

Piece rowOf(std::vector<Set> sets) {
    Piece piece;
    piece.before = 36;
    for (const Set& set : sets) piece.height = std::max(piece.height, set.height());
    piece.paint = [sets = std::move(sets)](QPainter& painter, double y) {
        for (const Set& set : sets) paint(painter, set, y);
    };
    return piece;
}

}  // namespace

std::vector<Piece> drawingPieces(const Drawings& drawings) {
    std::vector<Piece> pieces;
    const auto& items = drawings.items;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (items[i].wide) {
            pieces.push_back(rowOf({fitted(figureOf(items[i]), kSideMargin, kTextWidth)}));
            continue;
        }
        std::vector<Set> row{fitted(figureOf(items[i]), kSideMargin, kHalf)};
        if (i + 1 < items.size() && !items[i + 1].wide)
            row.push_back(fitted(figureOf(items[++i]), kSideMargin + kHalf + kGap, kHalf));
        pieces.push_back(rowOf(std::move(row)));
    }
    return pieces;
}

}  // namespace headroom::report
