// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/report/markup.h"
#include "app/report/run_record.h"
#include "app/report/table.h"

/// The pieces that the page is put together from.
namespace headroom::report {

std::string_view cssClassOf(Mark mark);  ///< good, caution, bad, unknown

/// A state as symbol; the word beside it says the same.
void writeMark(Markup& page, Mark mark);
void writeTable(Markup& page, const Table& table);
void writeVerdict(Markup& page, const RunRecord& run);
/// The few figures that everybody asks for.
void writeKeyFigures(Markup& page, const RunRecord& run);
void writeAdvice(Markup& page, const RunRecord& run, const Provenance& provenance);
void writeList(Markup& page, const std::vector<std::string>& items, std::string_view cssClass);

}  // namespace headroom::report
