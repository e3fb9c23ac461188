// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/inputs.h"

#include <cstdint>
#include <cstdio>
#include <cstdlib>

/// One program for each kind of input: `fuzz_scenario` fuzzes the input `scenario`.
namespace {

const headroom::test::HostileInput* input = nullptr;

}  // namespace

extern "C" int LLVMFuzzerInitialize(int*, char*** arguments) {
    const std::string_view program = (*arguments)[0];
    input = &headroom::test::hostileInput(program.substr(program.rfind("fuzz_") + 5));
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    try {
        input->read({reinterpret_cast<const char*>(data), size});
    } catch (const headroom::test::Broken& broken) {
        std::fprintf(stderr, "broken: %s\n", broken.what.c_str());
        std::abort();
    }
    return 0;
}
