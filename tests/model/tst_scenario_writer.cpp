// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/scenario_file.h"
#include "model/file/scenario_writer.h"
#include "model/file/yaml_node.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <algorithm>
#include <string>
#include <vector>

using namespace headroom::model;

namespace {

/// Comments and blank lines in every odd place; block and flow style; quotes of both kinds.
const std::string kShop = R"(# A shop.   Trailing blanks:   
headroom: 1   # the format

name: 'A shop, small'     # quoted
about: >-
  Folded text
  over two lines

# Before the run
run: {duration: 10 min, warm_up: 1 min,   # why a minute?
      replications: 2}
keys:
  posts: {count: 2 M, popularity: zipf(0.9)}
components:


  # The API
  api:      # odd spacing
    type: service
    instances:    4   # four of them
    operations:
      feed:
        # first the work
        - work: exp(4 ms)     # measured
        - name: count   # a name
          # between
          call: {to: db, operation: "read", keys: posts}
        - parallel:
            limit: 2
            steps:
              - {name: left, work: 1 ms}
              - {name: right, work: 'uniform(1 ms, 2 ms)'}
      like: [{work: exp(2 ms)}]
    # the end of the API
  db:
    type: database
    operations: {read: [{work: exp(6 ms)}], # reading
                 write: [{work: exp(9 ms)}]
                }
workload:
  entry: api
  users: 100
  profiles:
    only: {think: exp(1 s), actions: {feed: 6, like: 3}}
slos:
- {name: fast, objective: 'p95(api.response_time) < 2 s'}
- name: sound
  objective: workload.availability > 99 %
layout: {api: [320, 140]} # at the end
)";

std::vector<std::string> lines(const std::string& text) {
    std::vector<std::string> all(1);
    for (const char c : text) {
        all.back() += c;
        if (c == '\n') all.emplace_back();
    }
    return all;
}

/// The text with one part of it, which must be there once, replaced.
std::string replaced(const std::string& text, const std::string& part, const std::string& by) {
    const std::size_t at = text.find(part);
    Q_ASSERT(at != std::string::npos && text.find(part, at + 1) == std::string::npos);
    return std::string(text).replace(at, part.size(), by);
}

std::string contents(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) qFatal("cannot read %s", qPrintable(path));
    return file.readAll().toStdString();
}

struct Entry {
    std::string path;
    const YamlNode* node;
};

/// Everything that a path leads to; not the keys of a variant's `set`, which are paths themselves.
void collectEntries(const YamlNode& node, const std::string& path, std::vector<Entry>& entries) {
    for (std::size_t i = 0; i < node.children.size(); ++i) {
        const YamlNode& child = node.children[i];
        if (child.key.find_first_of(".[") != std::string::npos) continue;
        const std::string name = node.isSequence() ? "[" + std::to_string(i) + "]"
                                                   : (path.empty() ? "" : ".") + child.key;
        entries.push_back({path + name, &child});
        collectEntries(child, path + name, entries);
    }
}

QString message(const Parsed<std::string>& result) {
    return QString::fromStdString(result ? "a text"
                                         : result.error().found + " | " + result.error().expected);
}

Scenario read(const std::string& text) {
    const LoadedScenario loaded = ScenarioFile(text, "shop.yaml", ".").scenario();
    for (const Diagnostic& diagnostic : loaded.diagnostics)
        qWarning("%s", toText(diagnostic).c_str());
    return loaded.scenario.value_or(Scenario{});
}

}  // namespace

class TestScenarioWriter : public QObject {
    Q_OBJECT

private slots:
    void appendsToLists_data();
    void appendsToLists();
    void addressesKeysWithDots();
    void startsFromAGoodFile();
    void changesOnlyTheValue_data();
    void changesOnlyTheValue();
    void removesOnlyTheEntry_data();
    void removesOnlyTheEntry();
    void readsBackTheNewValue();
    void writesTheSameValueAsTheSameBytes();
    void keepsWindowsLineEnds();
    void keepsAFileWithoutALastLineEnd();
    void keepsAByteOrderMark();
    void editsEveryPlaceOfEveryGoodFile_data();
    void editsEveryPlaceOfEveryGoodFile();
    void refusesWhatIsWrong_data();
    void refusesWhatIsWrong();
};

void TestScenarioWriter::startsFromAGoodFile() {
    const ScenarioFile file(kShop, "shop.yaml", ".");
    for (const Diagnostic& diagnostic : file.diagnostics())
        qWarning("%s", toText(diagnostic).c_str());
    QVERIFY(file.diagnostics().empty());
}

