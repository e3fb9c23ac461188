// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exchange/draft.h"

#include <algorithm>

/// docker-compose: https://github.com/compose-spec/compose-spec, spec.md.
namespace headroom::exchange {

namespace {

constexpr double kComposeThousand = 1024;
constexpr int kMostReplicas = 100'000;

/// `${DB_HOST:-db}` → `db`; a variable without a default becomes nothing.
std::string withDefaults(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '$' || i + 1 >= text.size()) {
            out += text[i];
            continue;
        }
        if (text[i + 1] == '$') {
            out += text[++i];
            continue;
        }
        if (text[i + 1] != '{') continue;
        const std::size_t end = std::min(text.find('}', i), text.size());
        const std::string_view inside = text.substr(i + 2, end - i - 2);
        const std::size_t dash = inside.find('-');
        if (dash != std::string_view::npos) out += inside.substr(dash + 1);
        i = end;
    }
    return out;
}

class ServiceReader {
public:
    ServiceReader(const ForeignYaml& service, const Source& source)
        : service_(service), source_(source) {}

    Running read() {
        Running out{.name = service_.key,
                    .where = source_.placeOf(service_),
                    .what = "service",
                    .image = withDefaults(service_.textAt("image")),
                    .hosts = {service_.key}};
        for (const char* key : {"container_name", "hostname"})
            if (const auto host = service_.textAt(key); !host.empty()) out.hosts.emplace_back(host);
        readNetworks(out);
        readSize(out);
        readReferences(out);
        const ForeignYaml* ports = service_.find("ports");
        out.published = ports != nullptr && !ports->children.empty();
        source_.noteUnread(service_,
                           {"image", "build", "container_name", "hostname", "networks", "deploy",
                            "scale", "cpus", "mem_limit", "mem_reservation", "environment",
                            "depends_on", "links", "command", "entrypoint", "ports", "expose"},
                           out.name);
        return out;
    }

private:
    void readNetworks(Running& out) const {
        const ForeignYaml* networks = service_.find("networks");
        if (networks == nullptr) return;
        for (const ForeignYaml& network : networks->children)
            if (const ForeignYaml* aliases = network.find("aliases"))
                for (const ForeignYaml& alias : aliases->children) out.hosts.push_back(alias.text);
    }

    template <typename T>
    void take(const char* path, std::optional<T>& out,
              std::optional<T> (*parse)(std::string_view)) {
        const ForeignYaml* value = service_.at(path);
        if (value == nullptr || value->isNull()) return;
        const std::string text = withDefaults(value->text);
        const std::optional<T> taken = value->isScalar() ? parse(text) : std::nullopt;
        if (taken) out = taken;
        if (!taken) source_.leaveOut(*value, std::string("`") + path + "`, which is no number");
    }

    void readSize(Running& out) {
        const auto whole = +[](std::string_view text) { return wholeOf(text, 0, kMostReplicas); };
        const auto bytes = +[](std::string_view text) { return bytesOf(text, kComposeThousand); };
        take<int>("scale", out.instances, whole);
        take<int>("deploy.replicas", out.instances, whole);
        take<double>("cpus", out.cpuLimit, coresOf);
        take<double>("deploy.resources.limits.cpus", out.cpuLimit, coresOf);
        take<double>("deploy.resources.reservations.cpus", out.cpuRequest, coresOf);
        take<std::int64_t>("mem_limit", out.memory, bytes);
        take<std::int64_t>("deploy.resources.limits.memory", out.memory, bytes);
        if (const ForeignYaml* deploy = service_.find("deploy"))
            source_.noteUnread(*deploy, {"replicas", "resources"}, out.name);
    }

    void readReferences(Running& out) const {
        for (const char* key : {"depends_on", "links"})
            if (const ForeignYaml* others = service_.find(key))
                for (const ForeignYaml& other : others->children) {
                    // A list of names, a mapping by name, or `service:alias`.
                    const std::string name = other.key.empty() ? other.text : other.key;
                    out.references.push_back({name.substr(0, name.find(':')), "", key, true});
                }
        if (const ForeignYaml* environment = service_.find("environment"))
            for (const ForeignYaml& entry : environment->children) {
                std::string key = entry.key, text = withDefaults(entry.text);
                if (const std::size_t equals = text.find('='); key.empty()) {
                    if (equals == std::string::npos) continue;
                    key = text.substr(0, equals);
                    text = text.substr(equals + 1);
                }
                add(out, hostsIn(key, text));
            }
        for (const char* key : {"command", "entrypoint"})
            if (const ForeignYaml* words = service_.find(key)) {
                add(out, hostsIn(key, withDefaults(words->text)));
                for (const ForeignYaml& word : words->children)
                    add(out, hostsIn(key, withDefaults(word.text)));
            }
    }

    static void add(Running& out, std::vector<Reference> references) {
        for (Reference& one : references) out.references.push_back(std::move(one));
    }

    const ForeignYaml& service_;
    const Source& source_;
};

}  // namespace

void Source::noteUnread(const ForeignYaml& mapping, const std::vector<std::string_view>& read,
                        const std::string& owner) const {
    for (const ForeignYaml& entry : mapping.children)
        if (!entry.key.starts_with("x-") && std::ranges::find(read, entry.key) == read.end())
            into.unread[entry.key].push_back(owner);
}

bool isCompose(const ForeignYaml& document) {
    const ForeignYaml* services = document.find("services");
    return services != nullptr && services->isMapping() && document.find("apiVersion") == nullptr;
}

void readCompose(const ForeignYaml& document, const Source& source) {
    if (source.into.title.empty()) source.into.title = document.textAt("name");
    for (const ForeignYaml& service : document.find("services")->children) {
        if (service.isMapping())
            source.into.running.push_back(ServiceReader(service, source).read());
        else
            source.leaveOut(service, "the service `" + service.key + "`, which says nothing");
    }
    source.noteUnread(document, {"services", "version", "name"}, "the file");
}

}  // namespace headroom::exchange
