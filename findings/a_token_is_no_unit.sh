#!/usr/bin/env bash
# SPDX-License-Identifier: BSL-1.0
#
# Tokenizers: "price of a million tokens" names a unit that differs by a factor of up to six between two tokenizers, and
# by next to nothing on the text one tries it with.
#
# One would guess: tokenizers differ by a few per cent (as on English prose, where five of them agree to two tokens in 25),
#   and those of newer models, with vocabularies three to six times as large, need fewer tokens.
# What happens: of the same bytes,
#   - a CSV of dated costs is 290 tokens to three of them and 530 to Llama 2's and Mistral's, which make one of each
#     digit: at equal list prices the bill is 1.8 times as high;
#   - a Georgian sentence costs Llama 3 1.7 times what it costs Llama 2, for all its larger vocabulary, and cl100k_base
#     5.7 times what it costs o200k_base;
#   - from cl100k_base to o200k_base, twice the entries, the CSV does not gain a single token.
# Versions: gpt-tokenizer 4.0.0, llama3-tokenizer-js 1.2.0, llama-tokenizer-js 1.2.2, mistral-tokenizer-js 1.0.0; the
#   first is checked against js-tiktoken 1.0.21. Begin and end marks are not counted.
# Why it matters: declines of the price per token are read off list prices across model generations, and trained or
#   served tokens are added up over models. A change of tokenizer moves the price of the work as much as a year's decline
#   does, up or down, with no change in any list; and a workload of tables is not one of prose.
# Instead: forecast the price of a task or of a byte of the workload one has; keep the tokenizer in the unit's name, and
#   convert with a ratio measured on that workload, as an assumption of its own.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{"private": true}' >package.json
npm install --silent --no-audit --no-fund gpt-tokenizer@4.0.0 js-tiktoken@1.0.21 llama3-tokenizer-js@1.2.0 \
    llama-tokenizer-js@1.2.2 mistral-tokenizer-js@1.0.0 >/dev/null

cat >count.mjs <<'END'
import { getEncoding } from "js-tiktoken";
import { encode as cl100k } from "gpt-tokenizer/encoding/cl100k_base";
import { encode as o200k } from "gpt-tokenizer/encoding/o200k_base";
import llama2 from "llama-tokenizer-js";
import llama3 from "llama3-tokenizer-js";
import mistral from "mistral-tokenizer-js";

const month = (i) => `${2024 + Math.floor(i / 12)}-${String(1 + (i % 12)).padStart(2, "0")}-01`;
const texts = {
    english: "The price of a wafer is expected to fall by a third before the end of the decade, if power stays cheap.",
    csv: Array.from({ length: 24 }, (_, i) => `${month(i)},${(1234567.891 * 0.93 ** i).toFixed(3)}`).join("\n"),
    hindi: "कीमत हर साल घटती है, जबकि क्षमता बढ़ती है।",
    georgian: "ფასი ყოველ წელს მცირდება, სიმძლავრე კი იზრდება.",
};
const tokenizers = {
    llama2: (text) => llama2.encode(text, false, false),
    mistral: (text) => mistral.encode(text, false, false),
    llama3: (text) => llama3.encode(text, { bos: false, eos: false }),
    cl100k: (text) => cl100k(text),
    o200k: (text) => o200k(text),
};
for (const text of Object.values(texts))
    for (const [own, other] of [[cl100k, "cl100k_base"], [o200k, "o200k_base"]])
        if (own(text).length !== getEncoding(other).encode(text).length) console.log("two packages disagree on", other);

console.log("tokens".padEnd(10), Object.keys(tokenizers).map((name) => name.padStart(8)).join(""));
for (const [name, text] of Object.entries(texts))
    console.log(name.padEnd(10), Object.values(tokenizers).map((count) => String(count(text).length).padStart(8)).join(""));
END
node count.mjs >seen.txt
cat seen.txt
cat >expected.txt <<'END'
tokens       llama2 mistral  llama3  cl100k   o200k
english          26      25      25      25      24
csv             530     530     290     290     290
hindi            46      46      21      44      14
georgian         51      47      86      86      15
END
diff -u expected.txt seen.txt || {
    echo "the finding no longer holds as it is described" >&2
    exit 1
}
