// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/document/scenario_document.h"
#include "app/desktop/run/estimator.h"
#include "app/desktop/run/run_controller.h"
#include "app/desktop/run/system_figures.h"

#include <QObject>
#include <QStringList>

#include <optional>

namespace headroom::desktop {

/// What all views share: the open document, the chosen variant and load, the selection, the runs, and the state of the
/// system that is shown. Views read it and listen to it; they do not know each other.
class Workspace : public QObject {
    Q_OBJECT

public:
    explicit Workspace(QObject* parent = nullptr);

    ScenarioDocument& document() { return document_; }
    const ScenarioDocument& document() const { return document_; }
    RunController& runs() { return runs_; }

    const QString& variant() const { return variant_; }  ///< empty: the base
    void setVariant(const QString& variant);
    Estimator& estimator() { return estimator_; }
    /// The tree of the text with the variant applied.
    const model::YamlNode& tree() const { return document_.tree(variant_); }

    /// The scenario of the last text without errors, with the variant and its own load.
    const std::optional<model::Scenario>& scenario() const { return scenario_; }
    bool isOpenLoad() const;             ///< arrivals per second instead of users
    double loadOfFile() const;
    /// What the slider says; the file's load until it is moved.
    double load() const { return whatIf_.value_or(loadOfFile()); }
    bool hasWhatIf() const { return whatIf_.has_value(); }
    void setLoad(std::optional<double> load);
    /// Writes the slider's load into the file.
    void keepLoad();
    std::optional<model::Scenario> scenarioToRun() const;

    const QStringList& selection() const { return selection_; }  ///< components
    void setSelection(const QStringList& components);
    /// The call between two components that is looked at; both empty: none.
    const QPair<QString, QString>& selectedCall() const { return selectedCall_; }
    void selectCall(const QString& from, const QString& to);

    /// The run that is shown, newest first choice; null: none of this variant.
    RunPtr shownRun() const { return shownRun_; }
    void showRun(const RunPtr& run);
    /// The course of a run of an earlier session, while there is none of this one; `about` says which.
    void showEarlier(const CoursePtr& course, const QString& about);
    /// Empty: the course is of this session.
    const QString& aboutEarlier() const { return aboutEarlier_; }
    /// The text that the last run was started on.
    const std::string& runText() const { return runText_; }
    /// The estimate of the analytic model for the load of now; null while there is none.
    RunPtr estimate() const { return estimate_; }
    CoursePtr course() const { return course_; }
    const SystemFigures& figures() const { return figures_; }
    /// A moment of the run to show; negative: the whole run.
    double moment() const { return moment_; }
    void setMoment(double seconds);

    /// Edits at the place that the chosen variant needs. `path` is a full one: `components.api.instances`.
    std::optional<model::TextError> setValue(const QString& path, const QString& value, const QString& label,
                                             const QString& mergeKey = {});
    /// Settings as the command line names them (`api.instances`, `workload.users`), as one step.
    std::optional<model::TextError> setAll(const std::vector<std::pair<std::string, std::string>>& settings, const QString& label);
    std::optional<model::TextError> removeEntry(const QString& path, const QString& label);
    std::optional<model::TextError> appendItem(const QString& path, const QString& item, const QString& label);
    std::optional<model::TextError> edit(const QString& label, const std::vector<ScenarioDocument::Change>& changes,
                                         const QString& mergeKey = {});

    void run();

Q_SIGNALS:
    void scenarioChanged();    ///< text, variant or both
    void variantChanged();
    void loadChanged();
    void selectionChanged();
    void courseChanged();      ///< other values over time
    void figuresChanged();
    void runChanged();         ///< another run is shown
    void editFailed(const QString& why);

private:
    void setCourse(const CoursePtr& course, const QString& aboutEarlier = {});
    void readDocument();
    void readScenario();
    void forgetRuns();
    void estimateLoad();
    void takeEstimate(const RunPtr& estimate);
    void refreshFigures();
    bool isShownRunOfNow() const;

    ScenarioDocument document_;
    RunController runs_;
    QString variant_;
    std::optional<model::Scenario> scenario_;
    std::optional<double> whatIf_;
    QStringList selection_;
    QPair<QString, QString> selectedCall_;
    Estimator estimator_;
    RunPtr shownRun_, estimate_;
    std::string runText_;  ///< what the last run was started on
    CoursePtr course_;
    QString aboutEarlier_;
    SystemFigures figures_;
    double moment_ = -1;
};

QString errorText(const model::TextError& error);

}  // namespace headroom::desktop
