// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/report/article.h"
#include "app/report/markup.h"
#include "app/report/table.h"

#include <string>
#include <string_view>
#include <vector>

/// The pieces that the page is put together from.
namespace headroom::report {

std::string_view cssClassOf(Mark mark);  ///< good, caution, bad, unknown

/// A state as symbol; the word beside it says the same.
void writeMark(Markup& page, Mark mark);
void writeTable(Markup& page, const Table& table);
void writeJudgement(Markup& page, const Judgement& judgement);
void writeKeyFigures(Markup& page, const KeyFigures& figures);
void writeSuggestions(Markup& page, const Suggestions& suggestions);
/// Wide ones for themselves, others in a grid.
void writeDrawings(Markup& page, const Drawings& drawings);
void writeCode(Markup& page, const Code& code);
void writeList(Markup& page, const std::vector<std::string>& items, std::string_view cssClass);

}  // namespace headroom::report
