// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/report/article.h"

namespace headroom::desktop {

/// A report with the decimal point of the user's language. Commands and code stay as they can be
/// copied.
report::Article localised(report::Article article);

}  // namespace headroom::desktop