void TestScenarioWriter::changesOnlyTheValue_data() {
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");

    QTest::newRow("block scalar beside a comment") << "components.api.instances"
                                                   << "12"
                                                   << "instances:    4   # four"
                                                   << "instances:    12   # four";
    QTest::newRow("relative path") << "api.instances"
                                   << "12"
                                   << "instances:    4   #"
                                   << "instances:    12   #";
    QTest::newRow("value of a flow mapping") << "run.duration"
                                             << "1 h"
                                             << "{duration: 10 min, warm"
                                             << "{duration: 1 h, warm";
    QTest::newRow("quoted value") << "name"
                                  << "'Shop'"
                                  << "'A shop, small'"
                                  << "'Shop'";
    QTest::newRow("quoted value by a plain one") << "name"
                                                 << "Shop"
                                                 << "'A shop, small'"
                                                 << "Shop";
    QTest::newRow("double-quoted value") << "api.operations.feed.count.call.operation"
                                         << "write"
                                         << "\"read\""
                                         << "write";
    QTest::newRow("folded text") << "about"
                                 << "Short"
                                 << ">-\n  Folded text\n  over two lines"
                                 << "Short";
    QTest::newRow("comma in flow is quoted") << "api.operations.like[0].work"
                                             << "uniform(1 ms, 2 ms)"
                                             << "exp(2 ms)"
                                             << "'uniform(1 ms, 2 ms)'";
    QTest::newRow("comma in block is not quoted") << "api.operations.feed[0].work"
                                                  << "uniform(1 ms, 2 ms)"
                                                  << "exp(4 ms)"
                                                  << "uniform(1 ms, 2 ms)";
    QTest::newRow("step by name") << "api.operations.feed.count.call.to"
                                  << "api"
                                  << "{to: db"
                                  << "{to: api";
    QTest::newRow("step by name in a branch") << "api.operations.feed.right.work"
                                              << "3 ms"
                                              << "'uniform(1 ms, 2 ms)'"
                                              << "3 ms";
    QTest::newRow("entry of a list by index") << "slos[0].objective"
                                              << "p99(api.wait) < 1 s"
                                              << "'p95(api.response_time) < 2 s'"
                                              << "p99(api.wait) < 1 s";
    QTest::newRow("entry of a list by name") << "slos.sound.objective"
                                             << "workload.availability > 98 %"
                                             << "> 99 %"
                                             << "> 98 %";
    QTest::newRow("list") << "layout.api"
                          << "[1, 2]"
                          << "[320, 140]"
                          << "[1, 2]";
    QTest::newRow("flow mapping by a list of another length") << "db.operations.read"
                                                              << "[]"
                                                              << "[{work: exp(6 ms)}]"
                                                              << "[]";
    QTest::newRow("block mapping by a flow mapping")
        << "workload"
        << "{entry: api}"
        << "workload:\n  entry: api\n  users: 100\n  profiles:\n    only: {think: exp(1 s), "
           "actions: {feed: 6, like: 3}}\n"
        << "workload: {entry: api}\n";
    QTest::newRow("block mapping with a comment behind its key")
        << "api.operations.feed[1]"
        << "{delay: 1 ms}"
        << "- name: count   # a name\n          # between\n          call: {to: db, operation: "
           "\"read\", keys: posts}"
        << "- {delay: 1 ms}";

    QTest::newRow("new key in block style") << "api.cpus"
                                            << "2"
                                            << "      like: [{work: exp(2 ms)}]\n"
                                            << "      like: [{work: exp(2 ms)}]\n    cpus: 2\n";
    QTest::newRow("new key in flow style") << "keys.posts.size"
                                           << "4 KB"
                                           << "zipf(0.9)}"
                                           << "zipf(0.9), size: 4 KB}";
    QTest::newRow("new key in flow style over lines") << "run.seed"
                                                      << "7"
                                                      << "      replications: 2}"
                                                      << "      replications: 2, seed: 7}";
    QTest::newRow("new key before a comment in flow") << "db.operations.count"
                                                      << "[]"
                                                      << "write: [{work: exp(9 ms)}]\n"
                                                      << "write: [{work: exp(9 ms)}], count: []\n";
    QTest::newRow("new keys, one in the other")
        << "db.price.per_million"
        << "0.40 USD"
        << "                }\nworkload"
        << "                }\n    price: {per_million: 0.40 USD}\nworkload";
    QTest::newRow("new section") << "assumptions"
                                 << "[]"
                                 << "# at the end\n"
                                 << "# at the end\nassumptions: []\n";
    QTest::newRow("new key of an item of a list") << "slos.sound.over"
                                                  << "30 days"
                                                  << "availability > 99 %\n"
                                                  << "availability > 99 %\n  over: 30 days\n";
    QTest::newRow("new component")
        << "components.mail"
        << "{type: external, latency: 'uniform(1 ms, 2 ms)'}"
        << "                }\nworkload"
        << "                }\n  mail: {type: external, latency: 'uniform(1 ms, 2 ms)'}\nworkload";
}

