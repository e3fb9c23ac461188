// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QImage>
#include <QPainter>
#include <QSvgRenderer>

#include <cstdio>

/// `render_icons FOLDER SVG…`: each drawing as FOLDER/NAME-SIZE.png, for desktops whose icon themes read no SVG. Runs
/// while the package is built, so that the pictures cannot differ from what they are pictures of.
namespace {

constexpr int kSizes[] = {16, 24, 32, 48, 64, 128, 256, 512};

bool render(QSvgRenderer& drawing, int size, const QString& path) {
    QImage image(size, size, QImage::Format_ARGB32);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    drawing.render(&painter);
    painter.end();
    return image.save(path);
}

}  // namespace

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    const QStringList arguments = QGuiApplication::arguments();
    const QDir folder(arguments.value(1));
    for (const QString& file : arguments.mid(2)) {
        QSvgRenderer drawing(file);
        for (const int size : kSizes) {
            const QString path = folder.filePath(QStringLiteral("%1-%2.png").arg(QFileInfo(file).completeBaseName()).arg(size));
            if (drawing.isValid() && render(drawing, size, path)) continue;
            std::fprintf(stderr, "render_icons: %s could not be drawn from %s\n", qPrintable(path), qPrintable(file));
            return 1;
        }
    }
    return 0;
}
