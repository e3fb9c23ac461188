// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/run/background_task.h"

#include <QWidget>

class QGridLayout;
class QVBoxLayout;

namespace headroom::desktop {

class ScenarioCard;

/// Where to begin: shipped systems with a small picture of each, recent files, a new one.
class HomeView : public QWidget {
    Q_OBJECT

public:
    explicit HomeView(QWidget* parent = nullptr);

    void setRecent(const QStringList& paths);

Q_SIGNALS:
    void exampleChosen(const QString& resource);
    void fileChosen(const QString& path);
    void forgetAsked(const QString& path);
    void newAsked();
    void openAsked();
    void dataAsked();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void fillGallery();
    /// The capacity curves of the gallery, by theory, once the window is there.
    void estimateCurves();
    void arrange();

    QGridLayout* gallery_;
    QList<ScenarioCard*> cards_;
    BackgroundTask curves_;
    QVBoxLayout* recent_;
    int columns_ = 0;
};

}  // namespace headroom::desktop
