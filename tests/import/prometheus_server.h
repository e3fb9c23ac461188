// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QtTest>

#include <functional>

/// Servers that tests ask: a real Prometheus, and one that answers as it is told.
namespace headroom::test {

inline bool hasPrometheus() {
    return !QStandardPaths::findExecutable("prometheus").isEmpty() && !QStandardPaths::findExecutable("promtool").isEmpty();
}

/// A Prometheus of its own, with blocks made from OpenMetrics text, or scraping `target`.
class Prometheus {
public:
    bool fill(const QByteArray& openMetrics) {
        QFile file(folder_.filePath("in.om"));
        if (!file.open(QIODevice::WriteOnly) || file.write(openMetrics) < 0) return false;
        file.close();
        return QProcess::execute("promtool", {"tsdb", "create-blocks-from", "openmetrics", file.fileName(), folder_.filePath("data")}) == 0;
    }

    /// `config` are further lines of its configuration.
    bool start(const QByteArray& config = {}) {
        QFile file(folder_.filePath("prometheus.yml"));
        if (!file.open(QIODevice::WriteOnly)) return false;
        file.write("global: {scrape_interval: 1s}\n" + config);
        file.close();
        if (port_ == 0) {
            QTcpServer free;
            if (!free.listen(QHostAddress::LocalHost)) return false;
            port_ = free.serverPort();
        }
        process_.setProcessChannelMode(QProcess::MergedChannels);
        process_.start("prometheus", {"--config.file=" + file.fileName(), "--storage.tsdb.path=" + folder_.filePath("data"),
                                      "--storage.tsdb.retention.time=3650d", "--web.listen-address=127.0.0.1:" + QString::number(port_)});
        return process_.waitForStarted() && QTest::qWaitFor([&] { return isReady(); }, 30'000);
    }

    void stop() {
        process_.terminate();
        process_.waitForFinished();
    }
    ~Prometheus() { stop(); }

    QString address() const { return "http://127.0.0.1:" + QString::number(port_); }

private:
    bool isReady() const {
        QTcpSocket socket;
        socket.connectToHost("127.0.0.1", port_);
        if (!socket.waitForConnected(200)) return false;
        socket.write("GET /-/ready HTTP/1.0\r\n\r\n");
        while (socket.waitForReadyRead(200)) {
        }
        return socket.readAll().contains(" 200 ");
    }

    QTemporaryDir folder_;
    QProcess process_;
    quint16 port_ = 0;
};

/// Answers each request by a function of its text (head and body).
class FakeServer {
public:
    using Answer = std::function<QByteArray(const QByteArray& request)>;
    explicit FakeServer(Answer answer) : answer_(std::move(answer)) {
        QObject::connect(&server_, &QTcpServer::newConnection, &server_, [this] { accept(); });
        open();
    }
    bool open() { return server_.listen(QHostAddress::LocalHost, port_) && (port_ = server_.serverPort()) != 0; }
    void close() {
        server_.close();
        for (QTcpSocket* socket : server_.findChildren<QTcpSocket*>()) socket->abort();
    }
    QString address() const { return "http://127.0.0.1:" + QString::number(port_); }
    quint16 port() const { return port_; }
    QList<QByteArray> requests;

    static QByteArray response(int status, const QByteArray& body, const QByteArray& type = "application/json") {
        return "HTTP/1.1 " + QByteArray::number(status) + " x\r\nContent-Type: " + type + "\r\nConnection: close\r\nContent-Length: " +
               QByteArray::number(body.size()) + "\r\n\r\n" + body;
    }

private:
    void accept() {
        QTcpSocket* socket = server_.nextPendingConnection();
        auto text = std::make_shared<QByteArray>();
        QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket, text] {
            *text += socket->readAll();
            const auto end = text->indexOf("\r\n\r\n");
            if (end < 0) return;
            const auto at = text->toLower().indexOf("content-length: ");
            const auto length = at < 0 || at > end ? 0 : text->mid(at + 16, text->indexOf('\r', at) - at - 16).toInt();
            if (text->size() < end + 4 + length) return;
            requests << *text;
            socket->write(answer_(*text));
            socket->disconnectFromHost();
        });
        QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    }

    QTcpServer server_;
    quint16 port_ = 0;
    Answer answer_;
};

/// A parameter of a form that was posted.
inline double formNumber(const QByteArray& request, const QByteArray& name) {
    const QByteArray body = request.mid(request.indexOf("\r\n\r\n") + 4);
    for (const QByteArray& pair : body.split('&'))
        if (pair.startsWith(name + "=")) return pair.mid(name.size() + 1).toDouble();
    return -1;
}

/// As a server that measures value(t) at every step would answer.
inline QByteArray matrixFor(const QByteArray& request, const std::function<double(double)>& value) {
    const double from = formNumber(request, "start"), until = formNumber(request, "end"), step = formNumber(request, "step");
    QByteArray values;
    for (int i = 0; from + i * step <= until + 1e-6; ++i)
        values += (i ? "," : "") + QByteArray("[") + QByteArray::number(from + i * step, 'f', 3) + ",\"" + QByteArray::number(value(from + i * step), 'g', 17) + "\"]";
    return FakeServer::response(200, "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[{\"metric\":{},\"values\":[" + values + "]}]}}");
}

}  // namespace headroom::test
