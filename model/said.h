// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

/// Sentences for people, in their language. They are written in English where they are made, with
/// their figures and names apart, so that a catalogue can hold them; a program that has one sets
/// its Translator, as with gettext's `textdomain`. Texts that others read by machine (the keys and
/// words of JSON, CSV, JUnit) do not pass through here.
namespace headroom::model {

/// The words of another language for an English text, or the text itself where it has none. Called
/// from any thread. Contexts keep apart what English says alike.
using Translator = std::string (*)(const char* context, const char* english);

/// The language of every text from now on; null: English. Results that are made while it is set
/// hold texts in that language.
void setTranslator(Translator translator);

/// The text in the user's language, each `%1` to `%9` in it replaced by that argument. Arguments
/// are not looked through for more; a placeholder without an argument stays.
std::string said(const char* context, const char* english,
                 std::initializer_list<std::string_view> arguments = {});

/// Marks a text of a table of constants for the catalogue; `said` says it later.
#define HEADROOM_SAID(context, english) english

}  // namespace headroom::model
