// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

/// What a container image or the scheme of an address is, as far as its name tells.
namespace headroom::exchange {

enum class Role {
    service,  ///< somebody's own program
    database,
    store,  ///< Redis and the like: a cache if a database stands behind it
    queue,  ///< a broker or a stream
    loadBalancer,
    pool,  ///< of connections to a database
    external,
    tool,  ///< watches or administers; no request passes through it
};

/// `docker.io/bitnami/postgresql:16@sha256:…` is a database.
Role roleOfImage(std::string_view image);
/// `postgres` of `postgres://db/shop`, and the domain of a cloud's managed service.
Role roleOfAddress(std::string_view scheme, std::string_view host);

}  // namespace headroom::exchange
