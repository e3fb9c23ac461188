// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLineEdit;
class QSlider;
class QToolButton;

namespace headroom::desktop {

class Workspace;

/// How many users (or arrivals per second): a logarithmic slider over the scenario's own range, and a field that takes any
/// count. A what-if until "Keep" writes it into the file.
class LoadSlider : public QWidget {
    Q_OBJECT

public:
    static constexpr int kSteps = 1000;

    explicit LoadSlider(Workspace& workspace, QWidget* parent = nullptr);

    /// 0 … kSteps for a load, and back; ends of the range are hit exactly, loads between are rounded to three digits.
    int stepOf(double load) const;
    double loadOf(int step) const;

private:
    void show();
    void takeStep(int step);
    void takeText();

    Workspace& workspace_;
    QSlider* slider_;
    QLineEdit* field_;
    QToolButton* keep_;
    QToolButton* reset_;
    double from_ = 1, to_ = 10;
};

}  // namespace headroom::desktop
