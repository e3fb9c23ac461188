// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/watch/verdict_panel.h"

#include "app/desktop/base/text.h"
#include "app/desktop/base/theme.h"
#include "app/desktop/window/workspace.h"
#include "app/report/advice.h"
#include "app/report/verdict.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace headroom::desktop {

namespace {

void clear(QLayout& layout) {
    while (QLayoutItem* item = layout.takeAt(0)) {
        if (item->layout() != nullptr) clear(*item->layout());
        if (item->widget() != nullptr) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
}

struct Shade {
    QColor edge, ground;
};

Shade shadeOf(report::Mark mark) {
    const Colours& c = colours();
    switch (mark) {
        case report::Mark::good: return {c.good, c.goodGround};
        case report::Mark::caution: return {c.caution, c.cautionGround};
        case report::Mark::bad: return {c.bad, c.badGround};
        case report::Mark::unknown: return {c.unknown, c.raised};
    }
    return {c.unknown, c.raised};
}

}  // namespace

VerdictPanel::VerdictPanel(Workspace& workspace, QWidget* parent)
    : QFrame(parent), workspace_(workspace), column_(new QVBoxLayout(this)) {
    setObjectName(QStringLiteral("verdictPanel"));
    column_->setContentsMargins(16, 10, 12, 10);
    column_->setSpacing(4);
    connect(&workspace_, &Workspace::runChanged, this, &VerdictPanel::show);
    connect(&Theme::instance(), &Theme::changed, this, &VerdictPanel::show);
    show();
}

void VerdictPanel::addSentence(const QString& html) {
    auto* label = new QLabel(html);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextBrowserInteraction);
    connect(label, &QLabel::linkActivated, this, &VerdictPanel::componentAsked);
    column_->addWidget(label);
}

void VerdictPanel::show() {
    clear(*column_);
    const RunPtr run = workspace_.shownRun();
    setVisible(run != nullptr);
    if (!run) return;
    const report::Verdict verdict = report::verdictOf(*run);
    const Shade shade = shadeOf(verdict.mark);
    setStyleSheet(QStringLiteral("#verdictPanel { background: %1; border-left: 5px solid %2; border-radius: 6px; }")
                      .arg(shade.ground.name(), shade.edge.name()));
    addSentence(QStringLiteral("<span style='color:%1'>%2</span> <b>%3</b>")
                    .arg(shade.edge.name(), toQt(report::glyphOf(verdict.mark)), localised(toQt(verdict.objectives)).toHtmlEscaped()));
    QString limit = localised(toQt(verdict.limit)).toHtmlEscaped();
    if (!run->result.bottlenecks.empty()) {
        const QString name = toQt(run->result.bottlenecks.front().component).toHtmlEscaped();
        const qsizetype at = limit.indexOf(name);
        if (at >= 0) limit.replace(at, name.size(), QStringLiteral("<a href='%1'>%1</a>").arg(name));
    }
    addSentence(limit);
    addSentence(localised(toQt(verdict.cost)).toHtmlEscaped());
    addAdvice();
    addNotes();
}

void VerdictPanel::addAdvice() {
    constexpr std::size_t kMostAdvice = 3;
    std::vector<report::Advice> all = report::adviceFor(*workspace_.shownRun());
    if (all.size() > kMostAdvice) all.resize(kMostAdvice);
    for (const report::Advice& advice : all) {
        auto* row = new QHBoxLayout;
        auto* label = new QLabel(tr("Try: %1").arg(localised(toQt(advice.text))));
        label->setWordWrap(true);
        row->addWidget(label, 1);
        const QString path = toQt(advice.setting).section(u'=', 0, 0), value = toQt(advice.setting).section(u'=', 1);
        if (!value.isEmpty()) {
            auto* button = new QPushButton(tr("Set %1 to %2").arg(path, value));
            connect(button, &QPushButton::clicked, this, [this, path, value] { workspace_.setAll({{fromQt(path), fromQt(value)}}, tr("Set %1 to %2").arg(path, value)); });
            row->addWidget(button);
        }
        column_->addLayout(row);
    }
}

void VerdictPanel::addNotes() {
    QStringList notes;
    for (const std::string& note : report::notesOf(*workspace_.shownRun()))
        notes << QStringLiteral("▲ ") + localised(toQt(note)).toHtmlEscaped();
    if (!notes.isEmpty())
        addSentence(QStringLiteral("<span style='color:%1'>%2</span>").arg(colours().caution.name(), notes.join(QStringLiteral("<br>"))));
}

}  // namespace headroom::desktop
