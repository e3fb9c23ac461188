// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/measured/gap.h"

#include <QAbstractTableModel>

namespace headroom::desktop {

class Workspace;

/// Measured against simulated, a row for each series: `182 ms`, `171 ms`, `−6 %`, and since when they part.
class GapTableModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { series, measured, simulated, gap, state, columnCount_ };

    explicit GapTableModel(Workspace& workspace, QObject* parent = nullptr);

    const Gap& at(int row) const { return gaps_[static_cast<std::size_t>(row)]; }
    /// What to be alarmed at: `p95(api.response_time): measured 182 ms, simulated 120 ms, −34 %, more than 20 % apart
    /// since 12:04`; a sentence for each.
    QStringList alerts() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void refreshed();

private:
    void refresh();
    QString stateText(const Gap& one) const;

    Workspace& workspace_;
    std::vector<Gap> gaps_;
};

/// `−6 %`; `–` if it cannot be said.
QString gapText(const Gap& gap);

}  // namespace headroom::desktop
