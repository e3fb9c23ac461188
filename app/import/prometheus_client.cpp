// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/import/prometheus_client.h"

#include "app/archive/bounded_json.h"
#include "model/said.h"

#include <QEventLoop>
#include <QHostAddress>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QPointer>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QTimer>

#include <nlohmann/json.hpp>

#include <cmath>
#include <limits>

namespace headroom::import {

namespace {

using archive::textAt;
using Json = nlohmann::json;

constexpr int kPatienceMs = 60'000;
constexpr qint64 kMostBytes = 256ll << 20;  // of one answer; a part of 10,000 points a series is far below

bool isThisMachine(const QUrl& url) {
    return url.host() == QStringLiteral("localhost") || QHostAddress(url.host()).isLoopback();
}

std::optional<double> valueOf(const Json& json) {
    if (!json.is_string()) return std::nullopt;
    const std::string& text = json.get_ref<const std::string&>();
    if (text == "NaN") return std::numeric_limits<double>::quiet_NaN();
    if (text == "+Inf") return std::numeric_limits<double>::infinity();
    if (text == "-Inf") return -std::numeric_limits<double>::infinity();
    try {
        return std::stod(text);
    } catch (const std::exception&) {
        return std::nullopt;
    }
}

bool readPoints(const Json& values, std::vector<archive::Point>& out) {
    if (!values.is_array()) return false;
    for (const Json& pair : values) {
        if (!pair.is_array() || pair.size() != 2 || !pair[0].is_number()) return false;
        const auto value = valueOf(pair[1]);
        if (!value) return false;
        const auto ms = archive::momentOf(pair[0].get<double>() * 1000);
        if (!ms) return false;
        out.push_back({*ms, *value});
    }
    return true;
}

bool readSeries(const Json& json, archive::Series& out) {
    if (!json.is_object() || !json.contains("metric") || !json["metric"].is_object()) return false;
    for (const auto& [label, value] : json["metric"].items()) {
        if (!value.is_string()) return false;
        if (label == "__name__")
            out.key.name = value.get<std::string>();
        else
            out.key.labels[label] = value.get<std::string>();
    }
    return !json.contains("values") || readPoints(json["values"], out.points);
}

RangeAnswer failed(std::string why, bool mayPass = false) { return {{}, std::move(why), mayPass}; }

QByteArray decimal(std::int64_t ms) {
    return QByteArray::number(ms / 1000) + "." + QByteArray::number(ms % 1000).rightJustified(3, '0');
}

bool isTemporary(QNetworkReply::NetworkError error) {
    using E = QNetworkReply::NetworkError;
    switch (error) {
        case E::ConnectionRefusedError:
        case E::RemoteHostClosedError:
        case E::HostNotFoundError:
        case E::TimeoutError:
        case E::OperationCanceledError:
        case E::TemporaryNetworkFailureError:
        case E::NetworkSessionFailedError:
        case E::UnknownNetworkError:
        case E::ServiceUnavailableError: return true;
        default: return false;
    }
}

RangeAnswer answerOf(QNetworkReply& reply) {
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status == 200) {
        if (reply.error() != QNetworkReply::NoError)
            return failed(model::said("Import", "the answer broke off"), true);
        return parseRangeAnswer(reply.readAll());
    }
    if (status == 401 || status == 403)
        return failed(model::said("Import",
                                  "the server wants credentials, or other ones (HTTP %1); they are "
                                  "read from HEADROOM_PROMETHEUS_TOKEN, "
                                  "or HEADROOM_PROMETHEUS_USER and _PASSWORD",
                                  {std::to_string(status)}));
    if (status >= 300 && status < 400)
        return failed(model::said("Import", "the server redirects to another one (HTTP %1)",
                                  {std::to_string(status)}));
    const bool mayPass = status == 429 || status == 502 || status == 503 || status == 504 || (status == 0 && isTemporary(reply.error()));
    if (status == 0) return failed(reply.errorString().toStdString(), mayPass);
    const Json body = archive::parseBoundedJson(reply.readAll().toStdString());
    if (const std::string why = textAt(body, "error"); !why.empty())
        return failed(why + " (HTTP " + std::to_string(status) + ")", mayPass);
    return failed("HTTP " + std::to_string(status), mayPass);
}

}  // namespace

Credentials Credentials::fromEnvironment() {
    return {qgetenv("HEADROOM_PROMETHEUS_USER"), qgetenv("HEADROOM_PROMETHEUS_PASSWORD"), qgetenv("HEADROOM_PROMETHEUS_TOKEN")};
}

