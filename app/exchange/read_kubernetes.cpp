// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exchange/draft.h"

#include <algorithm>
#include <array>

/// Objects of Kubernetes: https://kubernetes.io/docs/reference/kubernetes-api/.
namespace headroom::exchange {

namespace {

constexpr double kKubernetesThousand = 1000;
constexpr int kMostReplicas = 100'000;

std::string nameOf(const ForeignYaml& object) {
    const std::string_view name = object.textAt("metadata.name");
    return name.empty() ? "unnamed" : std::string(name);
}

bool runsPods(std::string_view kind) {
    constexpr std::array<std::string_view, 5> kKinds{"Deployment", "StatefulSet", "ReplicaSet",
                                                     "Rollout", "DaemonSet"};
    return std::ranges::find(kKinds, kind) != kKinds.end();
}

std::map<std::string, std::string> pairsOf(const ForeignYaml* mapping) {
    std::map<std::string, std::string> pairs;
    if (mapping != nullptr)
        for (const ForeignYaml& entry : mapping->children) pairs[entry.key] = entry.text;
    return pairs;
}

using ConfigMaps = std::map<std::string, std::map<std::string, std::string>>;

/// The pods of a Deployment and the like.
class PodReader {
public:
    PodReader(const ForeignYaml& object, const ConfigMaps& configMaps, const Source& source)
        : object_(object), configMaps_(configMaps), source_(source) {}

    Running read() {
        out_ = {.name = nameOf(object_),
                .where = source_.placeOf(object_),
                .what = std::string(object_.textAt("kind"))};
        out_.labels = pairsOf(object_.at("spec.template.metadata.labels"));
        if (const ForeignYaml* replicas = object_.at("spec.replicas")) {
            out_.instances = wholeOf(replicas->text, 0, kMostReplicas);
            if (!out_.instances) source_.leaveOut(*replicas, "`replicas`, which is no number");
        }
        const ForeignYaml* pod = object_.at("spec.template.spec");
        if (pod == nullptr) return out_;
        const ForeignYaml* containers = pod->find("containers");
        if (containers != nullptr)
            for (const ForeignYaml& container : containers->children) readContainer(container);
        source_.noteUnread(*pod, {"containers"}, out_.name);
        if (secrets_ > 0)
            source_.leaveOut(object_, "values that `" + out_.name +
                                          "` takes from Secrets: " + std::to_string(secrets_));
        return out_;
    }

private:
    // What all containers of a pod may take is what an instance may take; the first one is the
    // pod's purpose, others stand beside it.
    void readContainer(const ForeignYaml& container) {
        if (out_.image.empty()) out_.image = container.textAt("image");
        addTo(out_.cpuRequest, container.textAt("resources.requests.cpu"), coresOf);
        addTo(out_.cpuLimit, container.textAt("resources.limits.cpu"), coresOf);
        addTo<std::int64_t>(
            out_.memory, container.textAt("resources.limits.memory"),
            [](std::string_view text) { return bytesOf(text, kKubernetesThousand); });
        readEnvironment(container);
        for (const char* key : {"command", "args"})
            if (const ForeignYaml* words = container.find(key))
                for (const ForeignYaml& word : words->children) refer(key, word.text);
        source_.noteUnread(
            container, {"name", "image", "resources", "env", "envFrom", "command", "args", "ports"},
            out_.name);
    }

    template <typename T>
    static void addTo(std::optional<T>& sum, std::string_view text,
                      std::optional<T> (*parse)(std::string_view)) {
        if (const std::optional<T> value = text.empty() ? std::nullopt : parse(text))
            sum = sum.value_or(T{}) + *value;
    }

