# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash disable=SC2034
# What quickstart and test share: getting the packages, and building. Sourced, not run.

root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)
cd "$root" || exit

# What the program is built from, and what its tests need beyond that (names of Debian 12).
build_packages=(g++ cmake ninja-build qt6-base-dev qt6-charts-dev qt6-declarative-dev qt6-svg-dev qt6-tools-dev
    qt6-l10n-tools libboost-dev libyaml-cpp-dev librandom123-dev nlohmann-json3-dev libcli11-dev libeigen3-dev
    libsqlite3-dev libopenmpi-dev zlib1g-dev)
test_packages=(openmpi-bin prometheus)

say() { printf '==> %s\n' "$*"; }

fail() {
    printf '%s: %s\n' "${0##*/}" "$*" >&2
    exit 3
}

# A UTF-8 locale, which Qt asks for; a bare system has none set.
[[ $(locale charmap 2>/dev/null) == UTF-8 ]] || export LC_ALL=C.UTF-8

as_root() {
    if ((EUID == 0)); then
        env DEBIAN_FRONTEND=noninteractive "$@"
    else
        sudo env DEBIAN_FRONTEND=noninteractive "$@"
    fi </dev/null
}

# install_missing PACKAGE…: those that are not there yet, and nothing else.
install_missing() {
    if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
        say "No apt here; going on with what is installed. Needed is what Debian calls: $*"
        return
    fi

    local package missing=()
    for package in "$@"; do
        [[ $(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null) == installed ]] ||
            missing+=("$package")
    done
    ((${#missing[@]})) || return 0

    say "Installing what is missing: ${missing[*]}"
    ((EUID == 0)) || command -v sudo >/dev/null ||
        fail "neither root nor sudo. As root, run: apt-get install --no-install-recommends ${missing[*]}"
    as_root apt-get -qq -o DPkg::Lock::Timeout=300 -o Acquire::Retries=3 update ||
        say "Some package lists could not be fetched; going on with those that are here."
    as_root apt-get -qq -o DPkg::Lock::Timeout=300 -o Acquire::Retries=3 \
        install -y --no-install-recommends "${missing[@]}" ||
        fail "apt-get could not install: ${missing[*]}"
}

# configure [OPTION…]: build/, afresh where it was not finished or belongs to a tree at another place.
configure() {
    command -v cmake >/dev/null || fail "cmake is not installed"
    local version
    version=$(cmake --version | awk 'NR == 1 {print $3}')
    printf '%s\n' 3.25 "$version" | sort -VC ||
        fail "$(command -v cmake) is version $version; 3.25 or later is needed (Debian 12 has it as /usr/bin/cmake)."

    is_configured || set -- --fresh "$@"
    cmake --preset release --log-level=WARNING "$@"
}

is_configured() {
    [[ -e build/build.ninja ]] && grep -qFx "CMAKE_HOME_DIRECTORY:INTERNAL=$root" build/CMakeCache.txt
}

# build TARGET: with all cores.
build() {
    cmake --build --preset release --parallel "$(nproc)" --target "$1"
}
