// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/yaml_node.h"

#include "model/said.h"

#include <algorithm>
#include <utility>

namespace headroom::model {

const YamlNode* YamlNode::find(std::string_view name) const {
    if (!isMapping()) return nullptr;
    const auto it = std::ranges::find(children, name, &YamlNode::key);
    return it == children.end() ? nullptr : &*it;
}

YamlNode* YamlNode::find(std::string_view name) {
    return const_cast<YamlNode*>(std::as_const(*this).find(name));
}

std::vector<std::string> YamlNode::keys() const {
    std::vector<std::string> names;
    if (!isMapping()) return names;
    for (const YamlNode& child : children) names.push_back(child.key);
    return names;
}

std::string YamlNode::describe() const {
    switch (kind) {
        case Kind::scalar: return "`" + text + "`";
        case Kind::sequence:
            return children.empty() ? said("Model", "an empty list") : said("Model", "a list");
        case Kind::mapping:
            return children.empty() ? said("Model", "an empty mapping")
                                    : said("Model", "a mapping");
        case Kind::null:
        case Kind::broken: return said("Model", "nothing");
    }
    return {};
}

bool sameContent(const YamlNode& a, const YamlNode& b) {
    return a.kind == b.kind && a.text == b.text && a.key == b.key &&
           std::ranges::equal(a.children, b.children, sameContent);
}

}  // namespace headroom::model
