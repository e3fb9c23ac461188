// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/file/diagnostic.h"
#include "model/file/yaml_node.h"

namespace headroom::model {

using Diagnostics = std::vector<Diagnostic>;

void append(Diagnostics& to, const Diagnostics& from);

/// In the order of the file, each once, and not so many that nobody could read them.
void arrange(Diagnostics& diagnostics);

/// "the name of a component in the variant `target`"; of the base (empty), the phrase itself.
std::string inVariant(const std::string& phrase, const std::string& variant);

/// Adds what a variant has beyond the base. What is said of a line outside `variants` gets the
/// variant's name, and is said of the first such variant only.
class VariantDiagnostics {
public:
    VariantDiagnostics(const YamlNode& root, const Diagnostics& ofBase);
    void add(const std::string& variant, const Diagnostics& diagnostics, Diagnostics& to);

private:
    bool isInVariants(const Diagnostic& diagnostic) const;
    bool isNew(const Diagnostic& diagnostic);

    int firstLine_ = 0;
    int endLine_ = 0;
    Diagnostics seen_;
};

}  // namespace headroom::model
