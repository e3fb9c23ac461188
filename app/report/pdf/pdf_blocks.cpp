// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/pdf/pdf_blocks.h"

#include "app/report/pdf/pdf_drawings.h"
#include "app/report/pdf/pdf_table.h"
#include "model/said.h"

#include <algorithm>
#include <sstream>

namespace headroom::report {

namespace {

constexpr int kBody = 36;  // 9 pt
constexpr int kSmall = 32;
constexpr int kCode = 29;
constexpr double kPadding = 28;
constexpr double kStripe = 14;

QString toQt(const std::string& text) { return QString::fromStdString(text); }

/// A paragraph of a box that goes over several pieces: ground and stripe are painted behind each of
/// them.
Piece boxed(const TextBox& text, Mark mark, double above, double below) {
    Piece piece;
    piece.height = above + text.height() + below;
    piece.paint = [text, mark, above, full = piece.height](QPainter& painter, double y) {
        painter.fillRect(QRectF(kSideMargin, y - 0.5, kTextWidth, full + 1),
                         markGround(static_cast<int>(mark)));
        painter.fillRect(QRectF(kSideMargin, y - 0.5, kStripe, full + 1),
                         markInk(static_cast<int>(mark)));
        text.paint(painter, kSideMargin + kStripe + kPadding, y + above);
    };
    return piece;
}

TextBox boxText(const std::string& text, Face face, int size) {
    return {toQt(text), fontOf(face, size), kTextWidth - kStripe - 2 * kPadding};
}

void endBox(std::vector<Piece>& pieces) {
    if (pieces.empty()) return;
    pieces.front().before = 30;
    for (std::size_t i = 0; i + 1 < pieces.size() && i < 2; ++i) pieces[i].keepsWithNext = true;
}

class Pieces {
public:
    std::vector<Piece> operator()(const Heading& heading) const {
        const bool chapter = heading.level == 2;
        Piece piece = textPiece(toQt(heading.text), fontOf(Face::bold, chapter ? 54 : 42),
                                Ink().text, chapter ? 90 : 60);
        piece.height += 10;
        piece.keepsWithNext = true;
        piece.beginsPage = heading.beginsRun;
        if (chapter) piece.entry = toQt(heading.text);
        return {piece};
    }

    std::vector<Piece> operator()(const Judgement& judgement) const {
        std::vector<Piece> pieces;
        bool first = true;
        for (const std::string& lead : judgement.leads) {
            const std::string start = first ? std::string(glyphOf(judgement.mark)) + "  " : "";
            pieces.push_back(boxed(boxText(start + lead, Face::bold, 42), judgement.mark,
                                   first ? kPadding : 4, 8));
            first = false;
        }
        for (const std::string& other : judgement.others)
            pieces.push_back(boxed(boxText(other, Face::regular, kBody), judgement.mark, 6, 6));
        if (!pieces.empty())
            pieces.push_back(boxed(boxText("", Face::regular, 8), judgement.mark, 0, 8));
        endBox(pieces);
        return pieces;
    }

    std::vector<Piece> operator()(const KeyFigures& figures) const {
        constexpr std::size_t kInARow = 4;
        std::vector<Piece> pieces;
        for (std::size_t from = 0; from < figures.figures.size(); from += kInARow)
            pieces.push_back(
                cards({figures.figures.begin() + static_cast<std::ptrdiff_t>(from),
                       figures.figures.begin() + static_cast<std::ptrdiff_t>(std::min(
                                                     from + kInARow, figures.figures.size()))}));
        return pieces;
    }

    std::vector<Piece> operator()(const Suggestions& suggestions) const {
        if (suggestions.items.empty()) return {};
        std::vector<Piece> pieces{textPiece(toQt(model::said("Report", "What to try")),
                                            fontOf(Face::bold, 40), Ink().text, 50)};
        pieces.back().keepsWithNext = true;
        for (const Suggestion& suggestion : suggestions.items) {
            pieces.push_back(textPiece(QStringLiteral("–  ") + toQt(suggestion.text),
                                       fontOf(Face::regular, kBody), Ink().text, 14));
            if (suggestion.command.empty()) continue;
            pieces.back().keepsWithNext = true;
            pieces.push_back(
                textPiece(toQt(suggestion.command), fontOf(Face::mono, kCode), Ink().quiet, 6, 40));
        }
        return pieces;
    }

