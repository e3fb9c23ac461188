// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/html_page.h"

#include "app/report/articles.h"
#include "app/report/html_parts.h"
#include "app/report/page_style.h"
#include "model/said.h"

namespace headroom::report {

namespace {

class Page {
public:
    explicit Page(const Article& article) : article_(article) {}

    std::string text() {
        page_.doctype();
        {
            // The code of the language that the texts are in.
            const auto html = page_.element("html", {{"lang", model::said("Report", "en")}});
            head();
            const auto body = page_.element("body");
            const auto main = page_.element("main");
            masthead();
            for (const Block& block : article_.front) std::visit(*this, block);
            for (const Block& block : article_.rest) std::visit(*this, block);
        }
        return page_.take();
    }

    void operator()(const Heading& heading) {
        page_.leaf(heading.level == 2 ? "h2" : "h3", heading.text,
                   {{"id", heading.id}, {"class", heading.beginsRun ? "point" : ""}});
    }
    void operator()(const Judgement& judgement) { writeJudgement(page_, judgement); }
    void operator()(const KeyFigures& figures) { writeKeyFigures(page_, figures); }
    void operator()(const Suggestions& suggestions) { writeSuggestions(page_, suggestions); }
    void operator()(const Notes& notes) { writeList(page_, notes.items, "notes"); }
    void operator()(const Paragraph& paragraph) {
        page_.leaf("p", paragraph.text, {{"class", paragraph.quiet ? "quiet" : ""}});
    }
    void operator()(const Terms& terms) {
        if (terms.items.empty()) return;
        const auto list = page_.element("dl", {{"class", "terms"}});
        for (const auto& [term, words] : terms.items) {
            page_.leaf("dt", term);
            page_.leaf("dd", words);
        }
    }
    void operator()(const Drawings& drawings) { writeDrawings(page_, drawings); }
    void operator()(const Code& code) { writeCode(page_, code); }
    void operator()(const Table& table) { writeTable(page_, table); }

private:
    void head() {
        const auto head = page_.element("head");
        page_.empty("meta", {{"charset", "utf-8"}});
        page_.empty("meta",
                    {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}});
        page_.empty("meta", {{"name", "color-scheme"}, {"content", "light dark"}});
        page_.empty("meta", {{"name", "generator"}, {"content", "headroom " + article_.version}});
        page_.leaf("title",
                   article_.title + (article_.subtitle.empty() ? "" : ", " + article_.subtitle));
        page_.style(pageStyle());
    }

    void masthead() {
        const auto header = page_.element("header");
        page_.leaf("p", "Headroom " + article_.version + ", " + article_.kicker,
                   {{"class", "kicker"}});
        const auto title = page_.element("h1");
        page_.text(article_.title);
        if (!article_.subtitle.empty()) page_.leaf("small", article_.subtitle);
    }

    const Article& article_;
    Markup page_;
};

}  // namespace

std::string htmlOf(const Article& article) { return Page(article).text(); }
std::string htmlPage(const Document& document) { return htmlOf(runArticle(document)); }

}  // namespace headroom::report
