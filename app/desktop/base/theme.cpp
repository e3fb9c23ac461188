// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/base/theme.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QPalette>
#include <QProxyStyle>
#include <QStyleFactory>
#include <QStyleOption>

#include <algorithm>

namespace headroom::desktop {

namespace {

const Colours kLight{
    .window = 0xf3f4f6, .base = 0xffffff, .raised = 0xf9fafb, .line = 0xd5d9df, .text = 0x1b2027,
    .quiet = 0x57606a, .accent = 0x0b5cad, .onAccent = 0xffffff,
    .good = 0x1a7f37, .caution = 0x8a5a00, .bad = 0xb91c1c, .unknown = 0x57606a,
    .goodGround = 0xe9f6ec, .cautionGround = 0xfff5dc, .badGround = 0xfdecec,
    .cool = 0x4a7fb5, .warm = 0xc98200, .hot = 0xb91c1c, .trough = 0xe3e6ea,
    .series = {0x0072b2, 0xc98200, 0xa8508a, 0x2f9bd6, 0x007a5a, 0x14181d},
    .heat = {0xfdf6d8, 0xf5e7a8, 0xe6d37f, 0xc9bb74, 0xa9a577, 0x898f79, 0x6d7a78, 0x4f6573, 0x2f4f6b, 0x0b2c55}};

const Colours kDark{
    .window = 0x1a1f26, .base = 0x14181d, .raised = 0x222931, .line = 0x38414c, .text = 0xe8ebef,
    .quiet = 0xa3adb8, .accent = 0x4c9bea, .onAccent = 0x0d1116,
    .good = 0x56d364, .caution = 0xe3b341, .bad = 0xff8178, .unknown = 0xa3adb8,
    .goodGround = 0x14291a, .cautionGround = 0x2b2310, .badGround = 0x331717,
    .cool = 0x6ea5dc, .warm = 0xe69f00, .hot = 0xf2645a, .trough = 0x343c47,
    .series = {0x56b4e9, 0xe69f00, 0xcc79a7, 0x9ad0f5, 0x2fbf95, 0xf0f2f5},
    .heat = {0x16243a, 0x1d3353, 0x2c4566, 0x45586c, 0x5f6b70, 0x7b7f74, 0x9b9672, 0xbdae69, 0xdfc95a, 0xffe945}};

constexpr auto kPortal = "org.freedesktop.portal.Desktop";
constexpr auto kPortalPath = "/org/freedesktop/portal/desktop";
constexpr auto kSettings = "org.freedesktop.portal.Settings";
constexpr auto kAppearance = "org.freedesktop.appearance";
constexpr auto kColourScheme = "color-scheme";
constexpr uint kPrefersDark = 1;

QPalette paletteOf(const Colours& c) {
    QPalette palette;
    const auto set = [&](QPalette::ColorRole role, const QColor& colour) {
        palette.setColor(role, colour);
    };
    set(QPalette::Window, c.window);
    set(QPalette::WindowText, c.text);
    set(QPalette::Base, c.base);
    set(QPalette::AlternateBase, c.raised);
    set(QPalette::ToolTipBase, c.raised);
    set(QPalette::ToolTipText, c.text);
    set(QPalette::Text, c.text);
    set(QPalette::PlaceholderText, c.quiet);
    set(QPalette::Button, c.raised);
    set(QPalette::ButtonText, c.text);
    set(QPalette::Link, c.accent);
    set(QPalette::LinkVisited, c.accent);
    set(QPalette::Highlight, c.accent);
    set(QPalette::HighlightedText, c.onAccent);
    set(QPalette::Light, c.base);
    set(QPalette::Midlight, c.raised);
    set(QPalette::Mid, c.line);
    set(QPalette::Dark, c.line.darker(120));
    QColor faint = c.quiet;
    faint.setAlpha(140);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, faint);
    return palette;
}

/// Fusion draws the edges of fields darker than the window, which nobody sees where that is dark.
QString darkFields(const Colours& c) {
    return QStringLiteral(
               "QLineEdit { border: 1px solid %1; border-radius: 3px; padding: 1px 2px; background: palette(base); }"
               "QLineEdit:focus { border-color: %2; }"
               "QAbstractSpinBox QLineEdit, QComboBox QLineEdit { border: 0; }")
        .arg(c.line.name(), c.accent.name());
}

/// Of an option for Fusion, whose edges are a shade darker than the window: with edges that are seen in the dark.
template <typename Option>
Option withEdges(const Option& option) {
    Option copy(option);
    copy.palette.setColor(QPalette::Window, colours().line.lighter(140));  // Fusion darkens by as much
    return copy;
}

/// Fusion with boxes to tick, in lists as well, and edges of fields that are seen in the dark.
class Style : public QProxyStyle {
public:
    Style() : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))) {}

    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override {
        if (!Theme::instance().isDark()) return QProxyStyle::drawPrimitive(element, option, painter, widget);
        if (const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option); frame && element == PE_Frame) {
            const QStyleOptionFrame seen = withEdges(*frame);
            return QProxyStyle::drawPrimitive(element, &seen, painter, widget);
        }
        if (element != PE_IndicatorCheckBox) return QProxyStyle::drawPrimitive(element, option, painter, widget);
        QStyleOptionButton lighter;
        lighter.QStyleOption::operator=(*option);
        lighter.palette.setColor(QPalette::Base, colours().line);
        lighter.palette.setColor(QPalette::Window, colours().quiet);  // the edge is a shade of it
        QProxyStyle::drawPrimitive(element, &lighter, painter, widget);
    }

    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                            const QWidget* widget) const override {
        const auto* spin = qstyleoption_cast<const QStyleOptionSpinBox*>(option);
        if (!spin || !Theme::instance().isDark()) return QProxyStyle::drawComplexControl(control, option, painter, widget);
        const QStyleOptionSpinBox seen = withEdges(*spin);
        QProxyStyle::drawComplexControl(control, &seen, painter, widget);
    }
};

