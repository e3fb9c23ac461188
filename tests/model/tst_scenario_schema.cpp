// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/scenario_file.h"
#include "model/file/scenario_writer.h"
#include "model/file/yaml_node.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <algorithm>
#include <map>
#include <string>

using namespace headroom::model;

namespace {

const QString kSource = HEADROOM_SOURCE_DIR;

QByteArray contents(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) qFatal("cannot read %s", qPrintable(path));
    return file.readAll();
}

/// As YAML 1.2 understands plain words.
QJsonValue scalarValue(const YamlNode& node) {
    const QString text = QString::fromStdString(node.text);
    bool isNumber = false;
    const double number = text.toDouble(&isNumber);
    if (node.quoted) return text;
    if (isNumber) return number;
    if (text == "true" || text == "false") return text == "true";
    return text;
}

QJsonValue jsonOf(const YamlNode& node) {
    if (node.isScalar()) return scalarValue(node);
    if (node.isSequence()) {
        QJsonArray array;
        for (const YamlNode& child : node.children) array.append(jsonOf(child));
        return array;
    }
    if (!node.isMapping()) return {};
    QJsonObject object;
    for (const YamlNode& child : node.children)
        object[QString::fromStdString(child.key)] = jsonOf(child);
    return object;
}

/// One mapping of a file that the schema lists all keys of.
struct ClosedMapping {
    QString path;
    QStringList keys;
};

/// What a file was found to use of the schema.
struct Use {
    QSet<QString> properties;  ///< as `definition.property`
    std::vector<ClosedMapping> mappings;
    void add(const Use& other) {
        properties.unite(other.properties);
        mappings.insert(mappings.end(), other.mappings.begin(), other.mappings.end());
    }
};

/// The part of JSON Schema 2020-12 that the scenario's schema is written in.
class Validator {
public:
    explicit Validator(const QJsonObject& schema) : root_(schema) {}

    /// An empty text if the value is valid, else why it is not. `use` is filled in only then.
    QString check(const QJsonValue& value, Use& use) const {
        return check(root_, value, {}, "scenario", use);
    }

    /// Keywords that this validator does not know would go unchecked.
    QStringList unknownKeywords() const {
        QStringList unknown;
        collectUnknown(root_, unknown);
        return unknown;
    }

    QSet<QString> allProperties() const {
        QSet<QString> all = propertiesOf(root_, "scenario");
        const QJsonObject definitions = root_["$defs"].toObject();
        for (const QString& name : definitions.keys())
            all.unite(propertiesOf(definitions[name].toObject(), name));
        return all;
    }

private:
    static QSet<QString> propertiesOf(const QJsonObject& schema, const QString& name) {
        QSet<QString> all;
        if (schema["additionalProperties"] != QJsonValue(false)) return all;
        for (const QString& key : schema["properties"].toObject().keys())
            all.insert(name + "." + key);
        return all;
    }

    QString check(const QJsonObject& schema, const QJsonValue& value, const QString& path,
                  const QString& name, Use& use) const {
        if (schema.contains("$ref")) {
            const QString target = schema["$ref"].toString().section('/', -1);
            const QJsonValue definition = root_["$defs"][target];
            if (!definition.isObject()) return path + ": no definition " + target;
            return check(definition.toObject(), value, path, target, use);
        }
        for (const auto rule :
             {&Validator::checkValue, &Validator::checkNumber, &Validator::checkText}) {
            if (const QString error = (this->*rule)(schema, value); !error.isEmpty())
                return path + ": " + error;
        }
        if (const QString error = checkArray(schema, value, path, use); !error.isEmpty())
            return error;
        if (const QString error = checkObject(schema, value, path, name, use); !error.isEmpty())
            return error;
        return checkAlternatives(schema, value, path, use);
    }

    QString checkValue(const QJsonObject& schema, const QJsonValue& value) const {
        if (schema.contains("const") && schema["const"] != value) return "not the constant";
        if (schema.contains("enum") && !schema["enum"].toArray().contains(value))
            return "none of the words";
        if (!schema.contains("type")) return {};
        const QJsonArray types =
            schema["type"].isArray() ? schema["type"].toArray() : QJsonArray{schema["type"]};
        const bool fits = std::any_of(types.begin(), types.end(), [&](const QJsonValue& type) {
            return isOfType(value, type.toString());
        });
        return fits ? QString() : "not of the type";
    }

