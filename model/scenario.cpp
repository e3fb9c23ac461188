// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scenario.h"

#include <algorithm>

namespace headroom::model {

const Component* Scenario::component(std::string_view componentName) const {
    const auto found = std::ranges::find(components, componentName, &Component::name);
    return found == components.end() ? nullptr : &*found;
}

const KeyClass* Scenario::keyClass(std::string_view keyClassName) const {
    const auto found = std::ranges::find(keys, keyClassName, &KeyClass::name);
    return found == keys.end() ? nullptr : &*found;
}

}  // namespace headroom::model
