// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/window/text_comparison.h"

#include "app/desktop/base/text.h"
#include "app/desktop/base/theme.h"
#include "app/desktop/document/line_diff.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QTextBrowser>
#include <QVBoxLayout>

#include <algorithm>

namespace headroom::desktop {

namespace {

constexpr std::size_t kAround = 3;

/// For each line whether it is a change, or at most kAround lines from one.
std::vector<bool> nearChanges(const std::vector<DiffLine>& diff) {
    std::vector<bool> near(diff.size(), false);
    for (std::size_t i = 0; i < diff.size(); ++i) {
        if (diff[i].kind == DiffLine::Kind::same) continue;
        for (std::size_t j = i - std::min(i, kAround); j < std::min(diff.size(), i + kAround + 1);
             ++j)
            near[j] = true;
    }
    return near;
}

QString lineHtml(const DiffLine& line) {
    const Colours& c = colours();
    const bool removed = line.kind == DiffLine::Kind::removed,
               added = line.kind == DiffLine::Kind::added;
    const QString sign = removed ? QStringLiteral("−")
                         : added ? QStringLiteral("+")
                                 : QStringLiteral(" ");
    const QColor ground = removed ? c.badGround : added ? c.goodGround : c.base;
    return QStringLiteral("<pre style='background:%1; margin:0'>%2 %3</pre>")
        .arg(ground.name(), sign, toQt(line.text).toHtmlEscaped());
}

}  // namespace

TextComparison::TextComparison(const QString& about, const std::string& before,
                               const std::string& after, QWidget* parent)
    : QDialog(parent), lines_(new QTextBrowser) {
    setWindowTitle(tr("Differences"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(760, 520);
    const std::vector<DiffLine> diff = lineDiff(before, after);
    const std::vector<bool> near = nearChanges(diff);
    QString html;
    bool skipped = false;
    for (std::size_t i = 0; i < diff.size(); ++i) {
        const bool shown = near[i];
        if (shown)
            html += lineHtml(diff[i]);
        else if (!skipped)
            html += QStringLiteral("<pre style='color:%1; margin:0'>…</pre>")
                        .arg(colours().quiet.name());
        skipped = !shown;
    }
    lines_->setHtml(html);
    lines_->setAccessibleName(windowTitle());
    auto* words = new QLabel(about);
    words->setWordWrap(true);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->addWidget(words);
    column->addWidget(lines_, 1);
    column->addWidget(buttons);
}

QString TextComparison::text() const { return lines_->toPlainText(); }

}  // namespace headroom::desktop
