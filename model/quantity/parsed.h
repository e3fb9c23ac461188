// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <utility>

namespace headroom::model {

/// Why a piece of text is not what it should be, in the two halves of every message: "found …,
/// expected …". `found` and `expected` are phrases that quote with backticks where they quote
/// (found "`20`" or "nothing"); `suggestion` is the bare text, which the message quotes: (did you
/// mean `20 s`?).
struct TextError {
    std::string found;
    std::string expected;
    std::string suggestion;  ///< the nearest thing that would have been right; may be empty
};

/// A value read from text, or the reason why there is none. Exactly one of the two is set.
template <typename T>
class Parsed {
public:
    Parsed(T value) : value_(std::move(value)) {}
    Parsed(TextError error) : error_(std::move(error)) {}

    explicit operator bool() const { return value_.has_value(); }
    const T& operator*() const { return *value_; }
    const T* operator->() const { return &*value_; }
    const TextError& error() const { return error_; }

private:
    std::optional<T> value_;
    TextError error_;
};

}  // namespace headroom::model