/// What Fusion draws too heavily for a dense window.
QString styleSheetOf(const Colours& c) {
    return QStringLiteral(
               "QToolTip { color: %1; background: %2; border: 1px solid %3; padding: 4px; }"
               "QMainWindow::separator { background: %3; width: 1px; height: 1px; }"
               "QDockWidget::title { background: %4; padding: 6px 8px; text-align: left; }"
               "QToolBar { border: 0; border-bottom: 1px solid %3; spacing: 4px; padding: 3px; }"
               "QStatusBar { border-top: 1px solid %3; }")
        .arg(c.text.name(), c.raised.name(), c.line.name(), c.window.name());
}

}  // namespace

Theme& Theme::instance() {
    static Theme theme;
    return theme;
}

const Colours& Theme::colours() const { return dark_ ? kDark : kLight; }

const QColor& Theme::loadColour(double share) const {
    const Colours& c = colours();
    return share > 0.9 ? c.hot : share > 0.7 ? c.warm : c.cool;
}

QColor Theme::heatColour(double share) const {
    const auto& heat = colours().heat;
    const auto level = static_cast<std::size_t>(std::clamp(share, 0.0, 0.999) * static_cast<double>(heat.size()));
    return heat[level];
}

void Theme::start() {
    QApplication::setStyle(new Style);
    systemDark_ = QApplication::palette().color(QPalette::Window).lightness() < 128;
    askPortal();
    apply();
}

void Theme::askPortal() {
    auto bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) return;
    bus.connect(kPortal, kPortalPath, kSettings, QStringLiteral("SettingChanged"), this,
                SLOT(portalSettingChanged(QString, QString, QDBusVariant)));
    auto question = QDBusMessage::createMethodCall(kPortal, kPortalPath, kSettings, QStringLiteral("Read"));
    question << QString(kAppearance) << QString(kColourScheme);
    auto* watcher = new QDBusPendingCallWatcher(bus.asyncCall(question), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        watcher->deleteLater();
        if (!reply.isError()) portalSettingChanged(kAppearance, kColourScheme, reply.value());
    });
}

void Theme::portalSettingChanged(const QString& group, const QString& key, const QDBusVariant& value) {
    if (group != QLatin1String(kAppearance) || key != QLatin1String(kColourScheme)) return;
    QVariant inner = value.variant();  // older portals wrap the value twice
    if (inner.canConvert<QDBusVariant>()) inner = inner.value<QDBusVariant>().variant();
    systemDark_ = inner.toUInt() == kPrefersDark;
    apply();
}

void Theme::setScheme(Scheme scheme) {
    scheme_ = scheme;
    apply();
}

void Theme::apply() {
    dark_ = scheme_ == Scheme::dark || (scheme_ == Scheme::system && systemDark_);
    QApplication::setPalette(paletteOf(colours()));
    qApp->setStyleSheet(styleSheetOf(colours()) + (dark_ ? darkFields(colours()) : QString()));
    Q_EMIT changed();
}

}  // namespace headroom::desktop
