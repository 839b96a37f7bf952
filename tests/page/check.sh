#!/usr/bin/env bash
# SPDX-License-Identifier: BSL-1.0
# Pages as a browser shows them: 1280, 768 and 360 px wide, is a page wider than the screen, is a text smaller than 11 px, is
# a label cut? First asked of pages that are known to be wrong, each of which must be found to be.
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
widths=(1280 768 360)
names=()
add() { # a name, and on the standard input a page: a copy that measures itself
    names+=("$1")
    sed 's|</body>||; s|</html>||' >"$work/$1.html"
    { echo '<script>'; cat "$here/measure.js"; echo '</script></body></html>'; } >>"$work/$1.html"
}

# Pages whose faults are known, and one without any.
page='<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"/><style>body{margin:8px;font:16px sans-serif}svg{width:100%}</style></head><body>'
add good <<<"$page<p>well</p><svg viewBox='0 0 320 40'><title>small</title><text x='4' y='30' font-size='20'>inside</text></svg></body></html>"
add overflowing <<<"$page<div style='width:1400px'>a box too wide</div></body></html>"
add beyond <<<"$page<p style='white-space:nowrap'>$(printf 'words that never end %.0s' {1..20})</p></body></html>"
add small <<<"$page<p style='font-size:10.9px'>small print</p></body></html>"
add scaled <<<"$page<svg viewBox='0 0 2560 40'><text x='4' y='30' font-size='20'>scaled down</text></svg></body></html>"
add clipped <<<"$page<svg viewBox='0 0 320 40' style='overflow:visible'><text x='290' y='30' font-size='20'>half a label</text></svg></body></html>"
add hidden <<<"$page<div style='width:60px;overflow:hidden;white-space:nowrap'>cut by its box</div></body></html>"
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
        for width in "${widths[@]}"; do
            echo "<iframe name=\"$name at $width px\" src=\"$name.html\" style=\"width:${width}px;height:800px;border:0\"></iframe>"
        done
    done
    echo '</body></html>'
} >"$work/all.html"
timeout 300 "$browser" --headless --no-sandbox --disable-gpu --no-first-run --disable-background-networking --hide-scrollbars \
    --user-data-dir="$work/profile" --virtual-time-budget=20000 --dump-dom "file://$work/all.html" 2>"$work/errors" |
    sed 's/&lt;/</g; s/&gt;/>/g; s/&amp;/\&/g' >"$work/told" || { cat "$work/errors" >&2; exit 1; }

failed=0
fail() { echo "page: $*" >&2; failed=1; }
faults() { grep -F "! $1 at $2 px: " "$work/told" || true; }
expect() { # a known page must have this fault at this width
    faults "$1" "$2" | grep -qF "$3" || fail "the page \"$1\" was not found to be wrong at $2 px ($3): $(faults "$1" "$2")"
}
for name in "${names[@]}"; do
    for width in "${widths[@]}"; do
        grep -qE "^@ $name at $width px: [1-9]" "$work/told" || fail "the page \"$name\" was not measured at $width px"
    done
done
for width in "${widths[@]}"; do
    [ -z "$(faults good "$width")" ] || fail "the page without a fault has one: $(faults good "$width")"
    expect small "$width" 'text of 10.90 px: "small print"'
    expect clipped "$width" 'cut by its picture'
    expect hidden "$width" 'cut by its box'
    expect cell "$width" 'wider than its cell: "over the next one"'
    expect scaled "$width" 'text of'
    expect beyond "$width" 'beyond the screen: "words that never end'
    expect overflowing "$width" 'the page is 14'
done
[ $failed = 0 ] || exit 1

i=0
for file in "$@"; do
    i=$((i + 1))
    for width in "${widths[@]}"; do
        echo "$file at $width px: $(sed -n "s/^@ asked$i at $width px: //p" "$work/told")"
        if [ -n "$(faults "asked$i" "$width")" ]; then
            failed=1
            faults "asked$i" "$width" | sed 's/^! [^:]*: /    /' >&2
        fi
    done
done
[ $failed = 0 ] || { echo "page: what stands above is wrong" >&2; exit 1; }