void TestScenarioWriter::changesOnlyTheValue() {
    QFETCH(QString, path);
    QFETCH(QString, value);
    QFETCH(QString, before);
    QFETCH(QString, after);
    const auto result = withValue(kShop, path.toStdString(), value.toStdString());
    QVERIFY2(result, qPrintable(message(result)));
    const std::string expected = replaced(kShop, before.toStdString(), after.toStdString());
    QCOMPARE(QString::fromStdString(*result), QString::fromStdString(expected));
}

void TestScenarioWriter::removesOnlyTheEntry_data() {
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");

    QTest::newRow("line with its comment") << "api.instances"
                                           << "    instances:    4   # four of them\n"
                                           << "";
    QTest::newRow("block, comments around stay") << "components.api.operations.like"
                                                 << "      like: [{work: exp(2 ms)}]\n"
                                                 << "";
    QTest::newRow("folded text") << "about"
                                 << "about: >-\n  Folded text\n  over two lines\n"
                                 << "";
    QTest::newRow("first of a flow mapping") << "run.duration"
                                             << "duration: 10 min, "
                                             << "";
    QTest::newRow("middle of a flow mapping, its comment stays") << "run.warm_up"
                                                                 << "warm_up: 1 min,   # why"
                                                                 << "   # why";
    QTest::newRow("last of a flow mapping over lines")
        << "run.replications"
        << ",   # why a minute?\n      replications: 2}"
        << "   # why a minute?\n      }";
    QTest::newRow("last of a flow mapping") << "keys.posts.popularity"
                                            << ", popularity: zipf(0.9)"
                                            << "";
    QTest::newRow("only one of a flow list") << "api.operations.like[0]"
                                             << "[{work: exp(2 ms)}]"
                                             << "[]";
    QTest::newRow("only one of a block mapping")
        << "keys.posts"
        << "keys:\n  posts: {count: 2 M, popularity: zipf(0.9)}\n"
        << "keys: {}\n";
    QTest::newRow("item of a block list") << "api.operations.feed[0]"
                                          << "        - work: exp(4 ms)     # measured\n"
                                          << "";
    QTest::newRow("item of several lines")
        << "slos.sound"
        << "- name: sound\n  objective: workload.availability > 99 %\n"
        << "";
    QTest::newRow("first key behind a dash") << "api.operations.feed.count.name"
                                             << "name: count   # a name\n          # between"
                                             << "# between";
    QTest::newRow("first key behind a dash, next line") << "slos.sound.name"
                                                        << "name: sound\n  objective"
                                                        << "objective";
    QTest::newRow("step in a branch") << "api.operations.feed.left"
                                      << "              - {name: left, work: 1 ms}\n"
                                      << "";
    QTest::newRow("component with its operations")
        << "components.db"
        << "  db:\n    type: database\n    operations: {read: [{work: exp(6 ms)}], # reading\n     "
           "            write: [{work: exp(9 ms)}]\n                }\n"
        << "";
}

void TestScenarioWriter::removesOnlyTheEntry() {
    QFETCH(QString, path);
    QFETCH(QString, before);
    QFETCH(QString, after);
    const auto result = withoutEntry(kShop, path.toStdString());
    QVERIFY2(result, qPrintable(message(result)));
    const std::string expected = replaced(kShop, before.toStdString(), after.toStdString());
    QCOMPARE(QString::fromStdString(*result), QString::fromStdString(expected));
}

