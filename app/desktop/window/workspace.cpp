// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/window/workspace.h"

#include "app/desktop/base/text.h"
#include "app/desktop/document/variant_path.h"
#include "app/desktop/inspector/field_value.h"
#include "app/report/value_text.h"
#include "model/file/scenario_writer.h"
#include "model/quantity/quantity.h"

#include <algorithm>

namespace headroom::desktop {

Workspace::Workspace(QObject* parent) : QObject(parent) {
    connect(&document_, &ScenarioDocument::opened, this, &Workspace::readDocument);
    connect(&document_, &ScenarioDocument::changed, this, &Workspace::readScenario);
    connect(&runs_, &RunController::started, this, [this] { showRun(nullptr); });
    connect(&runs_, &RunController::grew, this, [this](const CoursePtr& course) { setCourse(course); });
    connect(&runs_, &RunController::finished, this, &Workspace::showRun);
    connect(&estimator_, &Estimator::answered, this, &Workspace::takeEstimate);
}

void Workspace::readDocument() {
    variant_.clear();
    whatIf_.reset();
    selection_.clear();
    selectedCall_ = {};
    forgetRuns();
    readScenario();
    Q_EMIT variantChanged();
    Q_EMIT loadChanged();
    Q_EMIT selectionChanged();
}

void Workspace::forgetRuns() {
    runs_.stop();
    runs_.clear();
    showRun(nullptr);
}

void Workspace::setCourse(const CoursePtr& course, const QString& aboutEarlier) {
    course_ = course;
    aboutEarlier_ = aboutEarlier;
    refreshFigures();
    Q_EMIT courseChanged();
}

void Workspace::showEarlier(const CoursePtr& course, const QString& about) {
    if (!course_ && runs_.isIdle()) setCourse(course, about);
}

void Workspace::readScenario() {
    if (!variant_.isEmpty() && !document_.hasVariant(variant_)) {
        variant_.clear();
        Q_EMIT variantChanged();
    }
    if (auto scenario = document_.scenario(variant_)) scenario_ = std::move(scenario);
    else if (document_.undoStack().count() == 0) scenario_.reset();
    estimateLoad();
    Q_EMIT scenarioChanged();
    Q_EMIT loadChanged();
}

void Workspace::setVariant(const QString& variant) {
    if (variant == variant_) return;
    variant_ = variant;
    whatIf_.reset();
    readScenario();
    const auto& all = runs_.runs();
    const auto last = std::find_if(all.rbegin(), all.rend(),
                                   [&](const RunPtr& run) { return toQt(run->result.variant) == variant; });
    showRun(last == all.rend() ? nullptr : *last);
    Q_EMIT variantChanged();
}

bool Workspace::isOpenLoad() const { return scenario_ && report::loadOf(*scenario_).open; }

double Workspace::loadOfFile() const { return scenario_ ? report::loadOf(*scenario_).peak : 0; }

void Workspace::setLoad(std::optional<double> load) {
    if (load == whatIf_) return;
    whatIf_ = load;
    estimateLoad();
    Q_EMIT loadChanged();
}

void Workspace::keepLoad() {
    if (!whatIf_) return;
    const QString key = isOpenLoad() ? QStringLiteral("workload.arrivals") : QStringLiteral("workload.users");
    const std::string value = isOpenLoad() ? model::toText(model::Rate{*whatIf_}) : model::toText(model::Count{*whatIf_});
    if (setValue(key, toQt(value), tr("Keep the load"))) return;
    whatIf_.reset();
    Q_EMIT loadChanged();
}

std::optional<model::Scenario> Workspace::scenarioToRun() const { return document_.scenario(variant_, whatIf_); }

void Workspace::setSelection(const QStringList& components) {
    if (components == selection_ && selectedCall_.first.isEmpty()) return;
    selection_ = components;
    selectedCall_ = {};
    Q_EMIT selectionChanged();
}

void Workspace::selectCall(const QString& from, const QString& to) {
    if (selectedCall_ == qMakePair(from, to)) return;
    selection_.clear();
    selectedCall_ = {from, to};
    Q_EMIT selectionChanged();
}

void Workspace::showRun(const RunPtr& run) {
    shownRun_ = run;
    course_ = run ? courseOf(run->result) : nullptr;
    aboutEarlier_.clear();
    moment_ = -1;
    refreshFigures();
    Q_EMIT runChanged();
    Q_EMIT courseChanged();
}

void Workspace::setMoment(double seconds) {
    if (seconds == moment_) return;
    moment_ = seconds;
    refreshFigures();
}

void Workspace::estimateLoad() {
    if (auto scenario = document_.hasErrors() ? std::nullopt : scenarioToRun()) estimator_.ask(std::move(*scenario));
    else takeEstimate(nullptr);
}

void Workspace::takeEstimate(const RunPtr& estimate) {
    estimate_ = estimate;
    refreshFigures();
}

/// Whether the run answers for the text, variant and load of now; else the estimate does.
bool Workspace::isShownRunOfNow() const {
    return shownRun_ && runText_ == document_.text() && report::loadOf(shownRun_->scenario).peak == load();
}

void Workspace::refreshFigures() {
    if (course_ && (course_->growing || moment_ >= 0)) {
        const double last = static_cast<double>(course_->intervals()) * course_->sampleSeconds;
        figures_ = figuresAt(*course_, moment_ >= 0 ? moment_ : std::max(0.0, last - course_->sampleSeconds),
                             shownRun_.get());
    } else if (estimate_ && !isShownRunOfNow()) {
        figures_ = figuresOf(*estimate_, SystemFigures::Source::estimate);
    } else if (shownRun_) {
        figures_ = figuresOf(*shownRun_, SystemFigures::Source::simulated);
    } else {
        figures_ = {};
    }
    Q_EMIT figuresChanged();
}

std::optional<model::TextError> Workspace::edit(const QString& label,
                                                const std::vector<ScenarioDocument::Change>& changes,
                                                const QString& mergeKey) {
    auto error = document_.edit(label, changes, mergeKey);
    if (error) Q_EMIT editFailed(errorText(*error));
    return error;
}

std::optional<model::TextError> Workspace::setValue(const QString& path, const QString& value, const QString& label,
                                                    const QString& mergeKey) {
    const std::string place = fromQt(writePath(document_, variant_, path));
    return edit(label, {[=](const std::string& text) { return model::withValue(text, place, fromQt(value)); }}, mergeKey);
}

std::optional<model::TextError> Workspace::setAll(const std::vector<std::pair<std::string, std::string>>& settings, const QString& label) {
    const model::YamlNode* components = tree().find("components");
    std::vector<ScenarioDocument::Change> changes;
    for (const auto& [setting, value] : settings) {
        const bool ofComponent = components != nullptr && components->find(setting.substr(0, setting.find('.'))) != nullptr;
        const std::string path = (ofComponent ? "components." : "") + setting;
        const std::string place = fromQt(writePath(document_, variant_, toQt(path)));
        changes.emplace_back([=, written = fromQt(yamlText(toQt(value)))](const std::string& text) { return model::withValue(text, place, written); });
    }
    return edit(label, changes);
}

std::optional<model::TextError> Workspace::appendItem(const QString& path, const QString& item, const QString& label) {
    const std::string place = fromQt(writePath(document_, variant_, path));
    return edit(label, {[=](const std::string& text) { return model::withItem(text, place, fromQt(item)); }});
}

/// In a variant, what comes from elsewhere is listed under `remove`; what the variant sets itself is taken away.
std::optional<model::TextError> Workspace::removeEntry(const QString& path, const QString& label) {
    const QString own = overridingEntry(document_, variant_, path);
    const QString written = own.isEmpty() ? writePath(document_, variant_, path) : own;
    const bool elsewhere = own.isEmpty() && written.contains(u".set.");
    if (!elsewhere) {
        const std::string place = fromQt(written);
        return edit(label, {[=](const std::string& text) { return model::withoutEntry(text, place); }});
    }
    const std::string list = fromQt(QStringLiteral("variants.%1.remove").arg(variant_));
    const std::string item = fromQt(u'"' + path + u'"');
    return edit(label, {[=](const std::string& text) { return model::withItem(text, list, item); }});
}

void Workspace::run() {
    runText_ = document_.text();
    if (auto scenario = scenarioToRun()) runs_.start(std::move(*scenario));
}

QString errorText(const model::TextError& error) {
    QString text = Workspace::tr("Found %1; expected %2.").arg(toQt(error.found), toQt(error.expected));
    if (!error.suggestion.empty()) text += Workspace::tr(" Did you mean “%1”?").arg(toQt(error.suggestion));
    return text;
}

}  // namespace headroom::desktop
