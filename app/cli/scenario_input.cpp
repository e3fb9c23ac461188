// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/scenario_input.h"

#include "app/cli/console.h"
#include "app/cli/input_file.h"
#include "app/cli/shipped_scenarios.h"
#include "model/file/diagnostic.h"

#include <QFile>
#include <QFileInfo>

namespace headroom::cli {

namespace {

std::nullopt_t refuse(const std::string& path, const std::string& why) {
    printError(path + ": error: cannot be read: " + why);
    return std::nullopt;
}

// A name that no file has is one of those that come with the program.
std::string pathOf(const std::string& given) {
    if (QFileInfo::exists(QFile::decodeName(given.c_str()))) return given;
    return shippedScenario(given).value_or(given);
}

// What a word that is neither may have been meant to be; empty for what is clearly a path.
std::string remedyFor(const std::string& given) {
    const std::vector<std::string> names = shippedNames();
    if (!isScenarioName(given) || names.empty()) return "";
    std::string remedy = "; with the program come";
    for (const std::string& name : names) remedy += (name == names.front() ? " `" : ", `") + name + "`";
    const std::string nearest = model::nearestName(given, names);
    return nearest.empty() ? remedy : remedy + "; did you mean `" + nearest + "`?";
}

std::optional<std::string> textOf(const std::string& path) {
    std::string why;
    std::optional<std::string> text = contentOf(path, why);
    if (text) return text;
    return refuse(path, QFileInfo::exists(QFile::decodeName(path.c_str())) ? why : why + remedyFor(path));
}

}  // namespace

bool DiagnosticPrinter::print(const std::vector<model::Diagnostic>& diagnostics) {
    for (const model::Diagnostic& diagnostic : diagnostics) {
        const std::string text = toText(diagnostic);
        if (printed_.insert(text).second) printError(text);
    }
    return !hasErrors(diagnostics);
}

std::optional<model::ScenarioFile> readScenarioFile(const std::string& given) {
    const std::string path = pathOf(given);
    std::optional<std::string> text = textOf(path);
    if (!text) return std::nullopt;
    const QString folder = QFileInfo(QFile::decodeName(path.c_str())).absolutePath();
    return model::ScenarioFile(std::move(*text), path, QFile::encodeName(folder).toStdString());
}

}  // namespace headroom::cli
