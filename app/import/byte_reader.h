// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <streambuf>
#include <string>
#include <vector>

struct gzFile_s;

namespace headroom::import {

/// The bytes of a file of any size; of one packed by gzip (RFC 1952, several members too) those inside.
class ByteReader {
public:
    /// Folders, pipes and devices are not opened.
    explicit ByteReader(const std::string& path);

    bool isOpen() const { return file_ != nullptr; }
    /// How many there were; fewer than asked for only at the end.
    std::size_t read(char* into, std::size_t most);
    /// How far into the file, as it lies on the disk.
    std::int64_t position() const;
    /// False if reading broke off: the disk failed, or what is packed is damaged or cut off.
    bool isWhole() const { return whole_; }

private:
    struct Closer {
        void operator()(gzFile_s* file) const;
    };
    std::unique_ptr<gzFile_s, Closer> file_;
    bool whole_ = true;
};

/// The same for std::istream.
class ByteStreamBuffer : public std::streambuf {
public:
    explicit ByteStreamBuffer(ByteReader& reader);

protected:
    int_type underflow() override;

private:
    ByteReader& reader_;
    std::vector<char> buffer_;
};

}  // namespace headroom::import
