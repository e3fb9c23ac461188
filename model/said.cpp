// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/said.h"

#include <atomic>

namespace headroom::model {

namespace {

std::atomic<Translator> translator{nullptr};

}  // namespace

void setTranslator(Translator chosen) { translator.store(chosen); }

std::string said(const char* context, const char* english,
                 std::initializer_list<std::string_view> arguments) {
    const Translator translate = translator.load();
    const std::string words = translate == nullptr ? std::string(english) : translate(context, english);
    std::string text;
    text.reserve(words.size());
    for (std::size_t i = 0; i < words.size(); ++i) {
        const char next = i + 1 < words.size() ? words[i + 1] : '\0';
        const std::size_t number = next >= '1' && next <= '9' ? static_cast<std::size_t>(next - '0') : 0;
        if (words[i] != '%' || number == 0 || number > arguments.size()) {
            text += words[i];
            continue;
        }
        text += arguments.begin()[number - 1];
        ++i;
    }
    return text;
}

}  // namespace headroom::model
