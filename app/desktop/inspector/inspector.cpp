// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/inspector/inspector.h"

#include "app/desktop/base/icons.h"
#include "app/desktop/base/text.h"
#include "app/desktop/base/theme.h"
#include "app/desktop/design/component_catalogue.h"
#include "app/desktop/design/design_commands.h"
#include "app/desktop/inspector/field_value.h"
#include "app/desktop/inspector/property_field.h"
#include "app/desktop/window/workspace.h"
#include "model/file/node_path.h"

#include <QFormLayout>
#include <QGridLayout>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace headroom::desktop {

namespace {

const model::YamlNode* nodeAt(const Workspace& workspace, const QString& path) {
    const auto parts = model::parsePath(fromQt(path));
    if (!parts) return nullptr;
    const auto walk = model::walkAbsolute(workspace.tree(), *parts);
    return walk.matched == parts->size() ? walk.node : nullptr;
}

/// The names and list lengths below a path, without values.
QString shapeOf(const model::YamlNode* node) {
    if (node == nullptr || node->isScalar()) return {};
    QString text = QStringLiteral("(");
    for (const model::YamlNode& child : node->children) text += toQt(child.key) + shapeOf(&child) + u',';
    return text + u')';
}

/// As wide as the longest needs, within bounds; the others wrap. A form would give a label the height that it needs at a
/// width which it has not got in the end.
void alignNames(const QList<QLabel*>& names) {
    constexpr int kLeast = 96, kMost = 120;
    int width = kLeast;
    for (const QLabel* name : names) width = std::clamp(name->sizeHint().width(), width, kMost);
    for (QLabel* name : names) {
        name->setWordWrap(true);
        name->setFixedWidth(width);
        name->setMinimumHeight(name->heightForWidth(width));
    }
}

const model::YamlNode* stepsOf(const model::YamlNode& operation) {
    return operation.isMapping() ? operation.find("steps") : &operation;
}

}  // namespace

