// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/design/design_view.h"

#include "app/desktop/base/icons.h"
#include "app/desktop/design/architecture_scene.h"
#include "app/desktop/design/canvas_view.h"
#include "app/desktop/design/component_catalogue.h"
#include "app/desktop/design/component_item.h"
#include "app/desktop/design/design_commands.h"
#include "app/desktop/design/minimap.h"
#include "app/desktop/design/palette_list.h"
#include "app/desktop/design/source_editor.h"
#include "app/desktop/window/workspace.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSplitter>
#include <QVBoxLayout>

namespace headroom::desktop {

namespace {

constexpr int kRoomForAll = 900;

}  // namespace

DesignView::DesignView(Workspace& workspace, QWidget* parent)
    : QWidget(parent), workspace_(workspace), commands_(new DesignCommands(workspace, this)),
      scene_(new ArchitectureScene(workspace, *commands_, this)), canvas_(new CanvasView(scene_)),
      minimap_(new Minimap(*scene_, *canvas_)), left_(new QWidget), palette_(new PaletteList), source_(new SourceEditor(workspace)),
      filter_(new QLineEdit), hint_(new QLabel(canvas_)) {
    auto* column = new QVBoxLayout(left_);
    column->setContentsMargins(6, 6, 6, 6);
    filter_->setPlaceholderText(tr("Filter (/)"));
    filter_->setAccessibleName(tr("Filter the canvas"));
    filter_->setClearButtonEnabled(true);
    column->addWidget(filter_);
    column->addWidget(palette_, 1);

    auto* splitter = new QSplitter;
    splitter->addWidget(left_);
    splitter->addWidget(canvas_);
    splitter->addWidget(source_);
    splitter->setSizes({170, 700, 460});
    splitter->setStretchFactor(1, 1);
    splitter->setCollapsible(1, false);
    source_->hide();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter);

    hint_->setAlignment(Qt::AlignCenter);
    hint_->setText(tr("← Drag a component here, or press A"));
    connect(filter_, &QLineEdit::textChanged, scene_, &ArchitectureScene::setFilter);
    connect(palette_, &PaletteList::typeChosen, this, &DesignView::addOfType);
    connect(scene_, &ArchitectureScene::callDragged, this, &DesignView::askForCall);
    connect(scene_, &ArchitectureScene::edited, this, &DesignView::showHint);
    connect(canvas_, &CanvasView::nudged, this, &DesignView::nudge);
    connect(canvas_, &CanvasView::activated, this, &DesignView::inspectorAsked);
    connect(canvas_, &CanvasView::viewChanged, this, &DesignView::placeOverlays);
    connect(&workspace_.document(), &ScenarioDocument::opened, canvas_, &CanvasView::fit, Qt::QueuedConnection);
    connect(&workspace_, &Workspace::variantChanged, canvas_, [this] { canvas_->fit(); }, Qt::QueuedConnection);
    showHint();
}

/// The canvas looks at the scene until its end.
DesignView::~DesignView() { delete canvas_; }

/// Where there is no room for all three, the palette gives way to the text, until it is asked for.
void DesignView::setSourceVisible(bool visible) {
    source_->setVisible(visible);
    left_->setVisible(!visible || width() >= kRoomForAll);
    if (visible) source_->setFocus();
}

bool DesignView::isSourceVisible() const { return !source_->isHidden(); }

void DesignView::setMinimapVisible(bool visible) { minimap_->setWanted(visible); }

void DesignView::showComponent(const QString& name) {
    workspace_.setSelection({name});
    if (ComponentItem* item = scene_->component(name)) canvas_->ensureVisible(item, 12, 12);
}

void DesignView::showHint() {
    hint_->setVisible(scene_->components().isEmpty());
    placeOverlays();
}

void DesignView::placeOverlays() {
    hint_->setGeometry(canvas_->rect());
    minimap_->place();
}

void DesignView::addOfType(const QString& type) {
    QPointF centre = canvas_->mapToScene(canvas_->viewport()->rect().center());
    const auto occupied = [&] {
        const QRectF box = ComponentItem::box().translated(centre);
        return std::ranges::any_of(scene_->components(), [&](const ComponentItem* item) {
            return ComponentItem::box().translated(item->pos()).intersects(box);
        });
    };
    while (occupied()) centre += QPointF(0, kNodeHeight + 30);
    const QString name = commands_->add(type, centre);
    if (!name.isEmpty()) showComponent(name);
    canvas_->setFocus();
}

void DesignView::deleteSelection() {
    const auto [from, to] = workspace_.selectedCall();
    if (!from.isEmpty()) commands_->removeCall(from, to);
    else commands_->remove(workspace_.selection());
}

void DesignView::copy() {
    if (!workspace_.selection().isEmpty()) QGuiApplication::clipboard()->setText(commands_->copied(workspace_.selection()));
}

void DesignView::cut() {
    copy();
    deleteSelection();
}

void DesignView::paste() {
    const QStringList added = commands_->paste(QGuiApplication::clipboard()->text());
    if (!added.isEmpty()) workspace_.setSelection(added);
}

void DesignView::duplicate() {
    const QStringList added = commands_->duplicate(workspace_.selection());
    if (!added.isEmpty()) workspace_.setSelection(added);
}

void DesignView::selectAll() {
    QStringList names;
    for (const ComponentItem* item : scene_->components()) names << item->name();
    workspace_.setSelection(names);
}

void DesignView::focusFilter() {
    left_->show();
    filter_->setFocus();
}

void DesignView::focusPalette() {
    left_->show();
    palette_->setFocus();
    if (palette_->currentRow() < 0) palette_->setCurrentRow(0);
}

void DesignView::nudge(const QPointF& by) {
    QHash<QString, QPointF> moved;
    for (const QString& name : scene_->selectedComponents()) moved[name] = scene_->component(name)->pos() + by;
    if (!moved.isEmpty()) commands_->move(moved, QStringLiteral("nudge:") + scene_->selectedComponents().join(u','));
}

/// Where there is a choice of operations, a menu asks for it.
void DesignView::askForCall(const QString& from, const QString& to, const QPoint& screen) {
    const ComponentKind* kind = componentKind(scene_->component(from)->node().type);
    if (kind && *kind->link != '\0') return commands_->connectComponents(from, to);
    const QStringList own = scene_->component(from)->node().operations;
    const QStringList offered = commands_->operationsBehind(to);
    if (own.size() <= 1 && offered.size() <= 1) return commands_->connectComponents(from, to);
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const QString& operation : own.isEmpty() ? QStringList{QString()} : own) {
        if (offered.size() <= 1) {
            menu->addAction(tr("In %1").arg(operation), this, [=, this] { commands_->connectComponents(from, to, operation); });
            continue;
        }
        QMenu* target = own.size() > 1 ? menu->addMenu(tr("In %1, call").arg(operation)) : menu;
        for (const QString& asked : offered)
            target->addAction(to + u'.' + asked, this, [=, this] { commands_->connectComponents(from, to, operation, asked); });
    }
    menu->popup(screen);
}

}  // namespace headroom::desktop
