# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# Completion of headroom in bash. Options are asked of the program itself, so they are always those it has.

_headroom_options() {
    headroom "$@" --help 2>/dev/null | grep -oE '(^|[ ,])--?[a-z][a-z-]*' | tr -d ' ,' | sort -u
}

# Scenarios that come with the program, by their names.
_headroom_shipped() {
    local folder
    folder=$(dirname "$(dirname "$(readlink -f "$(command -v headroom)")")")
    find "$folder/share/headroom/scenarios" "$folder/scenarios" -maxdepth 1 -name '*.yaml' -printf '%f\n' 2>/dev/null | sed 's/\.yaml$//'
}

_headroom() {
    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]} command=${COMP_WORDS[1]}
    COMPREPLY=()
    if ((COMP_CWORD == 1)); then
        local commands="check run solve capacity sweep size forecast compare audit export runs import replay calibrate"
        mapfile -t COMPREPLY < <(compgen -W "$commands --help --version" -- "$current"; compgen -f -X '!*.y*ml' -- "$current")
    elif [[ $previous == --as ]]; then
        mapfile -t COMPREPLY < <(compgen -W "dot graphml prometheus-rules openslo hpa" -- "$current")
    elif [[ $previous == --variant && -r ${COMP_WORDS[2]} ]]; then
        local names
        names=$(headroom check "${COMP_WORDS[2]}" 2>/dev/null | sed -n 's/.*variants\{0,1\} (\(.*\))$/\1/p' | tr -d ,)
        mapfile -t COMPREPLY < <(compgen -W "$names" -- "$current")
    elif ((COMP_CWORD == 2)) && [[ $command =~ ^(check|run|solve|capacity|sweep|size|forecast|compare|audit|export)$ && $current != -* ]]; then
        mapfile -t COMPREPLY < <(compgen -W "$(_headroom_shipped)" -- "$current"; compgen -f -- "$current")
    elif [[ $current == -* ]]; then
        mapfile -t COMPREPLY < <(compgen -W "$(_headroom_options "$command")" -- "$current")
    else
        mapfile -t COMPREPLY < <(compgen -f -- "$current")
    fi
}

complete -o filenames -F _headroom headroom
