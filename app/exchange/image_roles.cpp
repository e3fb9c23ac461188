// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exchange/image_roles.h"

#include <algorithm>
#include <array>

namespace headroom::exchange {

namespace {

struct Known {
    std::string_view name;
    Role role;
};

// Last parts of the names of images on Docker Hub and the registries of their makers. A name also
// fits with a suffix behind a hyphen: `redis-stack-server`, `cp-kafka` is listed itself.
constexpr std::array<Known, 80> kImages{{
    {"postgres", Role::database},
    {"postgresql", Role::database},
    {"postgis", Role::database},
    {"timescaledb", Role::database},
    {"pgvector", Role::database},
    {"mysql", Role::database},
    {"mariadb", Role::database},
    {"percona", Role::database},
    {"mongo", Role::database},
    {"mongodb", Role::database},
    {"cockroach", Role::database},
    {"cassandra", Role::database},
    {"scylla", Role::database},
    {"mssql", Role::database},
    {"elasticsearch", Role::database},
    {"opensearch", Role::database},
    {"clickhouse", Role::database},
    {"influxdb", Role::database},
    {"neo4j", Role::database},
    {"couchdb", Role::database},
    {"couchbase", Role::database},
    {"dynamodb", Role::database},
    {"etcd", Role::database},
    {"yugabyte", Role::database},
    {"tidb", Role::database},
    {"meilisearch", Role::database},
    {"solr", Role::database},
    {"minio", Role::database},
    {"redis", Role::store},
    {"valkey", Role::store},
    {"keydb", Role::store},
    {"dragonfly", Role::store},
    {"memcached", Role::store},
    {"rabbitmq", Role::queue},
    {"kafka", Role::queue},
    {"cp-kafka", Role::queue},
    {"redpanda", Role::queue},
    {"nats", Role::queue},
    {"activemq", Role::queue},
    {"artemis", Role::queue},
    {"pulsar", Role::queue},
    {"mosquitto", Role::queue},
    {"beanstalkd", Role::queue},
    {"nsq", Role::queue},
    {"nginx", Role::loadBalancer},
    {"haproxy", Role::loadBalancer},
    {"traefik", Role::loadBalancer},
    {"envoy", Role::loadBalancer},
    {"caddy", Role::loadBalancer},
    {"kong", Role::loadBalancer},
    {"pgbouncer", Role::pool},
    {"pgpool", Role::pool},
    {"proxysql", Role::pool},
    {"odyssey", Role::pool},
    {"prometheus", Role::tool},
    {"alertmanager", Role::tool},
    {"grafana", Role::tool},
    {"jaeger", Role::tool},
    {"all-in-one", Role::tool},
    {"zipkin", Role::tool},
    {"loki", Role::tool},
    {"promtail", Role::tool},
    {"tempo", Role::tool},
    {"cadvisor", Role::tool},
    {"node-exporter", Role::tool},
    {"opentelemetry-collector", Role::tool},
    {"fluentd", Role::tool},
    {"fluent-bit", Role::tool},
    {"vector", Role::tool},
    {"adminer", Role::tool},
    {"phpmyadmin", Role::tool},
    {"pgadmin4", Role::tool},
    {"mongo-express", Role::tool},
    {"kafka-ui", Role::tool},
    {"mailhog", Role::tool},
    {"mailpit", Role::tool},
    {"zookeeper", Role::tool},
    {"portainer", Role::tool},
    {"watchtower", Role::tool},
}};

constexpr std::array<Known, 17> kSchemes{{
    {"postgres", Role::database},
    {"postgresql", Role::database},
    {"mysql", Role::database},
    {"mariadb", Role::database},
    {"mongodb", Role::database},
    {"mongodb+srv", Role::database},
    {"sqlserver", Role::database},
    {"cassandra", Role::database},
    {"clickhouse", Role::database},
    {"redis", Role::store},
    {"rediss", Role::store},
    {"memcached", Role::store},
    {"amqp", Role::queue},
    {"amqps", Role::queue},
    {"kafka", Role::queue},
    {"nats", Role::queue},
    {"mqtt", Role::queue},
}};

constexpr std::array<Known, 6> kDomains{{
    {".rds.amazonaws.com", Role::database},
    {".docdb.amazonaws.com", Role::database},
    {".database.azure.com", Role::database},
    {".mongodb.net", Role::database},
    {".cache.amazonaws.com", Role::store},
    {".cache.windows.net", Role::store},
}};

template <std::size_t N>
const Known* exactly(const std::array<Known, N>& known, std::string_view name) {
    const auto found = std::ranges::find(known, name, &Known::name);
    return found == known.end() ? nullptr : &*found;
}

}  // namespace

Role roleOfImage(std::string_view image) {
    image = image.substr(0, image.find('@'));
    const std::size_t slash = image.rfind('/');
    std::string_view name = slash == std::string_view::npos ? image : image.substr(slash + 1);
    name = name.substr(0, name.find(':'));
    // `mcr.microsoft.com/mssql/server`
    if (name == "server" && image.find("mssql/") != std::string_view::npos) return Role::database;
    for (;;) {
        if (const Known* known = exactly(kImages, name)) return known->role;
        const std::size_t hyphen = name.rfind('-');
        if (hyphen == std::string_view::npos) return Role::service;
        // An exporter of a database's metrics is none.
        if (name.substr(hyphen) == "-exporter") return Role::tool;
        name = name.substr(0, hyphen);
    }
}

Role roleOfAddress(std::string_view scheme, std::string_view host) {
    if (scheme.starts_with("jdbc:")) scheme.remove_prefix(5);
    if (const Known* known = exactly(kSchemes, scheme)) return known->role;
    for (const Known& domain : kDomains)
        if (host.ends_with(domain.name)) return domain.role;
    return Role::external;
}

}  // namespace headroom::exchange
