// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/measured/live_source.h"

#include <QWidget>

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace headroom::desktop {

class Workspace;

/// Connects to a Prometheus server: its address, what will be asked, and how it stands.
class LivePanel : public QWidget {
    Q_OBJECT

public:
    explicit LivePanel(Workspace& workspace, QWidget* parent = nullptr);

    /// What is typed, as far as it can be read.
    LiveSource::Plan plan() const;

private:
    void takeScenario();
    void showPlan();
    void showState();
    void toggle();
    QString problemInQueries() const;

    Workspace& workspace_;
    QLineEdit* address_;
    QPlainTextEdit* queries_;
    QComboBox* step_;
    QDoubleSpinBox* threshold_;
    QComboBox* align_;
    QLabel* announcement_;
    QPushButton* connect_;
    QLabel* state_;
    QString fromScenario_;  ///< address and queries that the scenario gave last
};

}  // namespace headroom::desktop