    static bool isOfType(const QJsonValue& value, const QString& type) {
        if (type == "object") return value.isObject();
        if (type == "array") return value.isArray();
        if (type == "string") return value.isString();
        if (type == "boolean") return value.isBool();
        if (type == "integer")
            return value.isDouble() && value.toDouble() == std::floor(value.toDouble());
        return type == "number" && value.isDouble();
    }

    QString checkNumber(const QJsonObject& schema, const QJsonValue& value) const {
        if (!value.isDouble()) return {};
        if (schema.contains("minimum") && value.toDouble() < schema["minimum"].toDouble())
            return "too small";
        if (schema.contains("maximum") && value.toDouble() > schema["maximum"].toDouble())
            return "too large";
        return {};
    }

    QString checkText(const QJsonObject& schema, const QJsonValue& value) const {
        if (!value.isString() || !schema.contains("pattern")) return {};
        const QRegularExpression pattern(schema["pattern"].toString());
        return pattern.match(value.toString()).hasMatch() ? QString() : "unlike the pattern";
    }

    QString checkArray(const QJsonObject& schema, const QJsonValue& value, const QString& path,
                       Use& use) const {
        if (!value.isArray()) return {};
        const QJsonArray array = value.toArray();
        if (array.size() < schema["minItems"].toInt(0)) return path + ": too few items";
        if (array.size() > schema["maxItems"].toInt(INT_MAX)) return path + ": too many items";
        if (!schema.contains("items")) return {};
        for (qsizetype i = 0; i < array.size(); ++i) {
            const QString at = path + "[" + QString::number(i) + "]";
            const QString error = check(schema["items"].toObject(), array[i], at, "item", use);
            if (!error.isEmpty()) return error;
        }
        return {};
    }

    QString checkObject(const QJsonObject& schema, const QJsonValue& value, const QString& path,
                        const QString& name, Use& use) const {
        if (!value.isObject()) return {};
        const QJsonObject object = value.toObject();
        if (object.size() < schema["minProperties"].toInt(0)) return path + ": too few entries";
        for (const QJsonValue& key : schema["required"].toArray()) {
            if (!object.contains(key.toString())) return path + ": no " + key.toString();
        }
        for (const QString& key : object.keys()) {
            const QString error = checkEntry(schema, object, key, path, name, use);
            if (!error.isEmpty()) return error;
        }
        if (schema["additionalProperties"] == QJsonValue(false)) {
            use.mappings.push_back({path, schema["properties"].toObject().keys()});
        }
        return {};
    }

    QString checkEntry(const QJsonObject& schema, const QJsonObject& object, const QString& key,
                       const QString& path, const QString& name, Use& use) const {
        const QString at = path.isEmpty() ? key : path + "." + key;
        const QJsonObject properties = schema["properties"].toObject();
        if (properties.contains(key)) {
            use.properties.insert(name + "." + key);
            return check(properties[key].toObject(), object[key], at, key, use);
        }
        if (schema["additionalProperties"] == QJsonValue(false)) return at + ": not among the keys";
        if (!schema["additionalProperties"].isObject()) return {};
        if (schema.contains("propertyNames")) {
            Use none;
            const QString error = check(schema["propertyNames"].toObject(), key, at, "name", none);
            if (!error.isEmpty()) return error;
        }
        return check(schema["additionalProperties"].toObject(), object[key], at, key, use);
    }

    QString checkAlternatives(const QJsonObject& schema, const QJsonValue& value,
                              const QString& path, Use& use) const {
        if (schema.contains("anyOf") && matching(schema["anyOf"], value, path, use) == 0) {
            return path + ": none of the alternatives";
        }
        if (schema.contains("oneOf") && matching(schema["oneOf"], value, path, use) != 1) {
            return path + ": not one of the alternatives";
        }
        for (const QJsonValue& rule : schema["allOf"].toArray()) {
            Use none;
            if (!check(rule["if"].toObject(), value, path, "if", none).isEmpty()) continue;
            const QString error = check(rule["then"].toObject(), value, path, "then", use);
            if (!error.isEmpty()) return error;
        }
        return {};
    }

