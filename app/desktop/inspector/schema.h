// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

/// The keys of the format as the inspector shows them, read from its JSON Schema: a key that the format gains appears by
/// itself.
namespace headroom::desktop {

enum class FieldKind {
    text, number, duration, rate, bandwidth, size, share, count, money, limit, distribution, choice, flag, component, keyClass,
    value,  ///< anything else, as YAML on one line
};

struct FieldSpec {
    QString key;          ///< below its owner: `size.min`
    FieldKind kind = FieldKind::value;
    QStringList choices;
    QString defaultText;  ///< what holds when it is absent; may be empty
    QString description;
    bool required = false;
};

/// The fields of a definition of the schema (`pool`, `call`, `run`), in its order, nested mappings flattened. `operations`,
/// `profiles` and what has pages of its own are left out.
QList<FieldSpec> fieldsOf(const QString& definition);

/// `Acquire timeout` in the user's language, for `acquire_timeout`.
QString fieldLabel(const QString& key);

}  // namespace headroom::desktop
