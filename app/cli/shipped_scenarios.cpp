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

}  // namespace headroom::cli
