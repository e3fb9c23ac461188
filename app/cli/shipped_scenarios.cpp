// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/shipped_scenarios.h"

#include <algorithm>
#include <filesystem>

namespace headroom::cli {

namespace fs = std::filesystem;

namespace {

fs::path folderOfScenarios() {
    std::error_code error;
    const fs::path program = fs::read_symlink("/proc/self/exe", error);
    if (error) return {};
    const fs::path prefix = program.parent_path().parent_path();
    for (const char* folder : {"share/headroom/scenarios", "scenarios"})
        if (fs::is_directory(prefix / folder, error)) return prefix / folder;
    return {};
}

}  // namespace

std::vector<std::string> shippedScenarios() {
    std::vector<std::string> files;
    std::error_code error;
    for (const fs::directory_entry& entry : fs::directory_iterator(folderOfScenarios(), error))
        if (entry.path().extension() == ".yaml") files.push_back(entry.path().string());
    std::ranges::sort(files);
    return files;
}

bool isScenarioName(const std::string& text) {
    return !text.empty() && text.find_first_of("/.") == std::string::npos;
}

std::optional<std::string> shippedScenario(const std::string& name) {
    if (!isScenarioName(name)) return std::nullopt;
    for (const std::string& file : shippedScenarios())
        if (fs::path(file).stem() == name) return file;
    return std::nullopt;
}

std::vector<std::string> shippedNames() {
    std::vector<std::string> names;
    for (const std::string& file : shippedScenarios()) names.push_back(fs::path(file).stem().string());
    return names;
}

}  // namespace headroom::cli
