#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# A sweep on machines of one's own, one rank on each:  hosts.sh HOST,HOST… SCENARIO.yaml VARY [VARY…]
# They need headroom and Open MPI, ssh among them without a password, and a folder that all of them see.
set -euo pipefail

if (($# < 3)); then
    echo "usage: ${0##*/} HOST,HOST… SCENARIO.yaml VARY [VARY…]" >&2
    exit 2
fi
hosts=$1 scenario=$2
shift 2
vary=()
for values in "$@"; do vary+=(--vary "$values"); done

exec mpirun --host "$hosts" --map-by node --bind-to none headroom sweep "$scenario" "${vary[@]}" \
    --results "${scenario%.yaml}.jsonl" --json "${scenario%.yaml}.sweep.json"