    int matching(const QJsonValue& alternatives, const QJsonValue& value, const QString& path,
                 Use& use) const {
        int count = 0;
        for (const QJsonValue& alternative : alternatives.toArray()) {
            Use own;
            if (!check(alternative.toObject(), value, path, "alternative", own).isEmpty()) continue;
            if (count++ == 0) use.add(own);
        }
        return count;
    }

    void collectUnknown(const QJsonObject& schema, QStringList& unknown) const {
        static const QSet<QString> kKnown = {"$schema",
                                             "$id",
                                             "$ref",
                                             "$defs",
                                             "title",
                                             "description",
                                             "default",
                                             "examples",
                                             "type",
                                             "const",
                                             "enum",
                                             "minimum",
                                             "maximum",
                                             "pattern",
                                             "items",
                                             "minItems",
                                             "maxItems",
                                             "properties",
                                             "additionalProperties",
                                             "propertyNames",
                                             "required",
                                             "minProperties",
                                             "anyOf",
                                             "oneOf",
                                             "allOf",
                                             "if",
                                             "then"};
        for (const QString& keyword : schema.keys()) {
            const QJsonValue value = schema[keyword];
            if (!kKnown.contains(keyword)) unknown << keyword;
            if (keyword == "properties" || keyword == "$defs") {
                for (const QJsonValue& child : value.toObject())
                    collectUnknown(child.toObject(), unknown);
            } else if (keyword == "anyOf" || keyword == "oneOf" || keyword == "allOf") {
                for (const QJsonValue& child : value.toArray())
                    collectUnknown(child.toObject(), unknown);
            } else if (keyword != "default" && value.isObject()) {
                collectUnknown(value.toObject(), unknown);
            }
        }
    }

    QJsonObject root_;
};

QString reference() {
    return QString::fromUtf8(contents(kSource + "/resources/help/scenario-format.md"));
}

Validator schema() {
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(
        contents(kSource + "/resources/schema/headroom-1.schema.json"), &error);
    if (document.isNull()) qFatal("%s", qPrintable(error.errorString()));
    return Validator(document.object());
}

QStringList scenarioFiles() {
    QStringList paths;
    for (const QString& folder : {kSource + "/tests/scenarios/good/", kSource + "/scenarios/"}) {
        for (const QString& name : QDir(folder).entryList({"*.yaml"}, QDir::Files))
            paths << folder + name;
    }
    return paths;
}

/// "a key of a call: `to`, `operation` or `keys`" → its names.
QStringList listedKeys(const std::string& expected) {
    QStringList keys;
    const QString list = QString::fromStdString(expected).section(": ", 1);
    static const QRegularExpression kName("`([^`]+)`");
    for (auto match = kName.globalMatch(list); match.hasNext();) keys << match.next().captured(1);
    return keys;
}

}  // namespace

class TestScenarioSchema : public QObject {
    Q_OBJECT

private slots:
    void usesOnlyKeywordsThatAreChecked();
    void acceptsEveryGoodFile_data();
    void acceptsEveryGoodFile();
    void refusesWhatTheReaderRefuses_data();
    void refusesWhatTheReaderRefuses();
    void goodFilesUseEveryKey();
    void listsTheKeysThatTheReaderKnows_data();
    void listsTheKeysThatTheReaderKnows();
    void isExplainedInTheReference();
    void examplesOfTheReferenceAreRight();
};

void TestScenarioSchema::usesOnlyKeywordsThatAreChecked() {
    QCOMPARE(schema().unknownKeywords(), QStringList());
}

void TestScenarioSchema::acceptsEveryGoodFile_data() {
    QTest::addColumn<QString>("path");
    for (const QString& path : scenarioFiles())
        QTest::newRow(qPrintable(path.section('/', -1))) << path;
}

void TestScenarioSchema::acceptsEveryGoodFile() {
    QFETCH(QString, path);
    const YamlText yaml = parseYaml(contents(path).toStdString(), "");
    QVERIFY(yaml.complete);
    Use use;
    QCOMPARE(schema().check(jsonOf(yaml.root), use), QString());
}

void TestScenarioSchema::refusesWhatTheReaderRefuses_data() {
    QTest::addColumn<QString>("name");
    for (const char* name :
         {"component_key_unknown", "component_type_unknown", "component_without_type",
          "service_without_operations", "cache_with_capacity_and_hit_ratio", "unit_unknown",
          "law_unknown", "profile_journey_and_actions", "step_action_misspelt",
          "retry_without_attempts", "version_unknown", "section_misspelt"}) {
        QTest::newRow(name) << name;
    }
}

