// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;

namespace headroom::desktop {

class ArchitectureScene;
class CanvasView;
class DesignCommands;
class Minimap;
class PaletteList;
class SourceEditor;
class Workspace;

/// Palette, canvas and, beside it, the source.
class DesignView : public QWidget {
    Q_OBJECT

public:
    explicit DesignView(Workspace& workspace, QWidget* parent = nullptr);
    ~DesignView() override;

    CanvasView& canvas() { return *canvas_; }
    ArchitectureScene& scene() { return *scene_; }
    DesignCommands& commands() { return *commands_; }
    SourceEditor& source() { return *source_; }
    PaletteList& palette() { return *palette_; }

    void setSourceVisible(bool visible);
    bool isSourceVisible() const;
    void setMinimapVisible(bool visible);
    void showComponent(const QString& name);

    // What the menus do here.
    void addOfType(const QString& type);
    void deleteSelection();
    void copy();
    void cut();
    void paste();
    void duplicate();
    void selectAll();
    void focusFilter();
    void focusPalette();

Q_SIGNALS:
    void inspectorAsked();

private:
    void askForCall(const QString& from, const QString& to, const QPoint& screen);
    void nudge(const QPointF& by);
    void showHint();
    void placeOverlays();

    Workspace& workspace_;
    DesignCommands* commands_;
    ArchitectureScene* scene_;
    CanvasView* canvas_;
    Minimap* minimap_;
    QWidget* left_;  ///< filter and palette
    PaletteList* palette_;
    SourceEditor* source_;
    QLineEdit* filter_;
    QLabel* hint_;
};

}  // namespace headroom::desktop
