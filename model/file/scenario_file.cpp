// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/scenario_file.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "model/file/checks.h"
#include "model/file/overrides.h"
#include "model/file/sample_folder.h"
#include "model/file/sections.h"
#include "model/file/variants.h"
#include "model/file/yaml_node.h"

namespace headroom::model {
namespace {

constexpr std::size_t kMostDiagnostics = 200;

using Diagnostics = std::vector<Diagnostic>;

struct Reader {
    std::string name;
    SampleFolder folder;
};

/// A tree with changes, and what was wrong with them.
struct Changed {
    YamlNode root;
    Diagnostics diagnostics;
};

void append(Diagnostics& to, const Diagnostics& from) { to.insert(to.end(), from.begin(), from.end()); }

LoadedScenario read(Reader& reader, const Changed& changed, const std::string& variant) {
    Reading reading(reader.name, reader.folder.source(), namesIn(changed.root));
    LoadedScenario loaded;
    loaded.scenario = readScenario(reading, changed.root);
    loaded.scenario->variant = variant;
    loaded.diagnostics = changed.diagnostics;
    append(loaded.diagnostics, reading.diagnostics());
    return loaded;
}

Changed withVariant(Reader& reader, const YamlNode& root, const std::string& variant) {
    if (variant.empty()) return {root, {}};
    Reading reading(reader.name, reader.folder.source(), namesIn(root));
    Changed changed{applyVariant(reading, root, variant), {}};
    changed.diagnostics = std::move(reading.diagnostics());
    return changed;
}

void forgetPlaces(YamlNode& node) {
    node.place = {};
    node.keyPlace = {};
    for (YamlNode& child : node.children) forgetPlaces(child);
}

void applySetting(Reading& reading, YamlNode& root, const std::string& path, const std::string& value) {
    YamlText parsed = parseYaml(value, "--set");
    for (Diagnostic& diagnostic : parsed.diagnostics) {
        diagnostic.line = diagnostic.column = 0;
        diagnostic.path = path;
        reading.diagnostics().push_back(std::move(diagnostic));
    }
    if (hasErrors(parsed.diagnostics) || !parsed.complete) return;
    forgetPlaces(parsed.root);
    setValue(reading, root, path, std::move(parsed.root));
}

bool byPlace(const Diagnostic& a, const Diagnostic& b) {
    return std::tie(a.line, a.column) < std::tie(b.line, b.column);
}

/// In the order of the file, and not so many that nobody could read them.
void arrange(Diagnostics& diagnostics) {
    std::ranges::stable_sort(diagnostics, byPlace);
    if (diagnostics.size() <= kMostDiagnostics) return;
    const std::size_t rest = diagnostics.size() - kMostDiagnostics;
    diagnostics.resize(kMostDiagnostics);
    diagnostics.push_back({.file = diagnostics.front().file, .path = {},
                           .found = std::to_string(rest) + " more errors", .expected = {}, .suggestion = {}});
}

/// The lines that the section `variants` takes.
struct Lines {
    int first = 0;
    int end = 0;
    bool contain(int line) const { return line >= first && line < end; }
};

Lines variantLines(const YamlNode& root) {
    const YamlNode* variants = root.find("variants");
    if (!variants) return {};
    Lines lines{variants->keyPlace.line, std::numeric_limits<int>::max()};
    for (const YamlNode& section : root.children) {
        if (section.keyPlace.line > lines.first) lines.end = std::min(lines.end, section.keyPlace.line);
    }
    return lines;
}

bool contains(const Diagnostics& list, const Diagnostic& diagnostic) {
    return std::ranges::find(list, diagnostic) != list.end();
}

void expressionMetrics(const Expression& expression, std::vector<MetricRef>& metrics) {
    if (expression.kind == Expression::Kind::metric || expression.kind == Expression::Kind::capacity) {
        metrics.push_back(expression.metric);
    }
    for (const Expression& operand : expression.operands) expressionMetrics(operand, metrics);
}

}  // namespace

struct ScenarioFile::Tree {
    std::string text;
    Reader reader;
    YamlNode root;
    Diagnostics diagnostics;
    std::map<std::string, Scenario> scenarios;  ///< by variant; the base under ""
    std::vector<VariantInfo> variants;

