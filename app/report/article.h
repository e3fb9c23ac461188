// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/report/table.h"

#include <string>
#include <utility>
#include <variant>
#include <vector>

/// A report as a value: what it says and in which order, whatever form it is written in. Texts are
/// printable.
namespace headroom::report {

struct Heading {
    int level = 2;  ///< 2 or 3
    std::string text;
    std::string id = {};     ///< unique in the article; may be empty
    bool beginsRun = false;  ///< one of several runs begins here: on paper, a new page
};

/// The product's sentences, the first of them set apart.
struct Judgement {
    Mark mark = Mark::unknown;
    std::vector<std::string> leads;
    std::vector<std::string> others = {};
};

/// The few figures that everybody asks for.
struct KeyFigure {
    std::string name, value;
    std::string interval = {};  ///< `± 4 ms`; may be empty
};
struct KeyFigures {
    std::vector<KeyFigure> figures;
};

/// Something worth trying, with the command that tries it (may be empty).
struct Suggestion {
    std::string text, command;
};
struct Suggestions {
    std::vector<Suggestion> items;
};

/// What a reader has to know to judge the figures.
struct Notes {
    std::vector<std::string> items;
};

struct Paragraph {
    std::string text;
    bool quiet = false;
};

struct Terms {
    std::vector<std::pair<std::string, std::string>> items;  ///< term and what is said of it
};

/// A `figure` made with Markup: a caption and an SVG, or words where there is nothing to draw.
struct Drawing {
    std::string figure;
    bool wide = false;  ///< over the whole width; others stand two in a row
};
struct Drawings {
    std::vector<Drawing> items;
};

/// Text that is kept as it is, line by line. A long one is folded away where the form can.
struct Code {
    std::string text;
    std::string foldedUnder = {};  ///< what it is; empty: not folded
};

using Block = std::variant<Heading, Judgement, KeyFigures, Suggestions, Notes, Paragraph, Terms,
                           Drawings, Code, Table>;

struct Article {
    std::string version;  ///< of this program
    std::string kicker;   ///< what kind of report this is: `simulated`
    std::string title;
    std::string subtitle;      ///< may be empty
    std::vector<Block> front;  ///< the first page: the verdict and what follows from it
    std::vector<Block> rest;   ///< the evidence, from the first heading on
};

}  // namespace headroom::report
