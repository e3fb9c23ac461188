// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QPainter>
#include <QString>
#include <QTextLayout>
#include <QTextOption>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

/// What pages are put together from. All lengths are quarters of a point (288 to the inch), the
/// resolution of the file.
namespace headroom::report {

constexpr double kPageWidth = 2380, kPageHeight = 3368;  // A4
constexpr double kSideMargin = 200;
constexpr double kTop = 200, kBottom = 3168;  // of the text
constexpr double kTextWidth = kPageWidth - 2 * kSideMargin;
constexpr double kGap = 32;  // between what stands side by side

/// The colours of the page in its light scheme.
struct Ink {
    QColor text{0x1b, 0x20, 0x27}, quiet{0x57, 0x60, 0x6a}, line{0xd5, 0xd9, 0xdf},
        raised{0xf6, 0xf7, 0xf9};
    QColor bar{0x4a, 0x7f, 0xb5}, trough{0xe3, 0xe6, 0xea};
};
QColor markInk(int mark);  ///< of a Mark as number
QColor markGround(int mark);

enum class Face { regular, bold, mono };
/// `size` in quarters of a point.
QFont fontOf(Face face, int size);

/// Text broken into lines of a width.
class TextBox {
public:
    TextBox(const QString& text, const QFont& font, double width, QColor colour = Ink().text,
            Qt::Alignment alignment = Qt::AlignLeft);
    double height() const { return height_; }
    void paint(QPainter& painter, double x, double y) const;

private:
    std::shared_ptr<QTextLayout> layout_;
    QColor colour_;
    double height_ = 0;
};

/// Width of a text on one line.
double widthOf(const QString& text, const QFont& font);

/// Something that is not broken over pages.
struct Piece {
    double height = 0;
    double before = 0;  ///< left free above, but not at the top of a page
    std::function<void(QPainter&, double y)> paint = {};  ///< `y` is its top
    bool keepsWithNext = false;
    bool beginsPage = false;
    std::shared_ptr<const Piece> repeated =
        nullptr;         ///< painted above it where a new page begins with it
    QString entry = {};  ///< its line in the contents; may be empty
};

struct Entry {
    QString text;
    int page = 0;
};

/// Where a piece came to lie.
struct Placed {
    std::size_t piece = 0;
    int page = 0;  ///< from 0
    double y = 0;
    bool repeats = false;  ///< with its `repeated` above it, at the top of the page
};

/// From the top down, a new page where the next piece does not fit.
std::vector<Placed> placed(const std::vector<Piece>& pieces);

}  // namespace headroom::report
