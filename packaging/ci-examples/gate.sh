#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# gate.sh SCENARIO...: runs each scenario with --gate and leaves a JUnit file, a Markdown summary and the figures of
# it in gate/. Ends with the worst exit code: 0 all hold, 1 an objective or a claim is missed, 2 a file is wrong,
# 3 a run could not finish. HEADROOM names the program where it is not on the path; HEADROOM_OPTIONS are handed on,
# such as "--duration 5min --replications 3".
set -euo pipefail

headroom=${HEADROOM:-headroom}
read -r -a options <<<"${HEADROOM_OPTIONS:-}"
mkdir -p gate
worst=0

(($#)) || { printf 'gate.sh: name the scenarios, such as capacity/*.yaml\n' >&2; exit 2; }
for scenario in "$@"; do
    name=$(basename "${scenario%.yaml}")
    code=0
    "$headroom" run "$scenario" --gate --quiet --no-archive "${options[@]}" \
        --junit "gate/$name.xml" --report "gate/$name.md" --json "gate/$name.json" || code=$?
    printf '%s: %s\n' "$scenario" "$code"
    ((code > worst)) && worst=$code
done
exit "$worst"
