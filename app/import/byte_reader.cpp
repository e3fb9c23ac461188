// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/import/byte_reader.h"

#include <algorithm>
#include <filesystem>
#include <zlib.h>

namespace headroom::import {

namespace {

constexpr unsigned kInside = 1U << 17;  // bytes that zlib holds
constexpr std::size_t kBuffer = 1U << 16;
constexpr std::size_t kMostAtOnce = 1U << 30;  // zlib counts in int

}  // namespace

void ByteReader::Closer::operator()(gzFile_s* file) const { gzclose(file); }

ByteReader::ByteReader(const std::string& path) {
    // Nothing else has an end that may be waited for, nor can it be looked at first and read afterwards.
    if (std::error_code none; std::filesystem::is_regular_file(path, none)) file_.reset(gzopen(path.c_str(), "rbe"));
    if (file_) gzbuffer(file_.get(), kInside);
}

std::size_t ByteReader::read(char* into, std::size_t most) {
    std::size_t done = 0;
    while (file_ && done < most) {
        const int count = gzread(file_.get(), into + done,
                                 static_cast<unsigned>(std::min(most - done, kMostAtOnce)));
        if (count <= 0) break;
        done += static_cast<std::size_t>(count);
    }
    if (done < most && file_) {
        int problem = Z_OK;
        gzerror(file_.get(), &problem);  // also Z_BUF_ERROR: the packed part ends too early
        if (problem != Z_OK && problem != Z_STREAM_END) whole_ = false;
    }
    return done;
}

std::int64_t ByteReader::position() const { return file_ ? gzoffset(file_.get()) : 0; }

ByteStreamBuffer::ByteStreamBuffer(ByteReader& reader) : reader_(reader), buffer_(kBuffer) {}

ByteStreamBuffer::int_type ByteStreamBuffer::underflow() {
    const std::size_t count = reader_.read(buffer_.data(), buffer_.size());
    setg(buffer_.data(), buffer_.data(), buffer_.data() + count);
    return count == 0 ? traits_type::eof() : traits_type::to_int_type(buffer_.front());
}

}  // namespace headroom::import
