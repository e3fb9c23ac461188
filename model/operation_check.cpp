// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/operation_check.h"

#include "model/call_site.h"
#include "model/file/diagnostic.h"
#include "model/said.h"

#include <optional>

namespace headroom::model {
namespace {

struct Request {
    const std::string& component;
    const std::string& operation;
    std::string componentPath;  ///< where the file names the component
    std::string operationPath;
};

std::vector<std::string> operationNames(const Component& component) {
    std::vector<std::string> names;
    for (const Operation& operation : component.operations) names.push_back(operation.name);
    return names;
}

/// `an operation of `db`, behind `posts_cache`: `read`, `write``
std::string expectation(const Component& receiver, const std::string& asked) {
    std::string text =
        receiver.name == asked
            ? said("Model", "an operation of `%1`", {receiver.name})
            : said("Model", "an operation of `%1`, behind `%2`", {receiver.name, asked});
    std::string separator = ": ";
    for (const Operation& operation : receiver.operations) {
        text += separator + "`" + operation.name + "`";
        separator = ", ";
    }
    return text;
}

/// What a receiver lacks for the request, if anything.
std::optional<GraphFault> check(const Component& receiver, const Request& request) {
    if (std::holds_alternative<ExternalSpec>(receiver.spec)) return std::nullopt;
    if (receiver.operation(request.operation)) return std::nullopt;
    if (receiver.operations.empty()) {
        const std::string name = "`" + receiver.name + "`";
        return GraphFault{request.componentPath,
                          said("Model", "%1, which has no operations", {name}),
                          said("Model", "a component with operations")};
    }
    return GraphFault{request.operationPath, "`" + request.operation + "`",
                      expectation(receiver, request.component),
                      nearestName(request.operation, operationNames(receiver))};
}

std::optional<GraphFault> check(const ComponentIndex& components, const Request& request) {
    const Component* asked = components.find(request.component);
    if (!asked) return std::nullopt;
    for (const Receiver& receiver : components.receivers(*asked, request.operation)) {
        if (auto fault = check(*receiver.component, request)) return fault;
    }
    return std::nullopt;
}

}  // namespace

std::vector<GraphFault> checkOperations(const Scenario& scenario) {
    const ComponentIndex components(scenario);
    std::vector<GraphFault> faults;
    const auto add = [&](const Request& request) {
        if (auto fault = check(components, request)) faults.push_back(std::move(*fault));
    };
    for (const ProfileAction& action : profileActions(scenario.workload)) {
        add({action.entry, action.operation, action.entryPath, action.path});
    }
    for (const CallSite& site : callSites(scenario)) {
        add({site.to, site.asked, site.path + ".to", site.path + ".operation"});
    }
    return faults;
}

}  // namespace headroom::model
