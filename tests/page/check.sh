#!/usr/bin/env bash
# SPDX-License-Identifier: BSL-1.0
# Pages as a browser shows them: 1280, 768 and 360 px wide, is a page wider than the screen, is a text smaller than 11 px, is
# a label cut, and does a dark screen show light boxes? First asked of pages that are known to be wrong, each of which must be found to be.
#   tests/page/check.sh page.html...
set -euo pipefail
[ $# -ge 1 ] || { echo "usage: $0 page.html..." >&2; exit 2; }
here=$(cd "$(dirname "$0")" && pwd)
browser=
for name in chromium chromium-browser google-chrome; do
    if command -v "$name" >/dev/null; then browser=$name; break; fi
done
[ -n "$browser" ] || { echo "page: no Chromium here; sh .ci/setup all installs one" >&2; exit 1; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
screens=("1280 px" "768 px" "360 px" "360 px, dark")
names=()
add() { # a name, and on the standard input a page: a copy that measures itself
    names+=("$1")
    sed 's|</body>||; s|</html>||' >"$work/$1.html"
    { echo '<script>'; cat "$here/measure.js"; echo '</script></body></html>'; } >>"$work/$1.html"
}

# Pages whose faults are known, and one without any.
page='<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"/><style>:root{color-scheme:light dark}body{margin:8px;font:16px sans-serif}svg{width:100%}</style></head><body>'
add good <<<"$page<p>well</p><svg viewBox='0 0 320 40'><title>small</title><text x='4' y='30' font-size='20'>inside</text></svg></body></html>"
add overflowing <<<"$page<div style='width:1400px'>a box too wide</div></body></html>"
add beyond <<<"$page<p style='white-space:nowrap'>$(printf 'words that never end %.0s' {1..20})</p></body></html>"
add small <<<"$page<p style='font-size:10.9px'>small print</p></body></html>"
add scaled <<<"$page<svg viewBox='0 0 2560 40'><text x='4' y='30' font-size='20'>scaled down</text></svg></body></html>"
add clipped <<<"$page<svg viewBox='0 0 320 40' style='overflow:visible'><text x='290' y='30' font-size='20'>half a label</text></svg></body></html>"
add hidden <<<"$page<div style='width:60px;overflow:hidden;white-space:nowrap'>cut by its box</div></body></html>"
add box <<<"$page<div style='background:#eee;color:#111'>light</div></body></html>"
add chart <<<"$page<svg viewBox='0 0 320 40'><rect width='320' height='40' fill='#fff'/></svg><p>dark</p></body></html>"
add cell <<<"$page<table style='table-layout:fixed;width:80px'><tr><td style='white-space:nowrap'>over the next one</td><td>next</td></tr></table></body></html>"
known=${#names[@]}
for file in "$@"; do
    add "asked$((${#names[@]} - known + 1))" <"$file"
done

{
    echo '<!DOCTYPE html><html><head><meta charset="utf-8"/></head><body><pre></pre><script>'
    echo 'addEventListener("message", message => {'
    echo '    const { frame, texts, labels, faults } = message.data;'
    echo '    document.querySelector("pre").append(`\n@ ${frame}: ${texts} texts, ${labels} of them in pictures`, ...faults.map(f => `\n! ${frame}: ${f}`), "\n");'
    echo '});</script>'
    for name in "${names[@]}"; do
        for screen in "${screens[@]}"; do
            scheme=light
            case $screen in *dark) scheme=dark ;; esac
            echo "<iframe name=\"$name at $screen\" src=\"$name.html\"" \
                "style=\"width:${screen%% *}px;height:800px;border:0;color-scheme:$scheme\"></iframe>"
        done
    done
    echo '</body></html>'
} >"$work/all.html"
timeout 300 "$browser" --headless --no-sandbox --disable-gpu --no-first-run --disable-background-networking --hide-scrollbars \
    --user-data-dir="$work/profile" --virtual-time-budget=20000 --dump-dom "file://$work/all.html" 2>"$work/errors" |
    sed 's/&lt;/</g; s/&gt;/>/g; s/&amp;/\&/g' >"$work/told" || { cat "$work/errors" >&2; exit 1; }

failed=0
fail() { echo "page: $*" >&2; failed=1; }
faults() { grep -F "! $1 at $2: " "$work/told" || true; }
expect() { # a known page must have this fault at this width
    faults "$1" "$2" | grep -qF "$3" || fail "the page \"$1\" was not found to be wrong at $2 ($3): $(faults "$1" "$2")"
}
for name in "${names[@]}"; do
    for screen in "${screens[@]}"; do
        grep -qE "^@ $name at $screen: [1-9]" "$work/told" || fail "the page \"$name\" was not measured at $screen"
    done
done
for screen in "${screens[@]}"; do
    [ -z "$(faults good "$screen")" ] || fail "the page without a fault has one: $(faults good "$screen")"
    expect small "$screen" 'text of 10.90 px: "small print"'
    expect clipped "$screen" 'cut by its picture'
    expect hidden "$screen" 'cut by its box'
    expect cell "$screen" 'wider than its cell: "over the next one"'
    expect scaled "$screen" 'text of'
    expect beyond "$screen" 'beyond the screen: "words that never end'
    expect overflowing "$screen" 'the page is 14'
done
for name in box chart; do
    expect $name '360 px, dark' 'a light box on a dark screen'
    [ -z "$(faults $name '360 px')" ] || fail "a light box on a light screen is no fault: $(faults $name '360 px')"
done
[ $failed = 0 ] || exit 1

i=0
for file in "$@"; do
    i=$((i + 1))
    for screen in "${screens[@]}"; do
        echo "$file at $screen: $(sed -n "s/^@ asked$i at $screen: //p" "$work/told")"
        if [ -n "$(faults "asked$i" "$screen")" ]; then
            failed=1
            faults "asked$i" "$screen" | sed 's/^! [^:]*: /    /' >&2
        fi
    done
done
[ $failed = 0 ] || { echo "page: what stands above is wrong" >&2; exit 1; }
