// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/scenario_file.h"

#include "model/file/checks.h"
#include "model/file/diagnostic_list.h"
#include "model/file/overrides.h"
#include "model/file/roll_out_trees.h"
#include "model/file/sample_folder.h"
#include "model/file/sections.h"
#include "model/file/variants.h"
#include "model/file/yaml_node.h"
#include "model/roll_out.h"
#include "model/said.h"

#include <algorithm>

namespace headroom::model {
namespace {

void forgetPlaces(YamlNode& node) {
    node.place = {};
    node.keyPlace = {};
    for (YamlNode& child : node.children) forgetPlaces(child);
}

/// The value of `--set path=value`, read as YAML.
void applySetting(Reading& reading, YamlNode& root, const std::string& path,
                  const std::string& value) {
    YamlText parsed = parseYaml(value, "--set");
    for (Diagnostic& diagnostic : parsed.diagnostics) {
        diagnostic.line = diagnostic.column = 0;
        diagnostic.path = path;
    }
    append(reading.diagnostics(), parsed.diagnostics);
    if (!parsed.diagnostics.empty()) return;
    forgetPlaces(parsed.root);
    setValue(reading, root, path, std::move(parsed.root));
}

Diagnostic unknownVariant(const std::string& name, const std::vector<std::string>& names) {
    Diagnostic diagnostic;
    diagnostic.file = "--variant";
    diagnostic.found = quoted(name);
    diagnostic.expected = said("Model", "the name of a variant");
    diagnostic.suggestion = nearestName(name, names);
    return diagnostic;
}

/// A tree with its changes, the scenario in it, and what is wrong with either.
struct Version {
    YamlNode root;
    Scenario scenario;
    Diagnostics diagnostics;
};

}  // namespace

struct ScenarioFile::Tree {
    std::string text;
    std::string name;
    SampleFolder folder;
    Unsimulated unsimulated = Unsimulated::refused;
    YamlNode root;
    Diagnostics diagnostics;
    ScenariosByVariant scenarios;
    std::vector<VariantInfo> variants;