void TestScenarioSchema::refusesWhatTheReaderRefuses() {
    QFETCH(QString, name);
    const QString path = kSource + "/tests/scenarios/bad/" + name + ".yaml";
    const YamlText yaml = parseYaml(contents(path).toStdString(), "");
    QVERIFY(yaml.complete);
    Use use;
    QVERIFY(!schema().check(jsonOf(yaml.root), use).isEmpty());
}

void TestScenarioSchema::goodFilesUseEveryKey() {
    const Validator validator = schema();
    Use use;
    for (const QString& path : scenarioFiles()) {
        validator.check(jsonOf(parseYaml(contents(path).toStdString(), "").root), use);
    }
    QSet<QString> unused = validator.allProperties();
    // Accepted, but said to be of no use: the file of every key loads without a word.
    unused.subtract(QSet<QString>(use.properties) +
                    QSet<QString>{"scenario.alerts", "scenario.prices", "scenario.observed"});
    QCOMPARE(QStringList(unused.values()).join(' '), QString());
}

void TestScenarioSchema::listsTheKeysThatTheReaderKnows_data() {
    QTest::addColumn<QString>("path");
    for (const QString& path : scenarioFiles()) {
        if (path.contains("/good/")) QTest::newRow(qPrintable(path.section('/', -1))) << path;
    }
}

/// Puts an unknown key into every mapping of a file, of those with the same keys into the first:
/// the reader then names the keys it knows there.
void TestScenarioSchema::listsTheKeysThatTheReaderKnows() {
    QFETCH(QString, path);
    const std::string text = contents(path).toStdString();
    Use use;
    QCOMPARE(schema().check(jsonOf(parseYaml(text, "").root), use), QString());
    QVERIFY(use.mappings.size() > 2);
    QSet<QStringList> seen;
    for (const ClosedMapping& mapping : use.mappings) {
        QStringList listed = mapping.keys;
        listed.sort();
        if (seen.contains(listed)) continue;
        seen.insert(listed);
        const std::string key = "zzzzzzzzzzzz";
        // No path leads to a new section of the file.
        const auto withKey = mapping.path.isEmpty()
                                 ? Parsed<std::string>(text + key + ": 1\n")
                                 : withValue(text, mapping.path.toStdString() + "." + key, "1");
        // Nor one into what is named by a path itself.
        if (mapping.path.startsWith("tune.")) continue;
        QVERIFY2(withKey, qPrintable(mapping.path));
        const ScenarioFile file(*withKey, "file.yaml", path.section('/', 0, -2).toStdString(),
                                Unsimulated::accepted);
        const auto found =
            std::ranges::find(file.diagnostics(), "`" + key + "`", &Diagnostic::found);
        QVERIFY2(found != file.diagnostics().end(), qPrintable(mapping.path));
        QStringList known = listedKeys(found->expected);
        known.sort();
        QVERIFY2(known == listed, qPrintable(mapping.path + ": reader " + known.join(' ') +
                                             ", schema " + listed.join(' ')));
    }
}

void TestScenarioSchema::isExplainedInTheReference() {
    for (const QString& property : schema().allProperties()) {
        const QRegularExpression key("\\b" + property.section('.', -1) + "[`:]");
        QVERIFY2(reference().contains(key), qPrintable(property));
    }
}

void TestScenarioSchema::examplesOfTheReferenceAreRight() {
    static const QRegularExpression kBlock("```yaml\\n(.*?)```",
                                           QRegularExpression::DotMatchesEverythingOption);
    int blocks = 0;
    for (auto match = kBlock.globalMatch(reference()); match.hasNext(); ++blocks) {
        const std::string example = match.next().captured(1).toStdString();
        const YamlText yaml = parseYaml(example, "example");
        for (const Diagnostic& diagnostic : yaml.diagnostics) QFAIL(toText(diagnostic).c_str());
        if (!yaml.root.find("headroom")) continue;
        const ScenarioFile file(example, "example", ".", Unsimulated::accepted);
        for (const Diagnostic& diagnostic : file.diagnostics()) QFAIL(toText(diagnostic).c_str());
    }
    QVERIFY(blocks > 15);
}

QTEST_GUILESS_MAIN(TestScenarioSchema)
#include "tst_scenario_schema.moc"
