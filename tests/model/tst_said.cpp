// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/said.h"

#include <QtTest>

#include <string_view>

using headroom::model::said;
using headroom::model::setTranslator;

namespace {

constexpr const char* kWords[] = {HEADROOM_SAID("Test",
                                                "%1 of "
                                                "%2"),
                                  HEADROOM_SAID("Test", "held")};

/// A language in which everything stands the other way round, in one context only.
std::string backwards(const char* context, const char* english) {
    if (context != std::string_view("Test")) return english;
    return english == std::string_view("%1 of %2") ? "%2: %1" : "nedleh";
}

}  // namespace

class SaidTest : public QObject {
    Q_OBJECT

private slots:
    void cleanup() { setTranslator(nullptr); }

    void putsArgumentsWhereTheyBelong() {
        QCOMPARE(said("Test", "All hold."), std::string("All hold."));
        QCOMPARE(said("Test", "%1 of %2", {"3", "4"}), std::string("3 of 4"));
        QCOMPARE(said("Test", "%2, then %1, then %2", {"a", "b"}),
                 std::string("b, then a, then b"));
        QCOMPARE(said("Test", "%1%2%3%4%5%6%7%8%9", {"a", "b", "c", "d", "e", "f", "g", "h", "i"}),
                 std::string("abcdefghi"));
        QCOMPARE(said("Test", "zu %1", {"98 %"}), std::string("zu 98 %"));
        QCOMPARE(said("Test", "%1", {""}), std::string());
        QCOMPARE(said("Test", "", {"a"}), std::string());
    }

    /// Of what is missing one sees that it is; what is too much is not said.
    void keepsPlaceholdersWithoutAnArgument() {
        QCOMPARE(said("Test", "%1 of %2"), std::string("%1 of %2"));
        QCOMPARE(said("Test", "%1 of %2", {"3"}), std::string("3 of %2"));
        QCOMPARE(said("Test", "%1", {"3", "4"}), std::string("3"));
    }

    void leavesOtherPercentSignsAlone() {
        QCOMPARE(said("Test", "0 % busy", {"a"}), std::string("0 % busy"));
        QCOMPARE(said("Test", "%0 %a %%1 100 %", {"x"}), std::string("%0 %a %x 100 %"));
        QCOMPARE(said("Test", "%10", {"x"}), std::string("x0"));  // there is no tenth
    }

    /// A name in a scenario file may look like a placeholder.
    void doesNotLookIntoArguments() {
        QCOMPARE(said("Test", "%1 and %2", {"%2", "%1"}), std::string("%2 and %1"));
        QCOMPARE(said("Test", "%1", {"%1%1"}), std::string("%1%1"));
    }

    void speaksTheLanguageThatIsSet() {
        setTranslator(backwards);
        QCOMPARE(said("Test", kWords[0], {"3", "4"}), std::string("4: 3"));
        QCOMPARE(said("Test", kWords[1]), std::string("nedleh"));
        QCOMPARE(said("Other", "%1 of %2", {"3", "4"}), std::string("3 of 4"));
        setTranslator(nullptr);
        QCOMPARE(said("Test", kWords[0], {"3", "4"}), std::string("3 of 4"));
        QCOMPARE(said("Test", kWords[1]), std::string("held"));
    }
};

QTEST_GUILESS_MAIN(SaidTest)
#include "tst_said.moc"
