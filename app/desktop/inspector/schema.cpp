// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/inspector/schema.h"

#include "app/desktop/base/text.h"

#include <QCoreApplication>
#include <QFile>
#include <QHash>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace headroom::desktop {

namespace {

using Json = nlohmann::ordered_json;

const Json& schema() {
    static const Json json = [] {
        QFile file(QStringLiteral(":/schema/headroom-1.schema.json"));
        return file.open(QIODevice::ReadOnly) ? Json::parse(file.readAll().toStdString(), nullptr, false) : Json();
    }();
    return json;
}

const QHash<QString, FieldKind> kKinds{
    {"duration", FieldKind::duration}, {"rate", FieldKind::rate}, {"bandwidth", FieldKind::bandwidth},
    {"size", FieldKind::size}, {"share", FieldKind::share}, {"count", FieldKind::count}, {"thousands", FieldKind::count},
    {"money", FieldKind::money}, {"limit", FieldKind::limit}, {"distribution", FieldKind::distribution},
    {"name", FieldKind::text}};

const QStringList kComponentKeys{"to", "origin", "scales", "entry"};
const QStringList kElsewhere{"type", "operations", "profiles", "steps"};

QString refOf(const Json& property) {
    if (!property.contains("$ref")) return {};
    return toQt(property["$ref"].get<std::string>()).section(u'/', -1);
}

const Json* definitionOf(const QString& name) {
    const Json& all = schema();
    if (!all.contains("$defs") || !all["$defs"].contains(fromQt(name))) return nullptr;
    return &all["$defs"][fromQt(name)];
}

QStringList choicesOf(const Json& property) {
    QStringList choices;
    if (property.contains("enum"))
        for (const Json& value : property["enum"]) choices << toQt(value.is_string() ? value.get<std::string>() : value.dump());
    return choices;
}

QString textOf(const Json& value) {
    if (value.is_string()) return toQt(value.get<std::string>());
    return toQt(value.dump());
}

FieldKind kindOf(const QString& key, const Json& property) {
    if (kComponentKeys.contains(key)) return FieldKind::component;
    if (key == u"keys") return FieldKind::keyClass;
    if (property.contains("enum")) return FieldKind::choice;
    if (const QString ref = refOf(property); !ref.isEmpty()) {
        if (kKinds.contains(ref)) return kKinds[ref];
        const Json* definition = definitionOf(ref);
        return definition ? kindOf(key, *definition) : FieldKind::value;
    }
    const std::string type = property.value("type", std::string());
    if (type == "boolean") return FieldKind::flag;
    if (type == "integer") return FieldKind::count;
    if (type == "number") return FieldKind::number;
    if (type == "string" && !property.contains("pattern")) return FieldKind::text;
    if (!property.contains("anyOf")) return FieldKind::value;
    const Json& alternatives = property["anyOf"];
    const bool counts = alternatives.size() == 2 && alternatives[0].value("type", std::string()) == "integer";
    return counts ? FieldKind::count : FieldKind::value;
}

/// The mapping that a property is, if its keys are fields of their own.
const Json* mappingOf(const Json& property) {
    const QString ref = refOf(property);
    const Json* definition = ref.isEmpty() ? &property : definitionOf(ref);
    return definition && definition->contains("properties") ? definition : nullptr;
}

QString describe(const Json& property) {
    const Json* definition = definitionOf(refOf(property));
    const Json* described = property.contains("description") ? &property : definition;
    if (described == nullptr || !described->contains("description")) return {};
    return QCoreApplication::translate("Schema", (*described)["description"].get<std::string>().c_str());
}

bool isRequired(const Json& owner, const std::string& key) {
    if (!owner.contains("required")) return false;
    return std::ranges::find(owner["required"], Json(key)) != owner["required"].end();
}

void addFields(const Json& owner, const QString& prefix, QList<FieldSpec>& fields) {
    for (const auto& [key, property] : owner["properties"].items()) {
        const QString name = toQt(key);
        if (kElsewhere.contains(name) && prefix.isEmpty()) continue;
        if (const Json* mapping = mappingOf(property)) {
            addFields(*mapping, prefix + name + u'.', fields);
            continue;
        }
        FieldSpec field{prefix + name, kindOf(name, property), {}, {}, describe(property), isRequired(owner, key) && prefix.isEmpty()};
        const QString ref = refOf(property);
        const Json* definition = ref.isEmpty() ? nullptr : definitionOf(ref);
        field.choices = choicesOf(definition && definition->contains("enum") ? *definition : property);
        if (property.contains("default")) field.defaultText = textOf(property["default"]);
        else if (definition && definition->contains("default")) field.defaultText = textOf((*definition)["default"]);
        fields << field;
    }
}

/// The keys of all kinds of a thing (an autoscaler's), each once; a key that chooses the kind offers all of them.
QList<FieldSpec> fieldsOfAny(const Json& owner) {
    QList<FieldSpec> fields;
    QStringList kinds;
    for (const Json& alternative : owner["anyOf"]) {
        const Json* one = mappingOf(alternative);
        if (one == nullptr) continue;
        QList<FieldSpec> own;
        addFields(*one, {}, own);
        const Json& properties = (*one)["properties"];
        if (properties.contains("kind") && properties["kind"].contains("const")) kinds << textOf(properties["kind"]["const"]);
        for (const FieldSpec& field : own)
            if (std::ranges::find(fields, field.key, &FieldSpec::key) == fields.end()) fields << field;
    }
    const auto kind = std::ranges::find(fields, QStringLiteral("kind"), &FieldSpec::key);
    if (kind != fields.end() && !kinds.isEmpty()) {
        kind->kind = FieldKind::choice;
        kind->choices = kinds;
    }
    return fields;
}

/// Labels that a translation exists for; others are made from the key.
constexpr const char* kLabels[] = {
    QT_TRANSLATE_NOOP("Field", "About"), QT_TRANSLATE_NOOP("Field", "Acquire timeout"), QT_TRANSLATE_NOOP("Field", "Access"),
    QT_TRANSLATE_NOOP("Field", "Actions"), QT_TRANSLATE_NOOP("Field", "Arrivals"), QT_TRANSLATE_NOOP("Field", "Attempts"),
    QT_TRANSLATE_NOOP("Field", "Backoff"), QT_TRANSLATE_NOOP("Field", "Cancel"), QT_TRANSLATE_NOOP("Field", "Cap"),
    QT_TRANSLATE_NOOP("Field", "Capacity"), QT_TRANSLATE_NOOP("Field", "Cold start"), QT_TRANSLATE_NOOP("Field", "Concurrency"),
    QT_TRANSLATE_NOOP("Field", "Confidence"), QT_TRANSLATE_NOOP("Field", "Connect"), QT_TRANSLATE_NOOP("Field", "Count"),
    QT_TRANSLATE_NOOP("Field", "CPU"), QT_TRANSLATE_NOOP("Field", "CPUs"), QT_TRANSLATE_NOOP("Field", "Delay"),
    QT_TRANSLATE_NOOP("Field", "Discipline"), QT_TRANSLATE_NOOP("Field", "Down"), QT_TRANSLATE_NOOP("Field", "Duration"),
    QT_TRANSLATE_NOOP("Field", "Entry"), QT_TRANSLATE_NOOP("Field", "Errors"), QT_TRANSLATE_NOOP("Field", "Eviction"),
    QT_TRANSLATE_NOOP("Field", "Hit ratio"), QT_TRANSLATE_NOOP("Field", "Idle timeout"), QT_TRANSLATE_NOOP("Field", "Instance hour"),
    QT_TRANSLATE_NOOP("Field", "Instances"), QT_TRANSLATE_NOOP("Field", "Jitter"), QT_TRANSLATE_NOOP("Field", "Journey"),
    QT_TRANSLATE_NOOP("Field", "Keep alive"), QT_TRANSLATE_NOOP("Field", "Keys"), QT_TRANSLATE_NOOP("Field", "Latency"),
    QT_TRANSLATE_NOOP("Field", "Leave"), QT_TRANSLATE_NOOP("Field", "Line"), QT_TRANSLATE_NOOP("Field", "Max"),
    QT_TRANSLATE_NOOP("Field", "Memory"), QT_TRANSLATE_NOOP("Field", "Min"), QT_TRANSLATE_NOOP("Field", "Name"),
    QT_TRANSLATE_NOOP("Field", "Network"), QT_TRANSLATE_NOOP("Field", "Objective"), QT_TRANSLATE_NOOP("Field", "On error"),
    QT_TRANSLATE_NOOP("Field", "Operation"), QT_TRANSLATE_NOOP("Field", "Origin"), QT_TRANSLATE_NOOP("Field", "Over"),
    QT_TRANSLATE_NOOP("Field", "Pending"), QT_TRANSLATE_NOOP("Field", "Per million"), QT_TRANSLATE_NOOP("Field", "Policy"),
    QT_TRANSLATE_NOOP("Field", "Popularity"), QT_TRANSLATE_NOOP("Field", "Price"), QT_TRANSLATE_NOOP("Field", "Probability"),
    QT_TRANSLATE_NOOP("Field", "Queue"), QT_TRANSLATE_NOOP("Field", "Range"), QT_TRANSLATE_NOOP("Field", "Replications"),
    QT_TRANSLATE_NOOP("Field", "Retry"), QT_TRANSLATE_NOOP("Field", "Round trip"), QT_TRANSLATE_NOOP("Field", "Sample"),
    QT_TRANSLATE_NOOP("Field", "Scope"), QT_TRANSLATE_NOOP("Field", "Seed"), QT_TRANSLATE_NOOP("Field", "Servers"),
    QT_TRANSLATE_NOOP("Field", "Share"), QT_TRANSLATE_NOOP("Field", "Single flight"), QT_TRANSLATE_NOOP("Field", "Size"),
    QT_TRANSLATE_NOOP("Field", "Start"), QT_TRANSLATE_NOOP("Field", "Think"), QT_TRANSLATE_NOOP("Field", "Timeout"),
    QT_TRANSLATE_NOOP("Field", "Times"), QT_TRANSLATE_NOOP("Field", "To"), QT_TRANSLATE_NOOP("Field", "TTL"),
    QT_TRANSLATE_NOOP("Field", "Up"), QT_TRANSLATE_NOOP("Field", "Users"), QT_TRANSLATE_NOOP("Field", "Warm up"),
    QT_TRANSLATE_NOOP("Field", "Work"), QT_TRANSLATE_NOOP("Field", "Writes"),
    QT_TRANSLATE_NOOP("Field", "Activation"), QT_TRANSLATE_NOOP("Field", "After"),
    QT_TRANSLATE_NOOP("Field", "Answer"), QT_TRANSLATE_NOOP("Field", "Apply"),
    QT_TRANSLATE_NOOP("Field", "At"), QT_TRANSLATE_NOOP("Field", "At least"),
    QT_TRANSLATE_NOOP("Field", "At most"), QT_TRANSLATE_NOOP("Field", "Back over"),
    QT_TRANSLATE_NOOP("Field", "Bandwidth"), QT_TRANSLATE_NOOP("Field", "Base"),
    QT_TRANSLATE_NOOP("Field", "Batch"), QT_TRANSLATE_NOOP("Field", "Breaker"),
    QT_TRANSLATE_NOOP("Field", "Budget"), QT_TRANSLATE_NOOP("Field", "Bulkhead"),
    QT_TRANSLATE_NOOP("Field", "Burst"), QT_TRANSLATE_NOOP("Field", "CPU initialisation"),
    QT_TRANSLATE_NOOP("Field", "Call"), QT_TRANSLATE_NOOP("Field", "Choose"),
    QT_TRANSLATE_NOOP("Field", "Clean up"), QT_TRANSLATE_NOOP("Field", "Collapse"),
    QT_TRANSLATE_NOOP("Field", "Consumers"), QT_TRANSLATE_NOOP("Field", "Cooldown"),
    QT_TRANSLATE_NOOP("Field", "Down delay"), QT_TRANSLATE_NOOP("Field", "Down rate"),
    QT_TRANSLATE_NOOP("Field", "Drain"), QT_TRANSLATE_NOOP("Field", "Each"),
    QT_TRANSLATE_NOOP("Field", "Edges"), QT_TRANSLATE_NOOP("Field", "Ejection"),
    QT_TRANSLATE_NOOP("Field", "Enabled"), QT_TRANSLATE_NOOP("Field", "Every"),
    QT_TRANSLATE_NOOP("Field", "Fall"), QT_TRANSLATE_NOOP("Field", "For"),
    QT_TRANSLATE_NOOP("Field", "Frame"), QT_TRANSLATE_NOOP("Field", "Group"),
    QT_TRANSLATE_NOOP("Field", "Health"), QT_TRANSLATE_NOOP("Field", "Heartbeat"),
    QT_TRANSLATE_NOOP("Field", "Hedge"), QT_TRANSLATE_NOOP("Field", "Hot keys"),
    QT_TRANSLATE_NOOP("Field", "Initial readiness"), QT_TRANSLATE_NOOP("Field", "Invalidate"),
    QT_TRANSLATE_NOOP("Field", "Items"), QT_TRANSLATE_NOOP("Field", "Keeps"),
    QT_TRANSLATE_NOOP("Field", "Kind"), QT_TRANSLATE_NOOP("Field", "Lasting"),
    QT_TRANSLATE_NOOP("Field", "Limit"), QT_TRANSLATE_NOOP("Field", "Locks"),
    QT_TRANSLATE_NOOP("Field", "Longest"), QT_TRANSLATE_NOOP("Field", "Margin"),
    QT_TRANSLATE_NOOP("Field", "Mark"), QT_TRANSLATE_NOOP("Field", "Metrics"),
    QT_TRANSLATE_NOOP("Field", "Month"), QT_TRANSLATE_NOOP("Field", "Networks"),
    QT_TRANSLATE_NOOP("Field", "Offline"), QT_TRANSLATE_NOOP("Field", "Open for"),
    QT_TRANSLATE_NOOP("Field", "Overflow"), QT_TRANSLATE_NOOP("Field", "Panic threshold"),
    QT_TRANSLATE_NOOP("Field", "Panic window"), QT_TRANSLATE_NOOP("Field", "Parallel"),
    QT_TRANSLATE_NOOP("Field", "Partitions"), QT_TRANSLATE_NOOP("Field", "Pauses"),
    QT_TRANSLATE_NOOP("Field", "Per connection"), QT_TRANSLATE_NOOP("Field", "Per million items"),
    QT_TRANSLATE_NOOP("Field", "Per request"), QT_TRANSLATE_NOOP("Field", "Points"),
    QT_TRANSLATE_NOOP("Field", "Policies"), QT_TRANSLATE_NOOP("Field", "Primary"),
    QT_TRANSLATE_NOOP("Field", "Priority"), QT_TRANSLATE_NOOP("Field", "Product"),
    QT_TRANSLATE_NOOP("Field", "Promote"), QT_TRANSLATE_NOOP("Field", "Push"),
    QT_TRANSLATE_NOOP("Field", "Reads"), QT_TRANSLATE_NOOP("Field", "Receivers"),
    QT_TRANSLATE_NOOP("Field", "Reconnect"), QT_TRANSLATE_NOOP("Field", "Replicas"),
    QT_TRANSLATE_NOOP("Field", "Request"), QT_TRANSLATE_NOOP("Field", "Retention"),
    QT_TRANSLATE_NOOP("Field", "Rise"), QT_TRANSLATE_NOOP("Field", "Scales"),
    QT_TRANSLATE_NOOP("Field", "Scaling"), QT_TRANSLATE_NOOP("Field", "Select"),
    QT_TRANSLATE_NOOP("Field", "Send"), QT_TRANSLATE_NOOP("Field", "Sent GB"),
    QT_TRANSLATE_NOOP("Field", "Servers per instance"), QT_TRANSLATE_NOOP("Field", "Session"),
    QT_TRANSLATE_NOOP("Field", "Shield"), QT_TRANSLATE_NOOP("Field", "Slow"),
    QT_TRANSLATE_NOOP("Field", "Slow share"), QT_TRANSLATE_NOOP("Field", "Stabilisation"),
    QT_TRANSLATE_NOOP("Field", "Stable window"), QT_TRANSLATE_NOOP("Field", "Start up"),
    QT_TRANSLATE_NOOP("Field", "Starts"), QT_TRANSLATE_NOOP("Field", "Steps"),
    QT_TRANSLATE_NOOP("Field", "Sticky"), QT_TRANSLATE_NOOP("Field", "Stored"),
    QT_TRANSLATE_NOOP("Field", "Stored GB"), QT_TRANSLATE_NOOP("Field", "To zero grace"),
    QT_TRANSLATE_NOOP("Field", "Tolerance"), QT_TRANSLATE_NOOP("Field", "Trials"),
    QT_TRANSLATE_NOOP("Field", "Up rate"), QT_TRANSLATE_NOOP("Field", "Utilisation"),
    QT_TRANSLATE_NOOP("Field", "Weight"), QT_TRANSLATE_NOOP("Field", "Weights"),
    QT_TRANSLATE_NOOP("Field", "Window"), QT_TRANSLATE_NOOP("Field", "Write behind"),
    QT_TRANSLATE_NOOP("Field", "Write policy"), QT_TRANSLATE_NOOP("Field", "Zone"),
    QT_TRANSLATE_NOOP("Field", "Zones")};

/// The words of a key as one writes them: `Sent GB` for `sent_gb`.
QString spelled(const QString& key) {
    static const QHash<QString, QString> known{{"cpu", "CPU"}, {"cpus", "CPUs"}, {"gb", "GB"}, {"id", "ID"},
                                               {"rps", "per second"}, {"rtt", "round trip"}, {"ttl", "TTL"}};
    QStringList words = key.split(u'_');
    for (QString& word : words) word = known.value(word, word);
    return humanised(words.join(u'_'));
}

/// As it goes on after another: `rtt`, but `CPU`.
QString continued(QString label) {
    if (label.size() > 1 && label[1].isLower()) label[0] = label[0].toLower();
    return label;
}

}  // namespace

QList<FieldSpec> fieldsOf(const QString& definition) {
    static QHash<QString, QList<FieldSpec>> known;
    if (const auto found = known.constFind(definition); found != known.cend()) return *found;
    QList<FieldSpec> fields;
    const Json* owner = definition.isEmpty() ? nullptr : definitionOf(definition);
    if (owner && owner->contains("properties")) addFields(*owner, {}, fields);
    else if (owner && owner->contains("anyOf")) fields = fieldsOfAny(*owner);
    known[definition] = fields;
    return fields;
}

QString fieldLabel(const QString& key) {
    QStringList parts;
    for (const QString& part : key.split(u'.')) {
        const QString english = spelled(part);
        const QString label = QCoreApplication::translate("Field", english.toUtf8().constData());
        parts << (parts.isEmpty() || label != english ? label : continued(label));
    }
    Q_UNUSED(kLabels)
    return parts.join(QStringLiteral(" · "));
}

}  // namespace headroom::desktop
