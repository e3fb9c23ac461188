// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/inputs.h"

#include <algorithm>

namespace headroom::test {

void require(bool holds, const std::string& what) {
    if (!holds) throw Broken{what};
}

const std::vector<HostileInput>& hostileInputs() {
    static const std::vector<HostileInput> inputs{
        {"scenario", readScenarioBytes},
        {"price_book", readPriceBookBytes},
        {"text", readTextBytes},
        {"csv", readCsvBytes},
        {"openmetrics", readOpenMetricsBytes},
        {"prometheus", readPrometheusBytes},
        {"k6", readK6Bytes},
        {"locust", readLocustBytes},
        {"jmeter", readJmeterBytes},
        {"gatling", readGatlingBytes},
        {"traces", readTraceBytes},
        {"manifests", readManifestBytes},
        {"openslo", readManifestBytes},
        {"archive", readArchiveBytes},
    };
    return inputs;
}

const HostileInput& hostileInput(std::string_view name) {
    return *std::ranges::find(hostileInputs(), name, &HostileInput::name);
}

}  // namespace headroom::test
