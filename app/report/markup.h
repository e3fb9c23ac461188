// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// Writes HTML with inline SVG, as elements that are also well-formed XML. All text and attribute values are escaped
/// here and nowhere else, so that nothing from a scenario file can become markup.
namespace headroom::report {

/// Left out where the value is empty.
struct Attribute {
    std::string_view name;
    std::string value;
};
using Attributes = std::initializer_list<Attribute>;

class Markup {
public:
    /// An open element; closed when this goes out of scope.
    class Element {
    public:
        explicit Element(Markup& markup) : markup_(markup) {}
        ~Element() { markup_.close(); }
        Element(const Element&) = delete;
        Element& operator=(const Element&) = delete;

    private:
        Markup& markup_;
    };

    [[nodiscard]] Element element(std::string_view tag, Attributes attributes = {});
    /// `<tag …>text</tag>`
    void leaf(std::string_view tag, std::string_view text, Attributes attributes = {});
    /// `<tag …/>`: a void element of HTML (meta, br, …), or any of SVG.
    void empty(std::string_view tag, Attributes attributes = {});
    void text(std::string_view text);
    /// Text whose line breaks count, as in `pre`.
    void preformatted(std::string_view text);
    /// A style sheet of the program's own. Precondition: no `</`.
    void style(std::string_view css);
    void doctype();
    /// What another Markup took.
    void insert(const std::string& taken) { out_ += taken; }

    /// The document so far. Precondition: every element is closed.
    std::string take();

private:
    void open(std::string_view tag, Attributes attributes, std::string_view end);
    void close();

    std::string out_;
    std::vector<std::string> openTags_;
};

/// `12.3`: a coordinate, to a tenth of a pixel.
std::string coordinate(double value);

}  // namespace headroom::report
