// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

class QLabel;
class QVBoxLayout;

namespace headroom::desktop {

/// A scrolled column of sentences, tables and charts with headings: what most views are.
class Page : public QScrollArea {
    Q_OBJECT

public:
    explicit Page(QWidget* parent = nullptr);

    QVBoxLayout& column() { return *column_; }
    QLabel* addHeading(const QString& text);
    QLabel* addText(const QString& text = {});

private:
    QVBoxLayout* column_;
};

}  // namespace headroom::desktop
