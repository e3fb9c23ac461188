// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/pdf/pdf_report.h"

#include "app/report/pdf/pdf_blocks.h"
#include "model/said.h"

#include <QBuffer>
#include <QFontDatabase>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QMarginsF>
#include <QPageSize>
#include <QPdfWriter>

#include <algorithm>
#include <clocale>
#include <iterator>
#include <optional>

namespace headroom::report {

namespace {

using model::said;

constexpr int kUnitsPerInch = 288;
constexpr int kFoot = 29;
constexpr double kFootTop = 3230;

QString toQt(const std::string& text) { return QString::fromStdString(text); }

QString titleOf(const Article& article) {
    return toQt(article.title + (article.subtitle.empty() ? "" : ", " + article.subtitle));
}

std::vector<Piece> mastheadOf(const Article& article) {
    std::vector<Piece> pieces{
        textPiece(toQt("Headroom " + article.version + ", " + article.kicker),
                  fontOf(Face::regular, 32), Ink().quiet, 0),
        textPiece(toQt(article.title), fontOf(Face::bold, 80), Ink().text, 6)};
    if (!article.subtitle.empty())
        pieces.push_back(
            textPiece(toQt(article.subtitle), fontOf(Face::regular, 46), Ink().quiet, 8));
    return pieces;
}

void append(std::vector<Piece>& pieces, std::vector<Piece> more) {
    pieces.insert(pieces.end(), std::make_move_iterator(more.begin()),
                  std::make_move_iterator(more.end()));
}

/// A line of the contents. Its page is known only when everything has its place, so it is looked up
/// when painted.
Piece entryPiece(std::shared_ptr<const std::vector<Entry>> entries, std::size_t index,
                 const QString& text) {
    const QFont font = fontOf(Face::regular, 34);
    const TextBox words(text, font, kTextWidth - 200);
    Piece piece;
    piece.height = words.height();
    piece.before = 8;
    piece.paint = [words, entries = std::move(entries), index, font](QPainter& painter, double y) {
        words.paint(painter, kSideMargin, y);
        const TextBox page(QString::number(entries->at(index).page + 1), font, 120, Ink().text,
                           Qt::AlignRight);
        page.paint(painter, kSideMargin + kTextWidth - 120, y);
        painter.setPen(QPen(Ink().line, 2));
        painter.drawLine(QPointF(kSideMargin, y + words.height()),
                         QPointF(kSideMargin + kTextWidth, y + words.height()));
    };
    return piece;
}

/// All pieces, with the contents between the first page and the evidence.
class Book {
public:
    explicit Book(const Article& article)
        : title_(titleOf(article)), version_(toQt(article.version)) {
        pieces_ = mastheadOf(article);
        for (const Block& block : article.front) append(pieces_, piecesOf(block));
        std::vector<Piece> rest;
        for (const Block& block : article.rest) append(rest, piecesOf(block));
        for (const Piece& piece : rest)
            if (!piece.entry.isEmpty()) entries_->push_back({piece.entry});
        addContents();
        if (!rest.empty()) rest.front().beginsPage = true;
        append(pieces_, std::move(rest));
        places_ = placed(pieces_);
        std::size_t next = 0;
        for (const Placed& place : places_)
            if (!pieces_[place.piece].entry.isEmpty()) entries_->at(next++).page = place.page;
    }

    void print(QPdfWriter& writer) const {
        QPainter painter(&writer);
        painter.setRenderHint(QPainter::Antialiasing);
        int page = 0;
        foot(painter, page);
        for (const Placed& place : places_) {
            if (place.page != page) {
                writer.newPage();
                page = place.page;
                foot(painter, page);
            }
            const Piece& piece = pieces_[place.piece];
            if (place.repeats) piece.repeated->paint(painter, place.y - piece.repeated->height);
            piece.paint(painter, place.y);
        }
    }

private:
    void addContents() {
        if (entries_->empty()) return;
        pieces_.push_back(
            textPiece(toQt(said("Report", "Contents")), fontOf(Face::bold, 40), Ink().text, 60));
        pieces_.back().keepsWithNext = true;
        for (std::size_t i = 0; i < entries_->size(); ++i)
            pieces_.push_back(entryPiece(entries_, i, entries_->at(i).text));
    }

    void foot(QPainter& painter, int page) const {
        const int pages = places_.empty() ? 1 : places_.back().page + 1;
        const QFont font = fontOf(Face::regular, kFoot);
        const QString number =
            toQt(said("Report", "%1 of %2", {std::to_string(page + 1), std::to_string(pages)}));
        const QString left =
            QFontMetricsF(font).elidedText(title_, Qt::ElideRight, kTextWidth * 0.6);
        TextBox(left, font, kTextWidth * 0.62, Ink().quiet).paint(painter, kSideMargin, kFootTop);
        TextBox(QStringLiteral("Headroom %1  ·  %2").arg(version_, number), font, kTextWidth * 0.36,
                Ink().quiet, Qt::AlignRight)
            .paint(painter, kSideMargin + kTextWidth * 0.64, kFootTop);
    }

    QString title_, version_;
    std::vector<Piece> pieces_;
    std::shared_ptr<std::vector<Entry>> entries_ = std::make_shared<std::vector<Entry>>();
    std::vector<Placed> places_;
};

/// Fonts need an application object; the command line has none, and no display.
class Surroundings {
public:
    Surroundings() {
        if (QCoreApplication::instance() != nullptr) return;
        // Qt tells of folders and languages that a machine without a desktop does not have.
        handler_ =
            qInstallMessageHandler([](QtMsgType, const QMessageLogContext&, const QString&) {});
        const std::string before = std::setlocale(LC_ALL, nullptr);
        const std::optional<QByteArray> language =
            qEnvironmentVariableIsSet("LC_ALL") ? std::optional(qgetenv("LC_ALL")) : std::nullopt;
        qputenv("LC_ALL", "C.UTF-8");  // Qt complains of others, and would make numbers follow them
        own_ = std::make_unique<QGuiApplication>(count_, arguments_);
        if (language)
            qputenv("LC_ALL", *language);
        else
            qunsetenv("LC_ALL");
        std::setlocale(LC_ALL, before.c_str());
    }

    ~Surroundings() {
        if (own_ != nullptr) qInstallMessageHandler(handler_);
    }
    Surroundings(const Surroundings&) = delete;
    Surroundings& operator=(const Surroundings&) = delete;

private:
    // The application takes out of these what it has understood.
    char name_[9] = "headroom", option_[10] = "-platform", platform_[10] = "offscreen";
    char* arguments_[4] = {name_, option_, platform_, nullptr};
    int count_ = 3;
    QtMessageHandler handler_ = nullptr;
    std::unique_ptr<QGuiApplication> own_;
};

}  // namespace

Pdf pdfOf(const Article& article) {
    const Surroundings surroundings;
    if (qobject_cast<QGuiApplication*>(QCoreApplication::instance()) == nullptr)
        return {{},
                said("Report",
                     "PDF needs the graphical part of Qt, which this process was started without")};
    if (QFontDatabase::families().isEmpty())
        return {{},
                said("Report",
                     "there is no font on this machine, expected one such as that of the package "
                     "fonts-dejavu-core")};
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(kUnitsPerInch);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins(QMarginsF(0, 0, 0, 0));
    writer.setTitle(titleOf(article));
    writer.setCreator(QStringLiteral("Headroom %1").arg(toQt(article.version)));
    Book(article).print(writer);
    return {bytes.toStdString(), {}};
}

}  // namespace headroom::report
