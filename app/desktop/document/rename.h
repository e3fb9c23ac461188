// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/file/yaml_node.h"
#include "model/quantity/parsed.h"

#include <QHash>
#include <QString>

#include <string>

/// Names of components, wherever they stand.
namespace headroom::desktop {

/// The text with a component called otherwise: its own key, what calls it or hands on to it, entries, places, the paths of
/// variants, and the metrics of objectives, claims and alerts.
model::Parsed<std::string> renamed(const std::string& text, const std::string& from, const std::string& to);

/// Lets the links of a copied component lead to copies, where their targets were copied too.
void redirect(model::YamlNode& component, const QHash<QString, QString>& names);

}  // namespace headroom::desktop
