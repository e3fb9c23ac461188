// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/archive/series.h"
#include "model/quantity/parsed.h"

#include <QByteArray>
#include <QNetworkAccessManager>
#include <QUrl>

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

/// A Prometheus server's HTTP API (docs/querying/api.md, v2.42.0): `query_range`.
namespace headroom::import {

/// From the environment, never from a command line or a file, and never stored or printed.
struct Credentials {
    QByteArray user, password;
    QByteArray token;  ///< bearer; used instead of the two where it is set
    /// HEADROOM_PROMETHEUS_TOKEN, or HEADROOM_PROMETHEUS_USER and HEADROOM_PROMETHEUS_PASSWORD.
    static Credentials fromEnvironment();
    bool areSet() const { return !token.isEmpty() || !user.isEmpty(); }
};

/// The address of a server. Errors: not http(s); credentials in it; credentials that would go over an unencrypted line
/// to another machine.
model::Parsed<QUrl> parseServer(const std::string& address, const Credentials& credentials);

struct RangeQuery {
    std::string query;                     ///< PromQL
    std::int64_t fromMs = 0, untilMs = 0;  ///< both inclusive
    std::int64_t stepMs = 1000;            ///< at least 1 ms
};

struct RangeAnswer {
    std::vector<archive::Series> series;  ///< named by `__name__`, often empty; steps without data are left out
    std::string error;                    ///< empty: there is an answer
    bool mayPass = false;                 ///< the server is away or busy: asking again may help
};

/// What `query_range` answered; exposed for tests.
RangeAnswer parseRangeAnswer(const QByteArray& body);

/// Asks without blocking; answers come by the event loop. Certificates are verified, and redirections to another server
/// are not followed. HEADROOM_PROMETHEUS_CA names a file with further authorities (PEM).
class PrometheusClient {
public:
    PrometheusClient(QUrl server, Credentials credentials);
    ~PrometheusClient();

    using Answered = std::function<void(RangeAnswer)>;
    /// `answered` is called once, unless the client is gone before.
    void ask(const RangeQuery& query, Answered answered);
    /// Waits for the answer; `goesOn` is asked five times a second.
    RangeAnswer askAndWait(const RangeQuery& query, const std::function<bool()>& goesOn);

private:
    QNetworkRequest requestFor(const char* path) const;

    QUrl server_;
    Credentials credentials_;
    std::unique_ptr<QNetworkAccessManager> network_;
};

}  // namespace headroom::import
