// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QDBusVariant>
#include <QObject>

#include <array>

/// Colours of the window. Series are those of Okabe & Ito ("Color Universal Design", 2008), darkened or lightened where
/// they would miss a contrast of 3 : 1 on the ground; states (good, caution, bad) are never series colours.
namespace headroom::desktop {

struct Colours {
    QColor window, base, raised, line, text, quiet, accent, onAccent;
    QColor good, caution, bad, unknown;                  ///< of symbols and words
    QColor goodGround, cautionGround, badGround;         ///< behind them
    QColor cool, warm, hot, trough;                      ///< how busy something is
    std::array<QColor, 6> series;
    std::array<QColor, 10> heat;                         ///< from idle to busy
};

/// Follows the desktop's light or dark (portal, else palette) unless told otherwise. One for the application.
class Theme : public QObject {
    Q_OBJECT

public:
    enum class Scheme { system, light, dark };
    Q_ENUM(Scheme)

    static Theme& instance();

    Scheme scheme() const { return scheme_; }
    bool isDark() const { return dark_; }
    const Colours& colours() const;
    /// How busy 0 … 1 is shown.
    const QColor& loadColour(double share) const;
    QColor heatColour(double share) const;

    /// Sets style, palette and style sheet of the application; once before the first window.
    void start();
    void setScheme(Scheme scheme);

Q_SIGNALS:
    void changed();

private Q_SLOTS:
    void portalSettingChanged(const QString& group, const QString& key, const QDBusVariant& value);

private:
    Theme() = default;
    void askPortal();
    void apply();

    Scheme scheme_ = Scheme::system;
    bool systemDark_ = false;
    bool dark_ = false;
};

inline const Colours& colours() { return Theme::instance().colours(); }

}  // namespace headroom::desktop
