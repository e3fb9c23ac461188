// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/input_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <vector>

namespace headroom::cli {

namespace {

constexpr std::size_t kMostBytes = 64 << 20;  // far beyond what anybody writes; /dev/zero has no end
constexpr std::size_t kAtOnce = 1 << 16;

class OpenFile {
public:
    explicit OpenFile(const std::string& path)
        : descriptor_(open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)) {}
    ~OpenFile() {
        if (isOpen()) close(descriptor_);
    }
    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;

    bool isOpen() const { return descriptor_ >= 0; }
    mode_t kind() const {
        struct stat facts {};
        return fstat(descriptor_, &facts) == 0 ? facts.st_mode & S_IFMT : 0;
    }
    /// As read(2), but waits for what somebody else is going to write.
    ssize_t read(std::vector<char>& into) {
        for (;;) {
            const ssize_t count = ::read(descriptor_, into.data(), into.size());
            if (count >= 0) return count;
            if (errno == EAGAIN)
                fcntl(descriptor_, F_SETFL, 0);
            else if (errno != EINTR)
                return count;
        }
    }

private:
    int descriptor_;
};

std::nullopt_t fails(std::string& why, const char* because) {
    why = because;
    return std::nullopt;
}

}  // namespace

std::optional<std::string> contentOf(const std::string& path, std::string& why) {
    OpenFile file(path);
    if (!file.isOpen()) return fails(why, std::strerror(errno));
    if (file.kind() == S_IFDIR) return fails(why, "it is a folder");
    std::string text;
    std::vector<char> part(kAtOnce);
    ssize_t count = 0;
    while ((count = file.read(part)) > 0 && text.size() <= kMostBytes)
        text.append(part.data(), static_cast<std::size_t>(count));
    if (count < 0) return fails(why, std::strerror(errno));
    if (text.empty() && file.kind() == S_IFIFO)
        return fails(why, "it is a pipe that nobody writes into");
    if (text.size() > kMostBytes) return fails(why, "it is larger than 64 MiB");
    return text;
}

}  // namespace headroom::cli
