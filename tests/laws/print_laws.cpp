// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/laws/law_run.h"

#include <cstdio>
#include <string_view>
#include <thread>

/// Prints every law: case, theory, simulated, interval, verdict. With an argument, those whose name
/// contains it; with `--file` before it, their scenario files instead.
int main(int argc, char** argv) {
    using namespace headroom::laws;
    const bool files = argc > 1 && std::string_view(argv[1]) == "--file";
    const std::string_view wanted = argc > 1 + files ? argv[1 + files] : "";
    const int threads = static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
    int held = 0, missed = 0;
    for (const Case& law : lawCases()) {
        if (law.name.find(wanted) == std::string::npos) continue;
        std::printf("%s\n", law.name.c_str());
        if (files) {
            std::printf("%s\n", fileOf(law, 1).c_str());
            continue;
        }
        const Outcome outcome = check(law, threads);
        ++(outcome.holds() ? held : missed);
        std::printf("%s", table(outcome).c_str());
        std::fflush(stdout);
    }
    if (!files) std::printf("%d cases hold, %d do not\n", held, missed);
    return missed > 0 ? 1 : 0;
}
