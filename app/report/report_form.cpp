// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/report_form.h"

#include "app/report/html_page.h"
#include "app/report/markdown.h"
#include "app/report/pdf/pdf_report.h"

#include <algorithm>
#include <array>

namespace headroom::report {

namespace {

constexpr std::array<std::pair<std::string_view, ReportForm>, 3> kForms{
    {{".html", ReportForm::html}, {".md", ReportForm::markdown}, {".pdf", ReportForm::pdf}}};

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

}  // namespace

std::optional<ReportForm> reportFormOf(std::string_view fileName) {
    std::string name(fileName);
    std::ranges::transform(name, name.begin(), lower);
    for (const auto& [ending, form] : kForms)
        if (name.size() > ending.size() && name.ends_with(ending)) return form;
    return std::nullopt;
}

ReportText reportText(const Article& article, ReportForm form) {
    switch (form) {
        case ReportForm::html: return {htmlOf(article), {}};
        case ReportForm::markdown: return {markdownOf(article), {}};
        case ReportForm::pdf: break;
    }
    Pdf pdf = pdfOf(article);
    return {std::move(pdf.bytes), std::move(pdf.problem)};
}

}  // namespace headroom::report
