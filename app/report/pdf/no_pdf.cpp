// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/pdf/pdf_report.h"

namespace headroom::report {

Pdf pdfOf(const Article&) {
    return {{},
            "this program was built without PDF (-DHEADROOM_DESKTOP=OFF); write `.html` or `.md` "
            "instead"};
}

}  // namespace headroom::report
