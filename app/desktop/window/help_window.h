// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextBrowser>
#include <QWidget>

namespace headroom::desktop {

/// A page of the help. Links lead to other pages and to headings, as they do where the pages are read on the web.
class HelpPage : public QTextBrowser {
    Q_OBJECT

public:
    explicit HelpPage(QWidget* parent = nullptr);
    static bool exists(const QString& page);
    QVariant loadResource(int type, const QUrl& name) override;

protected:
    void doSetSource(const QUrl& url, QTextDocument::ResourceType type) override;

private:
    /// What Markdown does not say: grounds, borders and distances.
    void dress();
    void scrollToHeading(const QString& slug);
};

/// The help in a window of its own, with a way back.
class HelpWindow : public QWidget {
    Q_OBJECT

public:
    explicit HelpWindow(QWidget* parent = nullptr);
    /// The page of that name (`cache`, `scenario-format`, `window#limits` for a heading); the index if there is none.
    void showPage(const QString& name);
    HelpPage& page() { return *page_; }

private:
    HelpPage* page_;
};

/// As links name headings: `Operations and steps` is `operations-and-steps`.
QString slugOf(const QString& heading);

}  // namespace headroom::desktop
