// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/console.h"
#include "app/cli/import_command.h"
#include "app/cli/input_file.h"
#include "app/cli/output_file.h"
#include "app/exchange/drafts.h"
#include "app/exchange/foreign_yaml.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iostream>

/// `headroom import compose.yaml`: manifests as a first scenario.
namespace headroom::cli {

namespace {

namespace fs = std::filesystem;

constexpr const char* kStandardInput = "-";

std::string upTo(std::istream& stream, std::size_t most) {
    std::string text(most, '\0');
    stream.read(text.data(), static_cast<std::streamsize>(most));
    text.resize(static_cast<std::size_t>(stream.gcount()));
    return text;
}

// One byte more than is taken, so that what is too large is seen.
std::optional<std::string> textOf(const std::string& path, std::string& why) {
    constexpr std::size_t kMost = exchange::kMostForeignBytes + 1;
    if (path == kStandardInput) return upTo(std::cin, kMost);
    auto text = contentOf(path, why);
    if (text && text->size() > kMost) text->resize(kMost);
    return text;
}

/// `shop` of `shop.yaml` and of `shop/compose.yaml`.
std::string titleOf(const std::string& path) {
    constexpr std::array<std::string_view, 7> kAnybodys{"docker-compose", "compose",   "deployment", "deployments",
                                                        "manifests",      "manifest", "all"};
    if (path == kStandardInput) return "Draft";
    std::error_code none;
    const std::string stem = fs::path(path).stem().string();
    const std::string folder = fs::absolute(path, none).parent_path().filename().string();
    const bool isAnybodys = std::ranges::find(kAnybodys, stem) != kAnybodys.end();
    return isAnybodys && !folder.empty() ? folder : stem;
}

std::size_t countOf(const std::string& text, std::string_view what) {
    std::size_t count = 0;
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + what.size())) ++count;
    return count;
}

std::string whatToDo(const std::string& path, const std::string& draft) {
    const std::size_t body = std::min(draft.find("\ncomponents:"), draft.size());
    const std::size_t places = countOf(draft.substr(body), "FILL IN"), leftOut = countOf(draft, "\n# - ");
    return path + ": a first draft. Fill in what is marked FILL IN (" + std::to_string(places) + " places)" +
           (leftOut > 0 ? "; what was left out (" + std::to_string(leftOut) + ") is named at its top" : "") +
           ".\nThen: headroom check " + path + "; headroom solve " + path + "\n";
}

}  // namespace

bool ImportCommand::isManifest() const {
    if (options_.source == kStandardInput) return true;
    constexpr std::size_t kHead = 64 * 1024;
    std::error_code none;
    if (options_.source.empty() || !fs::is_regular_file(options_.source, none)) return false;
    std::ifstream file(options_.source, std::ios::binary);
    return file && exchange::looksLikeManifest(upTo(file, kHead));
}

ExitCode ImportCommand::manifests() const {
    std::vector<exchange::ManifestFile> files;
    std::vector<std::string> sources{options_.source};
    sources.insert(sources.end(), options_.more.begin(), options_.more.end());
    for (const std::string& source : sources) {
        std::string why;
        auto text = textOf(source, why);
        if (!text) return printError(source + ": error: cannot be read: " + why), ExitCode::badInput;
        files.push_back({source == kStandardInput ? "standard input" : fs::path(source).filename().string(), std::move(*text)});
    }
    const auto draft = exchange::draftOf(files, titleOf(options_.source));
    if (!draft) {
        printError("headroom import: error: found " + draft.error().found + ", expected " + draft.error().expected);
        return ExitCode::badInput;
    }
    if (options_.propose.empty()) return printOutput(*draft) ? ExitCode::done : ExitCode::unfinished;
    if (const auto problem = writeFile(options_.propose, *draft))
        return printError("headroom import: " + *problem), ExitCode::unfinished;
    if (options_.quiet) return ExitCode::done;
    return printOutput(whatToDo(options_.propose, *draft)) ? ExitCode::done : ExitCode::unfinished;
}

}  // namespace headroom::cli