    std::vector<Piece> operator()(const Notes& notes) const {
        std::vector<Piece> pieces;
        for (const std::string& note : notes.items) {
            const bool first = pieces.empty(), last = &note == &notes.items.back();
            pieces.push_back(boxed(boxText("–  " + note, Face::regular, kSmall), Mark::caution,
                                   first ? 20 : 6, last ? 20 : 6));
        }
        endBox(pieces);
        return pieces;
    }

    std::vector<Piece> operator()(const Paragraph& paragraph) const {
        return {textPiece(toQt(paragraph.text),
                          fontOf(Face::regular, paragraph.quiet ? kSmall : kBody),
                          paragraph.quiet ? Ink().quiet : Ink().text, 20)};
    }

    std::vector<Piece> operator()(const Terms& terms) const {
        std::vector<Piece> pieces;
        for (const auto& [term, words] : terms.items) {
            pieces.push_back(textPiece(toQt(term), fontOf(Face::bold, kBody), Ink().text, 20));
            pieces.back().keepsWithNext = true;
            pieces.push_back(
                textPiece(toQt(words), fontOf(Face::regular, kBody), Ink().quiet, 4, 40));
        }
        return pieces;
    }

    std::vector<Piece> operator()(const Code& code) const {
        std::vector<Piece> pieces;
        if (!code.foldedUnder.empty()) {
            pieces.push_back(
                textPiece(toQt(code.foldedUnder), fontOf(Face::bold, 40), Ink().text, 50));
            pieces.back().keepsWithNext = true;
        }
        std::istringstream lines(code.text);
        for (std::string line; std::getline(lines, line);) pieces.push_back(codeLine(toQt(line)));
        return pieces;
    }

    std::vector<Piece> operator()(const Drawings& drawings) const {
        return drawingPieces(drawings);
    }
    std::vector<Piece> operator()(const Table& table) const { return tablePieces(table); }

private:
    // Control characters would be missing glyphs; what is there is said as it is.
    static Piece codeLine(QString line) {
        for (QChar& c : line)
            if (c == u'\t')
                c = u' ';
            else if (c.category() == QChar::Other_Control || c.category() == QChar::Other_Format)
                c = QChar::ReplacementCharacter;
        const TextBox text(line.isEmpty() ? QStringLiteral(" ") : line, fontOf(Face::mono, kCode),
                           kTextWidth - 2 * kPadding);
        Piece piece;
        piece.height = text.height();
        piece.paint = [text](QPainter& painter, double y) {
            painter.fillRect(QRectF(kSideMargin, y - 0.5, kTextWidth, text.height() + 1),
                             Ink().raised);
            text.paint(painter, kSideMargin + kPadding, y);
        };
        return piece;
    }

    static Piece cards(const std::vector<KeyFigure>& figures) {
        constexpr double kWidth = (kTextWidth - 3 * kGap) / 4;
        Piece piece;
        piece.height = 168;
        piece.before = 28;
        piece.paint = [figures](QPainter& painter, double y) {
            double x = kSideMargin;
            for (const KeyFigure& figure : figures) {
                painter.setPen(QPen(Ink().line, 3));
                painter.setBrush(Ink().raised);
                painter.drawRoundedRect(QRectF(x, y, kWidth, 164), 16, 16);
                const double width = kWidth - 44;
                TextBox(toQt(figure.name), fontOf(Face::regular, 29), width, Ink().quiet)
                    .paint(painter, x + 22, y + 14);
                // A long interval stands in small below its value.
                TextBox(toQt(figure.value), fontOf(Face::bold, 48), width)
                    .paint(painter, x + 22, y + 54);
                TextBox(toQt(figure.interval), fontOf(Face::regular, 29), width, Ink().quiet)
                    .paint(painter, x + 22, y + 118);
                x += kWidth + kGap;
            }
        };
        return piece;
    }
};

}  // namespace

Piece textPiece(const QString& text, const QFont& font, QColor colour, double before,
                double indent) {
    const TextBox box(text, font, kTextWidth - indent, std::move(colour));
    Piece piece;
    piece.height = box.height();
    piece.before = before;
    piece.paint = [box, indent](QPainter& painter, double y) {
        box.paint(painter, kSideMargin + indent, y);
    };
    return piece;
}

std::vector<Piece> piecesOf(const Block& block) { return std::visit(Pieces(), block); }

}  // namespace headroom::report
