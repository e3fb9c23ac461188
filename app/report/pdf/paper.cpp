// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/pdf/paper.h"

#include <QFontMetricsF>

#include <algorithm>
#include <array>
#include <cmath>

namespace headroom::report {

QColor markInk(int mark) {
    static const std::array<QColor, 4> kInks{QColor(0x1a, 0x7f, 0x37), QColor(0x8a, 0x5a, 0x00),
                                             QColor(0xb9, 0x1c, 0x1c), QColor(0x57, 0x60, 0x6a)};
    return kInks.at(static_cast<std::size_t>(mark));
}

QColor markGround(int mark) {
    static const std::array<QColor, 4> kGrounds{QColor(0xe9, 0xf6, 0xec), QColor(0xff, 0xf5, 0xdc),
                                                QColor(0xfd, 0xec, 0xec), QColor(0xf1, 0xf3, 0xf5)};
    return kGrounds.at(static_cast<std::size_t>(mark));
}

QFont fontOf(Face face, int size) {
    QFont font;
    if (face == Face::mono)
        font.setFamilies({QStringLiteral("DejaVu Sans Mono"), QStringLiteral("Liberation Mono"),
                          QStringLiteral("monospace")});
    else
        font.setFamilies({QStringLiteral("DejaVu Sans"), QStringLiteral("Noto Sans"),
                          QStringLiteral("sans-serif")});
    font.setPixelSize(size);
    font.setBold(face == Face::bold);
    font.setHintingPreference(QFont::PreferNoHinting);  // widths are to be right at any size
    return font;
}

TextBox::TextBox(const QString& text, const QFont& font, double width, QColor colour,
                 Qt::Alignment alignment)
    : layout_(std::make_shared<QTextLayout>(text, font)), colour_(std::move(colour)) {
    QTextOption option(alignment);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout_->setTextOption(option);
    layout_->beginLayout();
    for (QTextLine line = layout_->createLine(); line.isValid(); line = layout_->createLine()) {
        line.setLineWidth(width);
        line.setPosition({0, height_});
        height_ += std::ceil(line.height() * 1.12);
    }
    layout_->endLayout();
}

void TextBox::paint(QPainter& painter, double x, double y) const {
    painter.setPen(colour_);
    layout_->draw(&painter, {x, y});
}

double widthOf(const QString& text, const QFont& font) {
    return QFontMetricsF(font).horizontalAdvance(text);
}

namespace {

// What has to go on the same page as the piece at `first`: itself, and what it keeps with.
double heightOfGroup(const std::vector<Piece>& pieces, std::size_t first) {
    double height = pieces[first].height;
    for (std::size_t i = first; i + 1 < pieces.size() && pieces[i].keepsWithNext; ++i)
        height += pieces[i + 1].before + pieces[i + 1].height;
    return height;
}

}  // namespace

std::vector<Placed> placed(const std::vector<Piece>& pieces) {
    std::vector<Placed> result;
    int page = 0;
    double y = kTop;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const Piece& piece = pieces[i];
        const bool kept = i > 0 && pieces[i - 1].keepsWithNext;
        const double height = std::min(heightOfGroup(pieces, i), kBottom - kTop);
        const bool full = !kept && y + piece.before + height > kBottom;
        if (y > kTop && (piece.beginsPage || full)) {
            ++page;
            y = kTop;
        }
        const bool first = y == kTop;
        const bool repeats = first && piece.repeated != nullptr;
        y += first ? (repeats ? piece.repeated->height : 0) : piece.before;
        result.push_back({i, page, y, repeats});
        y += piece.height;
    }
    return result;
}

}  // namespace headroom::report
