// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/file/diagnostic.h"
#include "model/file/not_simulated.h"
#include "model/file/sample_folder.h"
#include "model/file/yaml_node.h"
#include "model/quantity/distribution.h"
#include "model/quantity/number_text.h"

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

/// What the readers of the file's sections share: the diagnostics so far, and the names to be
/// looked up once everything is read.
namespace headroom::model {

constexpr std::size_t kMostDiagnostics = 200;

/// A value with the path that leads to it, `components.api.concurrency`.
struct Item {
    const YamlNode* node = nullptr;
    std::string path;
};

Item entryOf(const Item& parent, const YamlNode& child);
Item elementOf(const Item& sequence, std::size_t index);

/// What the file names and refers to.
struct Names {
    std::vector<std::string> components;
    std::vector<std::string> keys;
    std::vector<std::string> variants;
    std::vector<std::string> zones;
    std::vector<std::string> regions;
};

class Reading {
public:
    /// `folder` is where files that the scenario names are read; without one there are none.
    Reading(std::string fileName, SampleFolder* folder, Names names,
            Unsimulated unsimulated = Unsimulated::refused)
        : fileName_(std::move(fileName)),
          folder_(folder),
          names_(std::move(names)),
          unsimulated_(unsimulated) {}

    void error(const Item& item, std::string found, std::string expected,
               std::string suggestion = {});
    void errorAt(const Place& place, std::string path, std::string found, std::string expected,
                 std::string suggestion = {});
    /// An error at the key of an entry, where the name itself is what is wrong.
    void errorAtKey(const Item& item, std::string found, std::string expected,
                    std::string suggestion = {});
    void wrongKind(const Item& item, std::string expected);
    void textError(const Item& item, const TextError& error);
    void warning(const Item& item, std::string sentence);
    /// "`faults` is not supported by this version of Headroom"
    void unsupported(const Item& item, const NotSimulated& row);

    /// What another file says is wrong with it.
    void report(Diagnostic diagnostic);

    /// An error, with the nearest name, unless `name` is one of `candidates`. `expected`: "the name
    /// of a component".
    void expectName(const Item& item, const std::string& name, const std::string& expected,
                    const std::vector<std::string>& candidates);

    const Names& names() const { return names_; }
    SampleSource samples() const { return folder_ ? folder_->source() : SampleSource{}; }
    const SampleFolder* folder() const { return folder_; }
    /// For how long the scenario is to run: as far as schedules that go on for ever are needed.
    Duration horizon() const { return horizon_; }
    void setHorizon(Duration horizon) { horizon_ = horizon; }
    /// The file's tree without a variant, for what is said about other variants.
    void setBase(const YamlNode* base, const YamlNode* current) {
        base_ = base;
        current_ = current;
    }
    /// The tree with a variant applied; the one being read where it is empty. Null if there is no
    /// such variant, or it cannot be applied.
    const YamlNode* tree(const std::string& variant);
    /// Bytes of an image by its name, in the mean over formats.
    std::map<std::string, double>& imageBytes() { return imageBytes_; }
    const std::string& fileName() const { return fileName_; }
    std::vector<Diagnostic>& diagnostics() { return diagnostics_; }
    std::size_t errorCount() const { return errors_; }
    /// In words, what is not simulated and was accepted all the same; each once.
    const std::vector<std::string>& notSimulated() const { return notSimulated_; }
    /// More errors than anybody reads; where each costs a search, the rest may be left out.
    bool isFull() const { return errors_ > kMostDiagnostics; }

private:
    std::string fileName_;
    SampleFolder* folder_;
    Names names_;
    Duration horizon_{};
    const YamlNode* base_ = nullptr;
    const YamlNode* current_ = nullptr;
    std::map<std::string, std::shared_ptr<const YamlNode>> trees_;
    std::map<std::string, double> imageBytes_;
    std::vector<Diagnostic> diagnostics_;
    std::size_t errors_ = 0;
    Unsimulated unsimulated_;
    std::vector<std::string> notSimulated_;
};

/// "`a`, `b` or `c`"
std::string oneOf(const std::vector<std::string>& words);

}  // namespace headroom::model
