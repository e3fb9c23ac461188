// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <span>

/// What the canvas knows of each component type. A new type of the format needs one row here, its symbol in
/// app/report/component_icon, and nothing in the inspector, which reads the format's schema.
namespace headroom::desktop {

struct ComponentKind {
    const char* type;       ///< the word of the file
    const char* name;       ///< for people, to be translated in the context "ComponentKind"
    const char* about;      ///< one line, likewise
    const char* starter;    ///< the value of a new component; `to` and `origin` are left to be connected
    const char* link;       ///< the key that names what is behind it; empty where calls stand in operations
};

std::span<const ComponentKind> componentKinds();
/// Null for a type that this version has no row for.
const ComponentKind* componentKind(const QString& type);
/// `Load balancer`
QString kindName(const QString& type);
QString kindAbout(const QString& type);

}  // namespace headroom::desktop