    void readEnvironment(const ForeignYaml& container) {
        const auto each = [&](const char* key, const auto& readOne) {
            if (const ForeignYaml* list = container.find(key))
                for (const ForeignYaml& entry : list->children) readOne(entry);
        };
        each("env", [this](const ForeignYaml& entry) {
            const std::string key(entry.textAt("name"));
            refer(key, entry.textAt("value"));
            const ForeignYaml* from = entry.at("valueFrom.configMapKeyRef");
            if (entry.at("valueFrom.secretKeyRef") != nullptr) ++secrets_;
            if (from == nullptr) return;
            const auto map = configMaps_.find(std::string(from->textAt("name")));
            if (map == configMaps_.end()) return;
            const auto value = map->second.find(std::string(from->textAt("key")));
            if (value != map->second.end()) refer(key, value->second);
        });
        each("envFrom", [this](const ForeignYaml& entry) {
            if (entry.find("secretRef") != nullptr) ++secrets_;
            const auto map = configMaps_.find(std::string(entry.textAt("configMapRef.name")));
            if (map == configMaps_.end()) return;
            for (const auto& [key, value] : map->second) refer(key, value);
        });
    }

    void refer(const std::string& key, std::string_view text) {
        for (Reference& one : hostsIn(key, std::string(text)))
            out_.references.push_back(std::move(one));
    }

    const ForeignYaml& object_;
    const ConfigMaps& configMaps_;
    const Source& source_;
    Running out_;
    int secrets_ = 0;
};

void readService(const ForeignYaml& object, Manifests& into) {
    const std::string_view type = object.textAt("spec.type");
    into.aliases.push_back({nameOf(object), pairsOf(object.at("spec.selector")),
                            type == "LoadBalancer" || type == "NodePort"});
}

/// Every service that a rule of an Ingress or a route of a Gateway leads to, wherever it stands.
void readIngress(const ForeignYaml& value, Manifests& into) {
    if (const ForeignYaml* service = value.at("service.name"))
        into.published.push_back(service->text);
    if (const ForeignYaml* service = value.find("serviceName"))
        into.published.push_back(service->text);
    if (value.key == "backendRefs")
        for (const ForeignYaml& backend : value.children)
            into.published.emplace_back(backend.textAt("name"));
    for (const ForeignYaml& child : value.children) readIngress(child, into);
}

void readObject(const ForeignYaml& object, const ConfigMaps& configMaps, const Source& source) {
    const std::string_view kind = object.textAt("kind");
    if (runsPods(kind))
        source.into.running.push_back(PodReader(object, configMaps, source).read());
    else if (kind == "Service" && object.textAt("apiVersion") == "v1")
        readService(object, source.into);
    else if (kind == "Ingress" || kind == "HTTPRoute" || kind == "GRPCRoute")
        readIngress(object, source.into);
    else if (kind == "HorizontalPodAutoscaler")
        readAutoscaler(object, source);
    else if (kind != "ConfigMap" && kind != "List")
        source.leaveOut(object, std::string(kind) + " `" + nameOf(object) + "`");
}

// A List's items stand beside the others.
std::vector<const ForeignYaml*> flattened(const std::vector<const ForeignYaml*>& objects) {
    std::vector<const ForeignYaml*> flat;
    for (const ForeignYaml* object : objects) {
        flat.push_back(object);
        const ForeignYaml* items =
            object->textAt("kind").ends_with("List") ? object->find("items") : nullptr;
        if (items != nullptr)
            for (const ForeignYaml& item : items->children)
                if (isKubernetes(item)) flat.push_back(&item);
    }
    return flat;
}

}  // namespace

bool isKubernetes(const ForeignYaml& document) {
    return !document.textAt("apiVersion").empty() && !document.textAt("kind").empty() &&
           !isOpenSlo(document);
}

void readKubernetes(const std::vector<const ForeignYaml*>& objects, const Source& source) {
    const std::vector<const ForeignYaml*> flat = flattened(objects);
    ConfigMaps configMaps;
    for (const ForeignYaml* object : flat)
        if (object->textAt("kind") == "ConfigMap")
            configMaps[nameOf(*object)] = pairsOf(object->find("data"));
    for (const ForeignYaml* object : flat) readObject(*object, configMaps, source);
}

}  // namespace headroom::exchange
