// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/file/diagnostic.h"
#include "model/file/yaml_node.h"
#include "model/quantity/parsed.h"
#include "model/scenario.h"

#include <QObject>
#include <QString>
#include <QStringList>
#include <QUndoStack>

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

class QFileSystemWatcher;

namespace headroom::model {
class ScenarioFile;
}

/// The file that is open: its text is the truth, everything else is read from it. Every change is one undoable step.
namespace headroom::desktop {

class ScenarioDocument : public QObject {
    Q_OBJECT

public:
    explicit ScenarioDocument(QObject* parent = nullptr);
    ~ScenarioDocument() override;

    /// Opens a file; on failure nothing changes and the reason is returned.
    std::optional<QString> open(const QString& path);
    /// A text without a file of its own yet; `name` is what the title shows.
    void openCopy(std::string text, const QString& name);
    /// What was unsaved when the program ended: the text is not that of the file.
    void openRecovered(std::string text, const QString& path, const QString& name);
    std::optional<QString> save();
    std::optional<QString> saveAs(const QString& path);
    /// The file's text of now, undoably.
    std::optional<QString> reload();
    /// Goes on with this text although the file has changed.
    void keepOwnText();

    const QString& path() const { return path_; }  ///< empty: not saved yet
    QString displayName() const;
    bool isModified() const;

    const std::string& text() const { return text_; }
    QUndoStack& undoStack() { return undo_; }

    const model::ScenarioFile& file() const { return *file_; }
    const std::vector<model::Diagnostic>& diagnostics() const;
    bool hasErrors() const;
    const std::vector<model::VariantInfo>& variants() const;
    bool hasVariant(const QString& name) const;
    /// Null where the text has errors.
    std::optional<model::Scenario> scenario(const QString& variant, std::optional<double> users = {}) const;
    /// The tree of the text with the variant applied as far as it can be; without children if the text is no YAML.
    const model::YamlNode& tree(const QString& variant) const;

    using Change = std::function<model::Parsed<std::string>(const std::string&)>;
    /// Applies the changes one after the other as one step. The first that fails is returned, and nothing changes.
    /// Steps with the same key that follow each other are one; empty: never.
    std::optional<model::TextError> edit(const QString& label, const std::vector<Change>& changes,
                                         const QString& mergeKey = {});
    void replaceText(std::string text, const QString& label, const QString& mergeKey = {});

Q_SIGNALS:
    void changed();           ///< the text, and all that is read from it
    void modifiedChanged();   ///< the dirty mark, or the name
    void opened();            ///< another file
    void changedOnDisk();

private:
    friend class TextEdit;
    void setText(std::string text);
    void reset(std::string text, const QString& path, const QString& name);
    void watch();
    void lookAtDisk();

    QString path_, name_;
    std::string text_;
    std::string onDisk_;  ///< what was read or written last
    bool neverSaved_ = false;
    std::unique_ptr<model::ScenarioFile> file_;
    QUndoStack undo_;
    QFileSystemWatcher* watcher_;
    /// By variant; a reference into one stays good while another is asked for.
    mutable std::map<QString, model::YamlNode> trees_;
};

/// A scenario with one service, for "New".
std::string blankScenario();

}  // namespace headroom::desktop
