// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

#include <functional>

class QFormLayout;
class QLabel;
class QVBoxLayout;

namespace headroom::desktop {

class DesignCommands;
class PropertyField;
class Workspace;

/// Everything about what is selected: a component with its figures and operations, a call, or, with nothing selected, the
/// scenario with its run, traffic and objectives.
class Inspector : public QScrollArea {
    Q_OBJECT

public:
    Inspector(Workspace& workspace, DesignCommands& commands, QWidget* parent = nullptr);

    PropertyField* field(const QString& path) const;
    void focusFirst();
    /// Shows and focuses the field at the path, or the nearest one above it.
    bool focusPath(const QString& path);

private:
    /// What the form is made of; the same text, the same form.
    QString signature() const;
    void update();
    void rebuild();
    void buildScenario();
    void buildComponent(const QString& name);
    void buildSeveral();
    void buildCall();
    void addTitle(const QString& title, const QString& iconType = {});
    void addName(const QString& name, const QString& type);
    void addFigures(const QString& component);
    void addSection(const QString& title, const QString& definition, const QString& owner, const QStringList& only = {},
                    bool removable = false);
    void addOperations(const QString& component);
    void addSteps(const QString& path);
    void addButton(const QString& text, std::function<void()> act);
    void addNote(const QString& text);
    void refreshFigures();

    Workspace& workspace_;
    DesignCommands& commands_;
    QWidget* page_ = nullptr;
    QVBoxLayout* column_ = nullptr;
    QLabel* figures_ = nullptr;
    QString built_;
    bool pending_ = false;
};

}  // namespace headroom::desktop
