// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/inspector/schema.h"

#include <QString>

namespace headroom::desktop {

/// What was typed into a field, as it is to stand in the file, or why it cannot.
struct FieldInput {
    QString yaml;   ///< `1.5 s` for `1500ms`; quoted where YAML needs it; empty: take the entry away
    QString error;  ///< empty if it is right
};
FieldInput readField(const FieldSpec& field, const QString& typed);

/// A text as a YAML value on one line.
QString yamlText(const QString& text);

}  // namespace headroom::desktop