    void load();
    void loadVariant(const std::string& variant, const Diagnostics& ofBase);
    void checkMetrics(const Changed& changed, LoadedScenario& loaded);
    void checkClaim(Reading& reading, const Item& item, const Claim& claim, const Scenario& own);
    LoadedScenario loadWith(const Overrides& overrides);
    Changed change(const Overrides& overrides);
    bool knowsVariant(const std::string& name) const;
};

void ScenarioFile::Tree::load() {
    YamlText yaml = parseYaml(text, reader.name);
    diagnostics = std::move(yaml.diagnostics);
    root = std::move(yaml.root);
    if (!yaml.complete) return;
    if (root.place.line == 0) root.place = {.line = 1, .column = 1};
    LoadedScenario base = read(reader, {root, {}}, "");
    variants = base.scenario->variants;
    scenarios.emplace("", std::move(*base.scenario));
    const Diagnostics ofBase = base.diagnostics;
    append(diagnostics, ofBase);
    for (const VariantInfo& variant : variants) loadVariant(variant.name, ofBase);
}

void ScenarioFile::Tree::loadVariant(const std::string& variant, const Diagnostics& ofBase) {
    const Lines own = variantLines(root);
    LoadedScenario loaded = read(reader, withVariant(reader, root, variant), variant);
    scenarios.emplace(variant, std::move(*loaded.scenario));
    for (Diagnostic& diagnostic : loaded.diagnostics) {
        if (contains(ofBase, diagnostic)) continue;
        if (!own.contain(diagnostic.line)) diagnostic.found += " in the variant `" + variant + "`";
        if (!contains(diagnostics, diagnostic)) diagnostics.push_back(std::move(diagnostic));
    }
}

ScenarioFile::ScenarioFile(std::string text, std::string name, std::string folder)
    : tree_(std::make_unique<Tree>(Tree{.text = std::move(text),
                                        .reader = {std::move(name), SampleFolder(std::move(folder))},
                                        .root = {}, .diagnostics = {}, .scenarios = {}, .variants = {}})) {
    tree_->load();
    arrange(tree_->diagnostics);
}

ScenarioFile::~ScenarioFile() = default;
ScenarioFile::ScenarioFile(ScenarioFile&&) noexcept = default;
ScenarioFile& ScenarioFile::operator=(ScenarioFile&&) noexcept = default;

const std::vector<Diagnostic>& ScenarioFile::diagnostics() const { return tree_->diagnostics; }
const std::string& ScenarioFile::text() const { return tree_->text; }
const std::vector<VariantInfo>& ScenarioFile::variants() const { return tree_->variants; }

bool ScenarioFile::Tree::knowsVariant(const std::string& name) const {
    return name.empty() || std::ranges::find(variants, name, &VariantInfo::name) != variants.end();
}

Changed ScenarioFile::Tree::change(const Overrides& overrides) {
    Changed changed = withVariant(reader, root, overrides.variant);
    Reading reading(reader.name, reader.folder.source(), namesIn(changed.root));
    for (const auto& [path, value] : overrides.set) applySetting(reading, changed.root, path, value);
    append(changed.diagnostics, reading.diagnostics());
    return changed;
}

LoadedScenario ScenarioFile::Tree::loadWith(const Overrides& overrides) {
    LoadedScenario loaded = read(reader, change(overrides), overrides.variant);
    Workload& workload = loaded.scenario->workload;
    if (overrides.users && !hasErrors(loaded.diagnostics)) {
        if (const auto problem = makeConstant(workload, *overrides.users)) loaded.diagnostics.push_back(*problem);
    }
    if (overrides.peak && !hasErrors(loaded.diagnostics)) {
        if (const auto problem = scaleToPeak(workload, *overrides.peak)) loaded.diagnostics.push_back(*problem);
    }
    return loaded;
}

LoadedScenario ScenarioFile::scenario(const Overrides& overrides) const {
    if (hasErrors(tree_->diagnostics)) return {.scenario = {}, .diagnostics = tree_->diagnostics};
    if (!tree_->knowsVariant(overrides.variant)) {
        std::vector<std::string> names;
        for (const VariantInfo& variant : tree_->variants) names.push_back(variant.name);
        return {.scenario = {}, .diagnostics = {{.file = "--variant", .path = {}, .found = quoted(overrides.variant),
                                                 .expected = "the name of a variant",
                                                 .suggestion = nearestName(overrides.variant, names)}}};
    }
    LoadedScenario loaded = tree_->loadWith(overrides);
    arrange(loaded.diagnostics);
    if (hasErrors(loaded.diagnostics)) loaded.scenario.reset();
    return loaded;
}

}  // namespace headroom::model
