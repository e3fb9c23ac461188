// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/exchange/foreign_yaml.h"
#include "model/scenario.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What manifests of other tools say together, before it is written as a first draft of a scenario.
/// Names are as they are written there. Values of environment variables are looked through for
/// hosts and kept nowhere: there are passwords in them.
namespace headroom::exchange {

/// A host that a text names.
struct Reference {
    std::string host = {};    ///< `db`, `db.shop.svc.cluster.local`, `api.stripe.com`
    std::string scheme = {};  ///< `postgres` of `postgres://…`; empty: none
    std::string from = {};    ///< what says so: `DATABASE_URL`, `depends_on`
    bool isStated = false;    ///< by `depends_on` or `links`, which are about nothing else
};

/// What runs: a service of a compose file, a Deployment, a StatefulSet.
struct Running {
    std::string name = {}, where = {};  ///< where: `compose.yaml:3`
    std::string what = {};              ///< `service`, `Deployment` …
    std::string image = {};             ///< empty: built from source
    std::vector<std::string> hosts = {};
    std::optional<int> instances = {};
    std::optional<double> cpuRequest = {}, cpuLimit = {};  ///< cores of one instance
    std::optional<std::int64_t> memory = {};               ///< bytes of one instance, at most
    std::vector<Reference> references = {};
    bool published = false;                          ///< reached from outside
    std::map<std::string, std::string> labels = {};  ///< of its pods
};

/// A Service of Kubernetes: a name for pods.
struct Alias {
    std::string name = {};
    std::map<std::string, std::string> selector = {};
    bool published = false;
};

struct Scaler {
    std::string name = {}, where = {}, target = {};  ///< target: name of what is scaled
    model::AutoscalerSpec spec = {};  ///< without `scales`; metrics as far as they were understood
    std::vector<std::string> external =
        {};  ///< names of the metrics of kind `metric`, in their order
};

struct Promise {
    std::string name = {}, where = {}, service = {};  ///< service: whose it is; may be empty
    /// Target empty: whatever the draft calls the service, or the workload.
    model::MetricRef metric = {};
    bool below = true;
    double threshold = 0;  ///< in base units
    std::optional<model::Duration> over = {};
    std::string note = {};  ///< what was assumed; may be empty
};

struct Manifests {
    std::string title = {};  ///< `name` of a compose file
    std::vector<Running> running = {};
    std::vector<Alias> aliases = {};
    std::vector<std::string> published = {};  ///< aliases that an Ingress leads to
    std::vector<Scaler> scalers = {};
    std::vector<Promise> promises = {};
    std::vector<std::string> leftOut = {};  ///< what was seen and not used, with its place
    std::map<std::string, std::vector<std::string>> unread = {};  ///< key → who has it
};

/// Whose document is being read.
struct Source {
    const std::string& file;
    Manifests& into;

    std::string placeOf(const ForeignYaml& value) const {
        return file + ":" + std::to_string(value.line);
    }
    void leaveOut(const ForeignYaml& value, const std::string& what) const {
        into.leftOut.push_back(placeOf(value) + ": " + what);
    }
    /// Notes the keys of a mapping that nothing is made of, without those known to be.
    void noteUnread(const ForeignYaml& mapping, const std::vector<std::string_view>& read,
                    const std::string& owner) const;
};

bool isCompose(const ForeignYaml& document);
void readCompose(const ForeignYaml& document, const Source& source);

/// Objects of Kubernetes, of which one may be a List.
bool isKubernetes(const ForeignYaml& document);
/// ConfigMaps first: others take their environment from them.
void readKubernetes(const std::vector<const ForeignYaml*>& objects, const Source& source);
void readAutoscaler(const ForeignYaml& object, const Source& source);

bool isOpenSlo(const ForeignYaml& document);
void readOpenSlo(const std::vector<const ForeignYaml*>& objects, const Source& source);

/// `500m`, `2`, `0.5`: cores.
std::optional<double> coresOf(std::string_view text);
/// `512Mi`, `1G`, `512mb`: bytes, at least one. `k`, `M`, `G` count in powers of `thousand`, which
/// is 1000 in Kubernetes and 1024 in compose.
std::optional<std::int64_t> bytesOf(std::string_view text, double thousand);
std::optional<int> wholeOf(std::string_view text, int least, int most);

/// Hosts in the value of an environment variable, or in an argument. `key` may say that a bare
/// word is a host: `DB_HOST`.
std::vector<Reference> hostsIn(const std::string& key, const std::string& text);

/// The scenario, as far as it can be told; why there is none otherwise.
model::Parsed<std::string> draftText(const Manifests& manifests, const std::string& title,
                                     const std::vector<std::string>& files);

}  // namespace headroom::exchange
