# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# A fresh Debian 12 to try things in: what try-deb, try-readme and appimage/try-appdir share. Sourced, not run. MIRROR names another
# mirror; BASE a tree of debootstrap to copy instead of making one; KEEP=1 leaves the tree.

say() { printf '==> %s (%d s)\n' "$*" "$SECONDS"; }
fail() {
    printf '%s: %s\n' "${0##*/}" "$*" >&2
    exit 1
}
expect() { grep -q -- "$2" <<<"$1" || fail "expected \`$2\` in: $1"; }

# make_tree: sets work and tree.
make_tree() {
    ((EUID == 0)) || fail "only root can make a tree; run it with sudo"
    command -v debootstrap >/dev/null || [[ -n ${BASE:-} ]] || fail "debootstrap is missing; run: apt-get install debootstrap"
    work=$(mktemp -d "${TMPDIR:-/tmp}/headroom-try.XXXXXX")
    tree=$work/tree
    [[ -n ${KEEP:-} ]] || trap 'rm -rf --one-file-system "$work"' EXIT
    if [[ -n ${BASE:-} ]]; then
        say "Copying $BASE"
        cp -a "$BASE" "$tree"
    else
        say "Making a fresh Debian 12"
        debootstrap --variant=minbase bookworm "$tree" "${MIRROR:-http://deb.debian.org/debian}" >"$work/debootstrap.log" ||
            fail "debootstrap failed: $(tail -3 "$work/debootstrap.log")"
    fi
    cp /etc/resolv.conf "$tree/etc/resolv.conf"
}

# A command in the tree. Its mounts and processes end with it. Nothing of this machine is there: it has a /proc and
# terminals of its own, and the network.
# shellcheck disable=SC2016
inside() {
    unshare --mount --pid --fork --kill-child -- bash -c \
        'mount -t proc proc "$0/proc" && mount -t devpts devpts "$0/dev/pts" && exec chroot "$0" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin \
            DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 TERM=xterm ${http_proxy:+http_proxy="$http_proxy"} "$@"' "$tree" "$@" </dev/null
}
# The same as a user, through a shell.
as_user() { inside su - walker -s /bin/bash -c "export LC_ALL=C.UTF-8; $1"; }
apt() {
    inside apt-get -qq -o Acquire::Retries=3 -o Dpkg::Use-Pty=0 "$@" >>"$work/apt.log" 2>&1 ||
        fail "apt-get $*: $(tail -5 "$work/apt.log")"
}

# A scenario that is quickly simulated, for the user of the tree.
small_scenario() {
    cat <<'YAML'
headroom: 1
name: Small
components: {api: {type: service, operations: {get: [{work: exp(5 ms)}]}}}
workload: {entry: api, users: 50, profiles: {all: {think: exp(1 s), actions: {get: 1}}}, range: 50..500}
YAML
}

# shows_window COMMAND FILE: whether a window with FILE in its title comes.
shows_window() {
    as_user "xvfb-run -a bash -c \"$1 $2 & for ((i = 0; i < 300; ++i)); do xwininfo -root -tree | grep -q $2 && break; sleep 0.2; done
        xwininfo -root -tree | grep -m1 $2; shown=\\\$?; kill %1; exit \\\$shown\"" || fail "no window was shown"
}
