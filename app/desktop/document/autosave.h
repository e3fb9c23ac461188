// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QObject>
#include <QTimer>

#include <string>
#include <vector>

namespace headroom::desktop {

class ScenarioDocument;

/// What was not saved when the program ended.
struct Recovered {
    QString file;      ///< the side file
    QString path;      ///< of the scenario; empty if it had none
    QString name;
    QDateTime time;
    std::string text;
};

/// Writes the unsaved text to a side file in the user's data folder every 30 s, and takes it away when the text is saved
/// or given up. Side files of programs that still run are left alone.
class Autosave : public QObject {
    Q_OBJECT

public:
    static constexpr int kEveryMs = 30'000;

    /// `folder` empty: the user's data folder.
    explicit Autosave(ScenarioDocument& document, QString folder = {}, QObject* parent = nullptr);
    ~Autosave() override;

    void saveNow();
    void discard();
    QString sideFile() const;
    std::vector<Recovered> left() const;
    static void forget(const Recovered& recovered);

Q_SIGNALS:
    /// The text cannot be kept aside; once, until it can again.
    void failed(const QString& why);

private:
    ScenarioDocument& document_;
    QString folder_;
    QTimer timer_;
    std::string written_;
    bool fails_ = false;
};

}  // namespace headroom::desktop
