// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/document/variant_path.h"

#include "app/desktop/base/text.h"
#include "app/desktop/document/scenario_document.h"
#include "model/file/node_path.h"

namespace headroom::desktop {

namespace {

QString quotedKey(const std::string& key) { return u'"' + toQt(key) + u'"'; }

const QString kComponents = QStringLiteral("components.");

/// `components.api.instances` and `api.instances` are one.
QString shortPath(const QString& path) {
    return path.startsWith(kComponents) ? path.mid(kComponents.size()) : path;
}

/// The entry of `set` with the longest path that is or leads to `path`.
const model::YamlNode* leadingEntry(const model::YamlNode& set, const QString& path) {
    const model::YamlNode* longest = nullptr;
    const QString wanted = shortPath(path);
    for (const model::YamlNode& entry : set.children) {
        const QString key = shortPath(toQt(entry.key));
        const bool leads = wanted == key || wanted.startsWith(key + u'.') || wanted.startsWith(key + u'[');
        if (leads && (longest == nullptr || entry.key.size() > longest->key.size())) longest = &entry;
    }
    return longest;
}

const model::YamlNode* part(const model::YamlNode& root, const QString& variant, std::string_view name) {
    const model::YamlNode* variants = root.find("variants");
    const model::YamlNode* own = variants ? variants->find(fromQt(variant)) : nullptr;
    return own ? own->find(name) : nullptr;
}

bool leadsSomewhere(const model::YamlNode& from, const QString& path) {
    const auto parts = model::parsePath(fromQt(path));
    return parts && model::walkAbsolute(from, *parts).matched == parts->size();
}

/// The component or other named thing that the path is about: `components.api`.
QString ownerOf(const QString& path) { return path.section(u'.', 0, 1); }

}  // namespace

QString writePath(const ScenarioDocument& document, const QString& variant, const QString& path) {
    if (variant.isEmpty() || path.startsWith(u"layout.") || path.startsWith(u"variants.")) return path;
    const model::YamlNode& root = document.tree({});
    const QString own = QStringLiteral("variants.%1.").arg(variant);
    if (const auto* add = part(root, variant, "add"); add && leadsSomewhere(*add, ownerOf(path)) &&
                                                      !leadsSomewhere(root, ownerOf(path)))
        return own + QStringLiteral("add.") + path;
    const auto* set = part(root, variant, "set");
    const model::YamlNode* entry = set ? leadingEntry(*set, path) : nullptr;
    if (entry == nullptr) return own + QStringLiteral("set.\"%1\"").arg(shortPath(path));
    const QString rest = shortPath(path).mid(shortPath(toQt(entry->key)).size());
    return own + QStringLiteral("set.") + quotedKey(entry->key) + rest;
}

QString overridingEntry(const ScenarioDocument& document, const QString& variant, const QString& path) {
    if (variant.isEmpty()) return {};
    const auto* set = part(document.tree({}), variant, "set");
    const model::YamlNode* entry = set ? leadingEntry(*set, path) : nullptr;
    return entry ? QStringLiteral("variants.%1.set.%2").arg(variant, quotedKey(entry->key)) : QString();
}

}  // namespace headroom::desktop