void TestScenarioWriter::readsBackTheNewValue() {
    std::string text = kShop;
    const std::vector<std::pair<std::string, std::string>> edits = {
        {"api.instances", "12"},
        {"api.concurrency", "80"},
        {"api.operations.feed[0].work", "uniform(1 ms, 3 ms)"},
        {"run.seed", "7"},
        {"keys.posts.size", "4 KB"},
        {"workload.profiles.only.leave", "50 %"},
        {"db.servers", "16"},
        {"name", "'Big shop'"},
    };
    for (const auto& [path, value] : edits) {
        const auto next = withValue(text, path, value);
        QVERIFY2(next, qPrintable(message(next)));
        text = *next;
    }
    const Scenario scenario = read(text);
    QCOMPARE(scenario.name, std::string("Big shop"));
    QCOMPARE(scenario.run.seed, std::uint64_t{7});
    QCOMPARE(scenario.keyClass("posts")->size.count, std::int64_t{4000});
    const Component* api = scenario.component("api");
    QVERIFY(api);
    QCOMPARE(std::get<ServiceSpec>(api->spec).instances, 12);
    QCOMPARE(std::get<ServiceSpec>(api->spec).concurrency, std::int64_t{80});
    QVERIFY(std::get<Work>(api->operations[0].steps[0].action).time ==
            Distribution(Uniform{0.001, 0.003}));
    QCOMPARE(std::get<DatabaseSpec>(scenario.component("db")->spec).servers, 16);
    QCOMPARE(scenario.workload.profiles[0].leaveAfterError, 0.5);
}

void TestScenarioWriter::writesTheSameValueAsTheSameBytes() {
    const std::vector<std::pair<std::string, std::string>> same = {
        {"name", "'A shop, small'"},
        {"api.instances", "4"},
        {"api.operations.feed.right.work", "uniform(1 ms, 2 ms)"},
        {"layout.api", "[320, 140]"},
        {"run.warm_up", "1 min"},
        {"slos[1].objective", "workload.availability > 99 %"},
    };
    for (const auto& [path, value] : same) {
        const auto result = withValue(kShop, path, value);
        QVERIFY2(result, qPrintable(message(result)));
        QCOMPARE(*result, kShop);
    }
}

void TestScenarioWriter::keepsWindowsLineEnds() {
    std::string text;
    for (const char c : kShop) text += c == '\n' ? std::string("\r\n") : std::string(1, c);
    const auto result = withValue(text, "api.cpus", "2");
    QVERIFY2(result, qPrintable(message(result)));
    const auto all = lines(*result);
    QCOMPARE(all.size(), lines(text).size() + 1);
    const auto withReturn =
        std::ranges::count_if(all, [](const std::string& l) { return l.ends_with("\r\n"); });
    QCOMPARE(static_cast<std::size_t>(withReturn), all.size() - 1);
}

void TestScenarioWriter::keepsAFileWithoutALastLineEnd() {
    const auto added = withValue("headroom: 1\nname: x", "about", "y");
    QVERIFY2(added, qPrintable(message(added)));
    QCOMPARE(*added, std::string("headroom: 1\nname: x\nabout: y"));
}

void TestScenarioWriter::keepsAByteOrderMark() {
    const auto changed = withValue("\xEF\xBB\xBFname: x\nheadroom: 1\n", "name", "y");
    QVERIFY2(changed, qPrintable(message(changed)));
    QCOMPARE(*changed, std::string("\xEF\xBB\xBFname: y\nheadroom: 1\n"));
    const auto added = withValue("\xEF\xBB\xBFname: x\n", "about", "y");
    QVERIFY2(added, qPrintable(message(added)));
    QCOMPARE(*added, std::string("\xEF\xBB\xBFname: x\nabout: y\n"));
}

void TestScenarioWriter::editsEveryPlaceOfEveryGoodFile_data() {
    QTest::addColumn<QString>("path");
    QTest::newRow("shop") << QString();
    const QString source = HEADROOM_SOURCE_DIR;
    for (const QString& folder : {source + "/tests/scenarios/good/", source + "/scenarios/"}) {
        for (const QString& name : QDir(folder).entryList({"*.yaml"}, QDir::Files)) {
            QTest::newRow(qPrintable(name)) << folder + name;
        }
    }
}