model::Parsed<QUrl> parseServer(const std::string& address, const Credentials& credentials) {
    const QUrl url(QString::fromStdString(address), QUrl::StrictMode);
    const bool isHttp = url.scheme() == QStringLiteral("http"), isHttps = url.scheme() == QStringLiteral("https");
    if (!url.isValid() || url.host().isEmpty() || (!isHttp && !isHttps))
        return model::TextError{
            model::said("Import", "an address that is none"),
            model::said("Import", "one such as `https://prometheus.example:9090`"), ""};
    if (!url.userInfo().isEmpty())
        return model::TextError{
            model::said("Import", "credentials in the address of the server"),
            model::said("Import",
                        "them in HEADROOM_PROMETHEUS_USER and HEADROOM_PROMETHEUS_PASSWORD"),
            ""};
    if (isHttp && credentials.areSet() && !isThisMachine(url))
        return model::TextError{model::said("Import", "credentials that would be sent unencrypted"),
                                model::said("Import", "an address that begins with `https://`"),
                                ""};
    return url;
}

RangeAnswer parseRangeAnswer(const QByteArray& body) {
    const Json json = archive::parseBoundedJson({body.data(), static_cast<std::size_t>(body.size())});
    if (textAt(json, "status") != "success")
        return failed(model::said("Import", "the answer is not one of Prometheus"));
    const auto data = json.find("data");
    if (data == json.end() || textAt(*data, "resultType") != "matrix")
        return failed(model::said("Import", "the answer holds no series"));
    const auto result = data->find("result");
    if (result == data->end() || !result->is_array())
        return failed(model::said("Import", "the answer holds no series"));
    RangeAnswer answer;
    for (const Json& one : *result)
        if (!readSeries(one, answer.series.emplace_back()))
            return failed(model::said("Import", "the answer holds a series that cannot be read"));
    return answer;
}

PrometheusClient::PrometheusClient(QUrl server, Credentials credentials)
    : server_(std::move(server)), credentials_(std::move(credentials)), network_(std::make_unique<QNetworkAccessManager>()) {
    network_->setRedirectPolicy(QNetworkRequest::SameOriginRedirectPolicy);
    network_->setTransferTimeout(kPatienceMs);
}

PrometheusClient::~PrometheusClient() = default;

QNetworkRequest PrometheusClient::requestFor(const char* path) const {
    QUrl url = server_;
    url.setPath(url.path() + (url.path().endsWith('/') ? "" : "/") + path);
    QNetworkRequest request(url);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArray("application/x-www-form-urlencoded"));
    if (!credentials_.token.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + credentials_.token);
    else if (!credentials_.user.isEmpty())
        request.setRawHeader("Authorization", "Basic " + (credentials_.user + ":" + credentials_.password).toBase64());
    if (const QString authorities = qEnvironmentVariable("HEADROOM_PROMETHEUS_CA"); !authorities.isEmpty()) {
        QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
        configuration.addCaCertificates(authorities);
        request.setSslConfiguration(configuration);
    }
    return request;
}

void PrometheusClient::ask(const RangeQuery& query, Answered answered) {
    const QByteArray form = "query=" + QUrl::toPercentEncoding(QString::fromStdString(query.query)) + "&start=" + decimal(query.fromMs) +
                            "&end=" + decimal(query.untilMs) + "&step=" + decimal(query.stepMs);
    QNetworkReply* reply = network_->post(requestFor("api/v1/query_range"), form);
    QObject::connect(reply, &QNetworkReply::downloadProgress, reply, [reply](qint64 received, qint64) {
        if (received > kMostBytes) reply->abort();
    });
    QObject::connect(reply, &QNetworkReply::finished, network_.get(), [reply, answered = std::move(answered)] {
        reply->deleteLater();
        answered(answerOf(*reply));
    });
}

RangeAnswer PrometheusClient::askAndWait(const RangeQuery& query, const std::function<bool()>& goesOn) {
    QEventLoop loop;
    auto answer = std::make_shared<RangeAnswer>(failed(model::said("Import", "interrupted"), true));
    QTimer watch;
    QObject::connect(&watch, &QTimer::timeout, &loop, [&] {
        if (!goesOn()) loop.quit();
    });
    watch.start(200);
    // The loop may have been left when the answer comes, which then goes nowhere.
    ask(query, [answer, weak = QPointer<QEventLoop>(&loop)](RangeAnswer found) {
        *answer = std::move(found);
        if (weak) weak->quit();
    });
    loop.exec();
    return *answer;
}

}  // namespace headroom::import
