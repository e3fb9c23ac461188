// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/document/scenario_document.h"

#include "app/cli/output_file.h"
#include "app/desktop/base/text.h"
#include "app/desktop/document/text_edit.h"
#include "model/file/scenario_file.h"
#include "model/file/sections.h"
#include "model/file/variants.h"

#include <QFile>
#include <QFileInfo>
#include <QFileSystemWatcher>

#include <algorithm>

namespace headroom::desktop {

namespace {

std::unique_ptr<model::ScenarioFile> parsed(const std::string& text, const QString& name, const QString& path) {
    const QString folder = path.isEmpty() ? QString() : QFileInfo(path).absolutePath();
    return std::make_unique<model::ScenarioFile>(text, fromQt(name), fromQt(folder));
}

}  // namespace

ScenarioDocument::ScenarioDocument(QObject* parent) : QObject(parent), watcher_(new QFileSystemWatcher(this)) {
    file_ = parsed(text_, name_, path_);
    connect(&undo_, &QUndoStack::cleanChanged, this, &ScenarioDocument::modifiedChanged);
    connect(watcher_, &QFileSystemWatcher::fileChanged, this, &ScenarioDocument::lookAtDisk);
}

ScenarioDocument::~ScenarioDocument() { undo_.disconnect(this); }

std::optional<QString> ScenarioDocument::open(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return file.errorString();
    if (file.size() > static_cast<qint64>(model::kMaxFileBytes)) return tr("It is larger than 16 MiB.");
    std::string text = file.readAll().toStdString();
    onDisk_ = text;
    neverSaved_ = false;
    reset(std::move(text), QFileInfo(path).absoluteFilePath(), QFileInfo(path).fileName());
    return {};
}

void ScenarioDocument::openCopy(std::string text, const QString& name) {
    neverSaved_ = false;
    onDisk_ = text;
    reset(std::move(text), {}, name);
}

void ScenarioDocument::openRecovered(std::string text, const QString& path, const QString& name) {
    QFile file(path);
    onDisk_ = file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
    neverSaved_ = true;
    reset(std::move(text), path, name);
}

void ScenarioDocument::reset(std::string text, const QString& path, const QString& name) {
    path_ = path;
    name_ = name;
    undo_.clear();
    watch();
    setText(std::move(text));
    Q_EMIT opened();
    Q_EMIT modifiedChanged();
}

void ScenarioDocument::setText(std::string text) {
    text_ = std::move(text);
    file_ = parsed(text_, displayName(), path_);
    trees_.clear();
    Q_EMIT changed();
}

std::optional<QString> ScenarioDocument::save() { return saveAs(path_); }

std::optional<QString> ScenarioDocument::saveAs(const QString& path) {
    if (const QString why = cli::writeWhole(path, QByteArray::fromStdString(text_)); !why.isEmpty()) return why;
    onDisk_ = text_;
    neverSaved_ = false;
    path_ = QFileInfo(path).absoluteFilePath();
    name_ = QFileInfo(path).fileName();
    watch();
    undo_.setClean();
    Q_EMIT modifiedChanged();
    return {};
}

std::optional<QString> ScenarioDocument::reload() {
    QFile file(path_);
    if (!file.open(QIODevice::ReadOnly)) return file.errorString();
    onDisk_ = file.readAll().toStdString();
    replaceText(onDisk_, tr("Reload from disk"));
    neverSaved_ = false;
    undo_.setClean();
    Q_EMIT modifiedChanged();
    return {};
}

void ScenarioDocument::keepOwnText() {
    QFile file(path_);
    if (file.open(QIODevice::ReadOnly)) onDisk_ = file.readAll().toStdString();
    neverSaved_ = true;
    Q_EMIT modifiedChanged();
}

void ScenarioDocument::watch() {
    if (!watcher_->files().isEmpty()) watcher_->removePaths(watcher_->files());
    if (!path_.isEmpty()) watcher_->addPath(path_);
}

/// Editors replace files, so that the watch has to begin again.
void ScenarioDocument::lookAtDisk() {
    QFile file(path_);
    if (!file.open(QIODevice::ReadOnly)) return;
    watch();
    if (file.readAll().toStdString() != onDisk_) Q_EMIT changedOnDisk();
}

QString ScenarioDocument::displayName() const { return name_.isEmpty() ? tr("Untitled") : name_; }

bool ScenarioDocument::isModified() const { return neverSaved_ || !undo_.isClean(); }

const std::vector<model::Diagnostic>& ScenarioDocument::diagnostics() const { return file_->diagnostics(); }

bool ScenarioDocument::hasErrors() const { return model::hasErrors(diagnostics()); }

const std::vector<model::VariantInfo>& ScenarioDocument::variants() const { return file_->variants(); }

bool ScenarioDocument::hasVariant(const QString& name) const {
    return std::ranges::find(variants(), fromQt(name), &model::VariantInfo::name) != variants().end();
}

std::optional<model::Scenario> ScenarioDocument::scenario(const QString& variant, std::optional<double> users) const {
    return file_->scenario({.variant = fromQt(variant), .set = {}, .users = users, .peak = {}}).scenario;
}

const model::YamlNode& ScenarioDocument::tree(const QString& variant) const {
    const auto known = trees_.find(variant);
    if (known != trees_.end()) return known->second;
    model::YamlText yaml = model::parseYaml(text_, fromQt(displayName()));
    model::YamlNode tree = yaml.complete ? std::move(yaml.root) : model::YamlNode();
    if (!variant.isEmpty() && yaml.complete) {
        model::Reading reading({}, {}, model::namesIn(tree));
        tree = model::applyVariant(reading, tree, fromQt(variant));
    }
    return trees_.emplace(variant, std::move(tree)).first->second;
}

std::optional<model::TextError> ScenarioDocument::edit(const QString& label, const std::vector<Change>& changes,
                                                       const QString& mergeKey) {
    std::string text = text_;
    for (const Change& change : changes) {
        model::Parsed<std::string> result = change(text);
        if (!result) return result.error();
        text = *result;
    }
    replaceText(std::move(text), label, mergeKey);
    return {};
}

void ScenarioDocument::replaceText(std::string text, const QString& label, const QString& mergeKey) {
    if (text == text_) return;
    undo_.push(new TextEdit(*this, text, label, mergeKey));
}

std::string blankScenario() {
    return "headroom: 1\n"
           "name: New system\n"
           "components:\n"
           "  api:\n"
           "    type: service\n"
           "    instances: 2\n"
           "    cpus: 2\n"
           "    concurrency: 80\n"
           "    operations:\n"
           "      handle:\n"
           "        - work: exp(5 ms)\n"
           "workload:\n"
           "  entry: api\n"
           "  users: 1 k\n"
           "  profiles:\n"
           "    everyone: {think: exp(10 s), actions: {handle: 1}}\n"
           "  range: 100..100 k\n"
           "slos:\n"
           "  - {name: fast, objective: p95(workload.response_time) < 500 ms}\n"
           "  - {name: errors, objective: workload.error_ratio < 1 %}\n";
}

}  // namespace headroom::desktop