    void load();
    void loadScenarios();
    Version version(const Overrides& overrides) { return version(overrides, {}); }
    Version version(const Overrides& overrides, const std::string& further);
    void checkAll();
    void checkJudgements(Reading& judged, const Version& version);
    LoadedScenario loadWith(const Overrides& overrides);
    void addRollOut(Version& loaded, const Overrides& overrides);
    std::vector<std::string> variantNames() const;
    Reading reading(const YamlNode& tree) { return {name, &folder, namesIn(tree), unsimulated}; }
};

void ScenarioFile::Tree::load() {
    YamlText yaml = parseYaml(text, name);
    diagnostics = std::move(yaml.diagnostics);
    root = std::move(yaml.root);
    if (root.place.line == 0) root.place = {.line = 1, .column = 1};
    if (yaml.complete) loadScenarios();
    arrange(diagnostics);
}

/// Base and variants are read first, and compared with each other's names then.
void ScenarioFile::Tree::loadScenarios() {
    Version base = version({});
    variants = base.scenario.variants;
    scenarios.emplace("", base.scenario);
    addRollOut(base, {});
    append(diagnostics, base.diagnostics);
    VariantDiagnostics ofVariants(root, base.diagnostics);
    for (const VariantInfo& variant : variants) {
        Overrides overrides;
        overrides.variant = variant.name;
        Version changed = version(overrides);
        scenarios.emplace(variant.name, changed.scenario);
        addRollOut(changed, overrides);
        ofVariants.add(variant.name, changed.diagnostics, diagnostics);
    }
    checkAll();
}

void ScenarioFile::Tree::checkAll() {
    Reading layout = reading(root);
    checkLayout(layout, root, scenarios);
    append(diagnostics, layout.diagnostics());
    for (const auto& [variant, scenario] : scenarios) {
        Reading judged = reading(root);
        const YamlNode tree = variant.empty() ? root : applyVariant(judged, root, variant);
        judged = reading(tree);
        checkJudgements(judged, {tree, scenario, {}});
        append(diagnostics, judged.diagnostics());
    }
}

/// With one variant, and a further one on top of it.
Version ScenarioFile::Tree::version(const Overrides& overrides, const std::string& further) {
    Version version;
    Reading changes = reading(root);
    version.root =
        overrides.variant.empty() ? root : applyVariant(changes, root, overrides.variant);
    if (!further.empty())
        version.root = applyVariant(changes, version.root, further, overrides.variant);
    for (const auto& [path, value] : overrides.set)
        applySetting(changes, version.root, path, value);
    Reading content = reading(version.root);
    content.setBase(&root, &version.root);
    version.scenario = readScenario(content, version.root);
    version.scenario.notSimulated = content.notSimulated();
    version.scenario.variant = overrides.variant;
    version.diagnostics = std::move(changes.diagnostics());
    append(version.diagnostics, content.diagnostics());
    return version;
}

void ScenarioFile::Tree::checkJudgements(Reading& judged, const Version& version) {
    checkObjectives(judged, version.root, version.scenario);
    checkAlerts(judged, version.root, version.scenario);
    checkObserved(judged, version.root, version.scenario, scenarios);
    checkClaims(judged, version.root, version.scenario, scenarios);
}

/// Puts what the traffic is rolled out to beside it, with the same settings of the command line.
/// Where the variant is there already, all of the traffic is on it.
void ScenarioFile::Tree::addRollOut(Version& loaded, const Overrides& overrides) {
    if (!loaded.scenario.rollOut || hasErrors(loaded.diagnostics)) return;
    const std::string& variant = loaded.scenario.rollOut->variant;
    if (isBuiltOn(root, overrides.variant, variant)) return loaded.scenario.rollOut.reset();
    Version next = version(overrides, variant);
    append(loaded.diagnostics, next.diagnostics);
    if (hasErrors(loaded.diagnostics)) return;
    Reading compared = reading(loaded.root);
    checkSides(compared, loaded.root, next.root);
    append(loaded.diagnostics, compared.diagnostics());
    if (hasErrors(loaded.diagnostics)) return;
    loaded.scenario =
        sideBySide(loaded.scenario, next.scenario, changedComponents(loaded.root, next.root));
    loaded.scenario.rollOutScenario = std::make_shared<const Scenario>(std::move(next.scenario));
}

LoadedScenario ScenarioFile::Tree::loadWith(const Overrides& overrides) {
    Version loaded = version(overrides);
    Reading judged = reading(loaded.root);
    checkJudgements(judged, loaded);
    append(loaded.diagnostics, judged.diagnostics());
    const auto apply = [&](const std::optional<double>& load, auto change) {
        if (!load || hasErrors(loaded.diagnostics)) return;
        if (const auto problem = change(loaded.scenario.workload, *load)) {
            loaded.diagnostics.push_back(*problem);
        }
    };
    apply(overrides.users, makeConstant);
    apply(overrides.peak, scaleToPeak);
    addRollOut(loaded, overrides);
    arrange(loaded.diagnostics);
    if (hasErrors(loaded.diagnostics)) return {.scenario = {}, .diagnostics = loaded.diagnostics};
    return {.scenario = std::move(loaded.scenario), .diagnostics = std::move(loaded.diagnostics)};
}

std::vector<std::string> ScenarioFile::Tree::variantNames() const {
    std::vector<std::string> names;
    for (const VariantInfo& variant : variants) names.push_back(variant.name);
    return names;
}

ScenarioFile::ScenarioFile(std::string text, std::string name, std::string folder,
                           Unsimulated unsimulated)
    : tree_(std::make_unique<Tree>(Tree{.text = std::move(text),
                                        .name = std::move(name),
                                        .folder = SampleFolder(std::move(folder)),
                                        .unsimulated = unsimulated,
                                        .root = {},
                                        .diagnostics = {},
                                        .scenarios = {},
                                        .variants = {}})) {
    tree_->load();
}

ScenarioFile::~ScenarioFile() = default;
ScenarioFile::ScenarioFile(ScenarioFile&&) noexcept = default;
ScenarioFile& ScenarioFile::operator=(ScenarioFile&&) noexcept = default;

const std::vector<Diagnostic>& ScenarioFile::diagnostics() const { return tree_->diagnostics; }
const std::string& ScenarioFile::text() const { return tree_->text; }
const std::vector<VariantInfo>& ScenarioFile::variants() const { return tree_->variants; }

LoadedScenario ScenarioFile::scenario(const Overrides& overrides) const {
    if (hasErrors(tree_->diagnostics)) return {.scenario = {}, .diagnostics = tree_->diagnostics};
    const auto names = tree_->variantNames();
    if (!overrides.variant.empty() && std::ranges::find(names, overrides.variant) == names.end()) {
        return {.scenario = {}, .diagnostics = {unknownVariant(overrides.variant, names)}};
    }
    return tree_->loadWith(overrides);
}

}  // namespace headroom::model