void TestScenarioWriter::editsEveryPlaceOfEveryGoodFile() {
    QFETCH(QString, path);
    const std::string text = path.isEmpty() ? kShop : contents(path);
    std::vector<Entry> entries;
    const YamlText yaml = parseYaml(text, "");
    collectEntries(yaml.root, "", entries);
    QVERIFY(entries.size() > 10);
    // Of a long file, places from all over it.
    const std::size_t stride = 1 + entries.size() / 150;
    for (std::size_t i = 0; i < entries.size(); i += stride) {
        const Entry& entry = entries[i];
        const auto removed = withoutEntry(text, entry.path);
        QVERIFY2(removed, qPrintable(QString::fromStdString(entry.path) + ": " + message(removed)));
        QVERIFY(removed->size() < text.size() + 3);
        const auto changed = withValue(text, entry.path, "zzzzzz");
        QVERIFY2(changed, qPrintable(QString::fromStdString(entry.path) + ": " + message(changed)));
        if (!entry.node->isScalar()) continue;
        const std::size_t begin = entry.node->place.offset;
        const std::size_t end = begin + 6 + text.size() - changed->size();
        QCOMPARE(*changed, text.substr(0, begin) + "zzzzzz" + text.substr(end));
    }
}

void TestScenarioWriter::refusesWhatIsWrong_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("value");
    const QString shop = QString::fromStdString(kShop);
    QTest::newRow("no YAML") << "a: [1"
                             << "a"
                             << "2";
    QTest::newRow("no path") << shop << "api..instances"
                             << "2";
    QTest::newRow("no component") << shop << "apy.instances"
                                  << "2";
    QTest::newRow("no operation to go into") << shop << "api.operations.feet.count"
                                             << "2";
    QTest::newRow("index beyond the list") << shop << "slos[2].objective"
                                           << "2";
    QTest::newRow("under a scalar") << shop << "api.instances.min"
                                    << "2";
    QTest::newRow("value of several lines") << shop << "name"
                                            << "a\nb";
    QTest::newRow("value that is no YAML") << shop << "name"
                                           << "[1";
    QTest::newRow("value that is a mapping without braces") << shop << "name"
                                                            << "a: b";
    QTest::newRow("no value") << shop << "name"
                              << "";
    QTest::newRow("only a comment") << shop << "name"
                                    << "# x";
}

void TestScenarioWriter::refusesWhatIsWrong() {
    QFETCH(QString, text);
    QFETCH(QString, path);
    QFETCH(QString, value);
    const auto result = withValue(text.toStdString(), path.toStdString(), value.toStdString());
    QVERIFY(!result);
    QVERIFY(!result.error().found.empty());
    QVERIFY(!result.error().expected.empty());
}

void TestScenarioWriter::appendsToLists_data() {
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("after");
    QTest::newRow("flow") << "a: [1, 2] # two\n" << "a" << "a: [1, 2, {b: 3}] # two\n";
    QTest::newRow("empty") << "a: []\n" << "a" << "a: [{b: 3}]\n";
    QTest::newRow("block") << "a:\n  - 1   # one\n  # done\nc: 2\n" << "a"
                           << "a:\n  - 1   # one\n  - {b: 3}\n  # done\nc: 2\n";
    QTest::newRow("block of mappings") << "slos:\n- name: x\n  of: y" << "slos"
                                       << "slos:\n- name: x\n  of: y\n- {b: 3}";
    QTest::newRow("missing") << "workload: {users: 1}\n" << "workload.x"
                             << "workload: {users: 1, x: [{b: 3}]}\n";
}

void TestScenarioWriter::appendsToLists() {
    QFETCH(QString, before);
    QFETCH(QString, path);
    QFETCH(QString, after);
    const auto result = withItem(before.toStdString(), path.toStdString(), "{b: 3}");
    QVERIFY2(bool(result), result.error().found.c_str());
    QCOMPARE(QString::fromStdString(*result), after);
}

void TestScenarioWriter::addressesKeysWithDots() {
    const std::string text = "variants:\n  big: {set: {api.cpus: 2}}\n";
    const auto changed = withValue(text, "variants.big.set.\"api.cpus\"", "4");
    QCOMPARE(QString::fromStdString(*changed), "variants:\n  big: {set: {api.cpus: 4}}\n");
    const auto added = withValue(text, "variants.big.set.\"db.operations.read[0].work\"", "1 ms");
    QCOMPARE(QString::fromStdString(*added),
             "variants:\n  big: {set: {api.cpus: 2, 'db.operations.read[0].work': 1 ms}}\n");
    const auto removed = withoutEntry(text, "variants.big.set.\"api.cpus\"");
    QCOMPARE(QString::fromStdString(*removed), "variants:\n  big: {set: {}}\n");
}

QTEST_GUILESS_MAIN(TestScenarioWriter)
#include "tst_scenario_writer.moc"