Inspector::Inspector(Workspace& workspace, DesignCommands& commands, QWidget* parent)
    : QScrollArea(parent), workspace_(workspace), commands_(commands) {
    setWidgetResizable(true);
    setFrameShape(NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setObjectName(QStringLiteral("inspector"));
    setAccessibleName(tr("Inspector"));
    connect(&workspace_, &Workspace::selectionChanged, this, &Inspector::update);
    connect(&workspace_, &Workspace::scenarioChanged, this, &Inspector::update);
    connect(&workspace_, &Workspace::figuresChanged, this, &Inspector::refreshFigures);
    rebuild();
}

/// Later, so that a field is not deleted while it hands on its value.
void Inspector::update() {
    if (pending_) return;
    pending_ = true;
    QTimer::singleShot(0, this, [this] {
        pending_ = false;
        if (signature() != built_) return rebuild();
        for (PropertyField* one : page_->findChildren<PropertyField*>()) one->refresh();
        refreshFigures();
    });
}

QString Inspector::signature() const {
    const auto& call = workspace_.selectedCall();
    QString text = workspace_.document().path() + workspace_.selection().join(u',') + u'|' + call.first + u'>' + call.second + u'|';
    if (!call.first.isEmpty()) return text + shapeOf(nodeAt(workspace_, QStringLiteral("components.") + call.first));
    if (workspace_.selection().size() == 1) {
        const QString path = QStringLiteral("components.") + workspace_.selection().front();
        return text + textAt(workspace_, path + QStringLiteral(".type")) + shapeOf(nodeAt(workspace_, path + QStringLiteral(".operations")));
    }
    for (const char* section : {"keys", "slos", "workload"}) text += shapeOf(workspace_.tree().find(section));
    return text;
}

void Inspector::rebuild() {
    built_ = signature();
    figures_ = nullptr;
    page_ = new QWidget;
    column_ = new QVBoxLayout(page_);
    column_->setContentsMargins(10, 8, 10, 10);
    if (!workspace_.selectedCall().first.isEmpty()) buildCall();
    else if (workspace_.selection().size() == 1) buildComponent(workspace_.selection().front());
    else if (workspace_.selection().size() > 1) buildSeveral();
    else buildScenario();
    column_->addStretch(1);
    setWidget(page_);
    refreshFigures();
}

void Inspector::addTitle(const QString& title, const QString& iconType) {
    auto* row = new QHBoxLayout;
    if (!iconType.isEmpty()) {
        auto* symbol = new QLabel;
        symbol->setPixmap(componentIcon(iconType).pixmap(20, 20));
        row->addWidget(symbol);
    }
    auto* label = new QLabel(QStringLiteral("<b>%1</b>").arg(title.toHtmlEscaped()));
    label->setWordWrap(true);
    row->addWidget(label, 1);
    column_->addLayout(row);
}

void Inspector::addNote(const QString& text) {
    auto* label = new QLabel(text);
    label->setWordWrap(true);
    label->setForegroundRole(QPalette::PlaceholderText);
    column_->addWidget(label);
}

void Inspector::addButton(const QString& text, std::function<void()> act) {
    auto* button = new QPushButton(icon(QStringLiteral("add")), text);
    connect(button, &QPushButton::clicked, this, std::move(act));
    column_->addWidget(button, 0, Qt::AlignLeft);
}

void Inspector::addSection(const QString& title, const QString& definition, const QString& owner, const QStringList& only, bool removable) {
    auto* header = new QHBoxLayout;
    auto* label = new QLabel(title);
    QFont font = label->font();
    font.setBold(true);
    label->setFont(font);
    label->setContentsMargins(0, 8, 0, 0);
    header->addWidget(label, 1);
    if (removable) {
        auto* remove = new QToolButton;
        remove->setIcon(icon(QStringLiteral("delete")));
        remove->setAutoRaise(true);
        remove->setToolTip(tr("Delete %1").arg(title));
        remove->setAccessibleName(remove->toolTip());
        connect(remove, &QToolButton::clicked, this, [this, owner, title] { workspace_.removeEntry(owner, tr("Delete %1").arg(title)); });
        header->addWidget(remove);
    }
    column_->addLayout(header);
    auto* form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setRowWrapPolicy(QFormLayout::DontWrapRows);
    form->setContentsMargins(0, 0, 0, 0);
    form->setVerticalSpacing(3);
    QList<QLabel*> names;
    for (const FieldSpec& spec : fieldsOf(definition)) {
        if (!only.isEmpty() && !only.contains(spec.key)) continue;
        auto* one = new PropertyField(workspace_, spec, owner);
        auto* name = new QLabel(fieldLabel(spec.key));
        name->setBuddy(one->editor());
        name->setToolTip(spec.description);
        form->addRow(name, one);
        names << name;
    }
    alignNames(names);
    column_->addLayout(form);
}

void Inspector::addName(const QString& name, const QString& type) {
    auto* row = new QHBoxLayout;
    auto* symbol = new QLabel;
    symbol->setPixmap(componentIcon(type).pixmap(22, 22));
    auto* field = new QLineEdit(name);
    field->setObjectName(QStringLiteral("componentName"));
    field->setAccessibleName(tr("Name of the component"));
    QFont font = field->font();
    font.setBold(true);
    field->setFont(font);
    auto* problem = new QLabel;
    problem->setWordWrap(true);
    problem->setStyleSheet(QStringLiteral("color: %1").arg(colours().bad.name()));
    problem->hide();
    row->addWidget(symbol);
    row->addWidget(field, 1);
    column_->addLayout(row);
    column_->addWidget(problem);
    connect(field, &QLineEdit::editingFinished, this, [this, field, problem, name] {
        const bool done = commands_.rename(name, field->text().trimmed());
        problem->setText(tr("“%1” is taken, or not a name of letters, digits, _ and -.").arg(field->text()));
        problem->setVisible(!done);
    });
    const QString about = kindAbout(type);
    addNote(kindName(type) + (about.isEmpty() ? QString() : QStringLiteral(" – ") + about));
}

void Inspector::addFigures(const QString&) {
    figures_ = new QLabel;
    figures_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    figures_->setWordWrap(true);
    figures_->setObjectName(QStringLiteral("inspectorFigures"));
    figures_->setAccessibleName(tr("Figures"));
    column_->addWidget(figures_);
}

void Inspector::refreshFigures() {
    if (figures_ == nullptr || workspace_.selection().size() != 1) return;
    const SystemFigures& all = workspace_.figures();
    const ComponentFigures f = all.components.value(workspace_.selection().front());
    QStringList rows;
    const auto row = [&](const QString& name, double value, model::Unit unit) {
        if (!std::isnan(value))
            rows << QStringLiteral("<tr><td style='padding-right:12px'>%1</td><td align='right'><b>%2</b></td></tr>").arg(name, valueText(value, unit));
    };
    row(tr("Throughput"), f.throughput, model::Unit::perSecond);
    row(tr("Response time, p95"), f.p95, model::Unit::seconds);
    row(tr("Utilisation"), f.utilisation, model::Unit::share);
    row(tr("Slots held"), f.occupancy, model::Unit::share);
    row(tr("Waiting"), f.queueLength, model::Unit::count);
    row(tr("Hit ratio"), f.hitRatio, model::Unit::share);
    row(tr("Instances"), f.instances, model::Unit::count);
    row(tr("Errors"), f.errors, model::Unit::share);
    const QString when = all.source == SystemFigures::Source::estimate ? tr("Estimate")
                         : all.atSeconds >= 0                          ? tr("At %1").arg(timeText(all.atSeconds))
                                                                       : tr("Whole run");
    figures_->setText(rows.isEmpty() ? QString()
                                     : QStringLiteral("<p style='color:%1'>%2</p><table width='100%'>%3</table>")
                                           .arg(colours().quiet.name(), when, rows.join(QString())));
    figures_->setVisible(!rows.isEmpty());
}

void Inspector::buildComponent(const QString& name) {
    const QString path = QStringLiteral("components.") + name;
    const QString type = textAt(workspace_, path + QStringLiteral(".type"));
    addName(name, type);
    addFigures(name);
    addSection(tr("Properties"), type, path);
    if (nodeAt(workspace_, path + QStringLiteral(".operations")) != nullptr) addOperations(name);
}

void Inspector::addOperations(const QString& component) {
    const QString path = QStringLiteral("components.%1.operations").arg(component);
    const model::YamlNode* operations = nodeAt(workspace_, path);
    for (const model::YamlNode& operation : operations->children) {
        const QString own = path + u'.' + toQt(operation.key);
        addSection(tr("Operation %1").arg(toQt(operation.key)), operation.isMapping() ? QStringLiteral("sized_operation") : QString(), own, {}, true);
        if (const model::YamlNode* steps = stepsOf(operation); steps && steps->isSequence())
            for (std::size_t i = 0; i < steps->children.size(); ++i) addSteps(own + QStringLiteral("[%1]").arg(i));
        auto* add = new QToolButton;
        add->setText(tr("Add step"));
        add->setIcon(icon(QStringLiteral("add")));
        add->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        add->setPopupMode(QToolButton::InstantPopup);
        auto* menu = new QMenu(add);
        const auto offer = [&](const QString& label, const QString& item) {
            menu->addAction(label, this, [=, this] { workspace_.appendItem(own, item, label); });
        };
        offer(tr("Work"), QStringLiteral("{work: exp(5 ms)}"));
        offer(tr("Delay"), QStringLiteral("{delay: 10 ms}"));
        offer(tr("Call"), QStringLiteral("{call: {to: '?', operation: '?'}}"));
        add->setMenu(menu);
        column_->addWidget(add);
    }
    addButton(tr("Add operation"), [this, path] {
        QString name = QStringLiteral("operation");
        for (int i = 2; nodeAt(workspace_, path + u'.' + name) != nullptr; ++i) name = QStringLiteral("operation%1").arg(i);
        workspace_.setValue(path + u'.' + name, QStringLiteral("[{work: exp(5 ms)}]"), tr("Add operation"));
    });
}

void Inspector::addSteps(const QString& path) {
    const model::YamlNode* step = nodeAt(workspace_, path);
    if (step == nullptr || !step->isMapping()) return;
    for (const model::YamlNode& action : step->children) {
        const QString key = toQt(action.key);
        if (key == u"call") {
            const QString to = textAt(workspace_, path + QStringLiteral(".call.to"));
            addSection(tr("Call %1").arg(to), QStringLiteral("call"), path + QStringLiteral(".call"),
                       {QStringLiteral("to"), QStringLiteral("operation"), QStringLiteral("times"), QStringLiteral("probability"), QStringLiteral("timeout")}, false);
        } else if (key == u"work" || key == u"delay") {
            addSection({}, QStringLiteral("step"), path, {key});
        } else if (key != u"name") {
            addSection({}, QStringLiteral("step"), path, {key});
            addNote(tr("%1: edit its steps in the source (Ctrl+U).").arg(fieldLabel(key)));
        }
    }
}

void Inspector::buildCall() {
    const auto& [from, to] = workspace_.selectedCall();
    addTitle(from + QStringLiteral(" → ") + to);
    const Diagram diagram = diagramOf(workspace_.tree());
    const DiagramEdge* edge = diagram.edge(from, to);
    if (edge == nullptr) return;
    if (edge->kind == DiagramEdge::Kind::forward) return addNote(tr("%1 hands every request on to %2.").arg(from, to));
    for (const QString& path : edge->paths) {
        const QString operation = path.section(u'.', 3, 3).section(u'[', 0, 0);
        addSection(tr("In %1").arg(operation), QStringLiteral("call"), path);
    }
}

void Inspector::buildSeveral() {
    addTitle(tr("%n components", nullptr, static_cast<int>(workspace_.selection().size())));
    addNote(workspace_.selection().join(QStringLiteral(", ")));
    const auto align = [this](const QString& text, const QString& symbol, DesignCommands::Edge edge) {
        auto* button = new QPushButton(icon(symbol), text);
        connect(button, &QPushButton::clicked, this, [this, edge] { commands_.align(workspace_.selection(), edge); });
        column_->addWidget(button, 0, Qt::AlignLeft);
    };
    align(tr("Align in a column"), QStringLiteral("align_left"), DesignCommands::Edge::centreAcross);
    align(tr("Align in a row"), QStringLiteral("align_top"), DesignCommands::Edge::centreDown);
}

void Inspector::buildScenario() {
    addTitle(textAt(workspace_, QStringLiteral("name")).isEmpty() ? workspace_.document().displayName() : textAt(workspace_, QStringLiteral("name")));
    const QString about = textAt(workspace_, workspace_.variant().isEmpty() ? QStringLiteral("about") : QStringLiteral("variants.%1.about").arg(workspace_.variant()));
    if (!about.isEmpty()) addNote(about);
    addSection(tr("Traffic"), QStringLiteral("workload"), QStringLiteral("workload"));
    const QString profiles = QStringLiteral("workload.profiles");
    if (const model::YamlNode* all = nodeAt(workspace_, profiles))
        for (const model::YamlNode& one : all->children)
            addSection(tr("Profile %1").arg(toQt(one.key)), QStringLiteral("profile"), profiles + u'.' + toQt(one.key), {}, all->children.size() > 1);
    if (const model::YamlNode* slos = workspace_.tree().find("slos"))
        for (std::size_t i = 0; i < slos->children.size(); ++i)
            addSection(tr("Objective %1").arg(i + 1), QStringLiteral("slo"), QStringLiteral("slos[%1]").arg(i), {}, true);
    addButton(tr("Add objective"), [this] {
        workspace_.appendItem(QStringLiteral("slos"), QStringLiteral("{objective: p95(workload.response_time) < 1 s}"), tr("Add objective"));
    });
    if (const model::YamlNode* keys = workspace_.tree().find("keys"))
        for (const model::YamlNode& one : keys->children)
            addSection(tr("Keys %1").arg(toQt(one.key)), QStringLiteral("keys"), QStringLiteral("keys.") + toQt(one.key), {}, true);
    addSection(tr("Run"), QStringLiteral("run"), QStringLiteral("run"));
}

PropertyField* Inspector::field(const QString& path) const { return page_->findChild<PropertyField*>(path); }

void Inspector::focusFirst() {
    const auto fields = page_->findChildren<PropertyField*>();
    if (!fields.isEmpty()) fields.front()->setFocus(Qt::ShortcutFocusReason);
}

bool Inspector::focusPath(const QString& path) {
    if (pending_) {
        pending_ = false;
        if (signature() != built_) rebuild();
    }
    for (QString at = path; at.contains(u'.'); at = at.section(u'.', 0, -2))
        if (PropertyField* found = field(at)) {
            ensureWidgetVisible(found);
            found->setFocus(Qt::OtherFocusReason);
            return true;
        }
    return false;
}

}  // namespace headroom::desktop
