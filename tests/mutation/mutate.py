#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Do the tests notice? Changes one operator or constant of a header at a time and runs that header's test.

    nice tests/mutation/mutate.py                                200 changes, spread over all rooms
    nice tests/mutation/mutate.py --seed 2 --count 400 --jobs 2
    nice tests/mutation/mutate.py --room belief --count 30       in one room
    nice tests/mutation/mutate.py --header math/beta.hpp --count 0        every change of one header

Candidates are operators but ++ and --, numbers, true and false, negations and pairs of functions (all_of, min, ...) outside
comments, texts, preprocessor lines, template brackets, requires clauses and static_asserts (which *.fail.cpp try). A seed
chooses among them: each room has a share by the root of its number of candidates, each header too, and the costly ones
(NAMED) three times that.

The changed header lies in a folder that is searched before include/. It is compiled with tests/<room>/<name>.test.cpp and
its next of kin, one in detail/ with the tests of up to six headers that include it. What all of these pass is tried with
--further tests that include the header, directly or not: its room's first, then the next rooms', in each the cheapest to
compile first. The verdict is
    killed     a test fails, crashes or takes 20 times as long; or a static_assert or constant in it does not compile
    invalid    the header does not compile alone, or what the test makes of it has no meaning (not counted)
    survived   all tests pass: a test is missing, or the change makes no difference
    equivalent survived, and tests/mutation/equivalents.txt says why no test could notice (not counted)
The table build/mutation/results.tsv has them all; a change killed earlier is not tried again while its header is the same,
nor one that survived while all its tests are the same too. Score: killed / (killed + survived).
"""
import argparse, collections, functools, hashlib, os, random, re, resource, shutil, subprocess, sys, threading, time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
INCLUDE, TESTS, WORK = ROOT / "include", ROOT / "tests", ROOT / "build/mutation"
ROOMS = re.search(r"headway_rooms ([^)]*)\)", (TESTS / "cmake/rooms.cmake").read_text())[1].split()
NAMED = re.compile(r"/(simulate|compare|outcome|outcome_file|sobol_indices|tornado|shapley|elasticities|holds|html)\.hpp$")

SWAPS = {  # where spaces stand on both sides, so that neither template brackets nor references are among them
    "<": ["<=", ">="], ">": [">=", "<="], "<=": ["<", ">"], ">=": [">", "<"], "==": ["!="], "!=": ["=="],
    "&&": ["||"], "||": ["&&"], "+": ["-"], "-": ["+"], "*": ["/"], "/": ["*"], "%": ["/"], "&": ["|"], "|": ["&"],
    "<<": [">>"], ">>": ["<<"], "+=": ["-="], "-=": ["+="], "*=": ["/="], "/=": ["*="]}
WORDS = {a: b for x, y in [("true", "false"), ("all_of", "any_of"), ("min", "max"), ("floor", "ceil"), ("front", "back"),
         ("lower_bound", "upper_bound"), ("min_element", "max_element")] for a, b in ((x, y), (y, x))}
TOKEN = re.compile(
    r"(?P<spaced>(?<=\s)(?:[<>=!]=|&&|\|\||<<|>>|[-+*/]=|[-<>+*/%&|])(?=\s))"
    r"|(?P<not>!(?=[\w(]))|(?P<minus>(?<=[\s(,{])-(?=[\w(]))"
    r"|(?P<float>(?<![\w.'])(?:0x[0-9a-fA-F.]+p[-+]?\d+|\d[\d']*\.\d*(?:e[-+]?\d+)?|\d+e[-+]?\d+)(?![\w.]))"
    r"|(?P<int>(?<![\w.'])(?:0x[0-9a-fA-F']+|\d[\d']*)(?=(?:y|u|U|ull|ULL|L|LL|uz)?(?![\w.'])))"
    r"|(?P<word>\b(?:" + "|".join(WORDS) + r")\b)")
SILENT = re.compile(  # what is no candidate
    r'//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])\'|^[ ]*#[^\n]*|^[ ]*(?:template|requires|concept|using)\b[^\n]*'
    r"|\bstatic_assert\(.*?\);|\[\[[^\]]*\]\]|\b(?:noexcept|alignas|decltype|requires)\([^\n]*", re.S | re.M)


def blank(text):
    """The text with everything that is no candidate blanked, character by character."""
    hide = lambda found: re.sub(r"[^\n]", "_", found[0])
    words = re.compile(r"\bconstexpr bool (\w+) =[^;]*;")  # a condition that a static_assert puts into words is asked at
    text = words.sub(lambda f: hide(f) if f"static_assert({f[1]}" in text else f[0], text)  # compile time, by *.fail.cpp
    text = SILENT.sub(hide, text)
    before = None
    while before != text:  # template brackets, the innermost first
        before, text = text, re.sub(r"<(?=\S)[^<>;{}&|()\n]*(?:\([^()\n]*\)[^<>;{}&|()\n]*)?(?<=\S)>", hide, text)
    return text


def changes_of(header):
    """Lists of the changes of each candidate: (header, line, column, old, new, which of its like in the line, line's text)."""
    text = (INCLUDE / header).read_text()
    lines, found = text.split("\n"), []
    for number, masked in enumerate(blank(text).split("\n")):
        seen = collections.Counter()
        for token in TOKEN.finditer(" " + masked + " "):
            old, kind = token[0], token.lastgroup
            if old in ("+", "+=") and '"' in lines[number]: continue  # joins texts
            if kind == "spaced": new = SWAPS[old]
            elif kind == "word": new = [WORDS[old]]
            elif kind == "float": new = [f"(2 * {old})" if re.search("[1-9]", old[1:] if old[:2] == "0x" else old) else "1.0"]
            elif kind == "int":
                value = int(old.replace("'", ""), 0 if old[:2] == "0x" else 10) + 1
                new = [hex(value) if old[:2] == "0x" else str(value)]
            else: new = [""]  # a negation, a sign
            seen[old] += 1
            found.append([(header, number, token.start() - 1, old, n, seen[old], lines[number].strip()) for n in new])
    return found


def name_of(change):
    return f"{change[3]} -> {change[4] or 'nothing'} @{change[5]}"


def key_of(change):
    return (change[0], f"{change[1] + 1}:{change[2] + 1}", name_of(change))


@functools.cache
def included(path):
    """The headers of the library that a file includes, and those of the tests."""
    text = path.read_text()
    return (re.findall(r"#include <(headway/[^>]+)>", text), re.findall(r'#include "([^"]+)"', text))


@functools.cache
def everything(path):
    """A file and all that it includes."""
    pending, done = [path], set()
    while pending:
        path = pending.pop()
        if path in done or not path.exists(): continue
        done.add(path)
        ours, theirs = included(path)
        pending += [INCLUDE / i for i in ours]
        pending += [folder / i for i in theirs for folder in (path.parent, TESTS, TESTS / "reference")]
    return done


def digest(paths):
    """Of files and all that they include."""
    done = set().union(*map(everything, paths))
    return hashlib.sha256(b"".join(str(p.relative_to(ROOT)).encode() + p.read_bytes() for p in sorted(done))).hexdigest()[:16]


def tests_of(header, users):
    """Its own test, then those of which one name begins with the other; for a header in detail/ without a test up to six
    of those that include it: its room's, those that share a word of its name, the nearest and the longest first."""
    def test(h): return TESTS / h.split("/")[1] / Path(h).name.replace(".hpp", ".test.cpp")
    own = test(header)
    if own.exists():
        name = lambda t: t.name.replace(".test.cpp", "_")
        kin = lambda a, b: a.startswith(b) or b.startswith(a)
        near = [t for t in sorted(own.parent.glob("*.test.cpp")) if kin(name(t), name(own))]
        return sorted(near, key=lambda t: t != own)
    ring, seen, found = {header}, {header}, []
    while ring:
        ring = {user for h in ring for user in users[h]} - seen
        seen |= ring
        near = [test(h) for h in ring if "/detail/" not in h and test(h).exists()]
        found += sorted(near, key=lambda t: -t.stat().st_size)
    words = set(Path(header).stem.split("_"))
    far = lambda t: (t.parent.name != header.split("/")[1], words.isdisjoint(re.split("[_.]", t.name)))
    return sorted(found, key=far)[:6]


def further_tests_of(header, first, count):
    """The next `count` tests that include it, directly or not: its room's, then those of the rooms after it, the cheapest first."""
    own = ROOMS.index(header.split("/")[1])
    def rank(test): return ((ROOMS.index(test.parent.name) - own) % len(ROOMS), sum(p.stat().st_size for p in everything(test)))
    found = [t for room in ROOMS for t in sorted((TESTS / room).glob("*.test.cpp")) if INCLUDE / header in everything(t)]
    return sorted((t for t in found if t not in first), key=rank)[:count]


def run(command, seconds, **more):
    """Exit code and output of a program with a limit of processor time and of memory."""
    def limit():
        resource.setrlimit(resource.RLIMIT_CPU, (int(seconds) + 1, int(seconds) + 2))
        resource.setrlimit(resource.RLIMIT_AS, (6 << 30, 6 << 30))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        done = subprocess.run(command, preexec_fn=limit, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                              errors="replace", timeout=20 * seconds + 60, **more)
        return done.returncode, done.stdout
    except subprocess.TimeoutExpired:
        return -1, "time out"


class Bench:
    def __init__(self, compiler, flags, link, trust):
        self.link = link.split() + (["-fuse-ld=lld"] if shutil.which("ld.lld") else [])
        self.compile = [compiler, "-std=c++20", "-O0", "-w", "-ffp-contract=off", "-pthread", *flags]
        self.usual, self.trust, self.lock = {}, trust, threading.Lock()
        WORK.mkdir(parents=True, exist_ok=True)
        of = hashlib.sha256(repr(self.compile).encode() + (TESTS / "catch.hpp").read_bytes()).hexdigest()[:8]
        self.first = WORK / f"first_{of}.hpp"  # Catch2 is parsed once
        if Path(f"{self.first}.gch").exists(): return
        self.first.write_text('#include "catch.hpp"\n')
        if run([*self.compile, f"-I{TESTS}", "-xc++-header", str(self.first), "-o", f"{self.first}.gch"], 300)[0]:
            sys.exit("Catch2 does not compile")

    def build_and_run(self, test, program, overlay, seconds):
        """(passed | failed | refused, the compiler's or the test's words)"""
        code, words = run([*self.compile, "-include", str(self.first), f"-I{overlay}", f"-I{INCLUDE}", f"-I{test.parent}",
                           f"-I{TESTS}", f"-I{TESTS}/reference", str(test), "-o", str(program), *self.link], 600)
        if code: return "refused", words
        code, words = run([str(program), "--abort"], seconds, cwd=program.parent)
        if code == 0: return "passed", ""
        return "failed", "fails" if code > 0 else "takes too long" if code == -24 else "crashes"

    def usual_seconds(self, test, folder):
        """How long a test takes unchanged; it must pass. Kept until the test or a header that it includes changes."""
        if self.trust: return 2.5
        with self.lock:
            if test not in self.usual:
                kept = WORK / f"usual/{digest([test])}"
                if not kept.exists():
                    verdict, words = self.build_and_run(test, folder / "test", folder, 600)
                    if verdict != "passed": sys.exit(f"{test} does not pass as it is: {words[-2000:]}")
                    start = time.monotonic()
                    run([str(folder / "test")], 600, cwd=folder)
                    kept.parent.mkdir(exist_ok=True)
                    kept.write_text(str(time.monotonic() - start))
                self.usual[test] = float(kept.read_text())
            return self.usual[test]

    def verdict(self, change, tests):
        header, number, column, old, new, *_ = change
        folder = WORK / f"at{os.getpid()}_{threading.get_ident()}"
        changed = folder / header
        folder.mkdir(exist_ok=True)
        usual = {test: self.usual_seconds(test, folder) for test in tests}
        lines = (INCLUDE / header).read_text().split("\n")
        lines[number] = lines[number][:column] + new + lines[number][column + len(old):]
        changed.parent.mkdir(parents=True, exist_ok=True)
        try:
            changed.write_text("\n".join(lines))
            for test in tests:
                verdict, words = self.build_and_run(test, folder / "test", folder, 10 + 20 * usual[test])
                if verdict == "failed": return "killed", f"{test.stem}: {words}"
                if verdict == "refused":
                    if "precompiled header" in words: sys.exit(words)
                    alone, _ = run([*self.compile, f"-I{folder}", f"-I{INCLUDE}", "-fsyntax-only", "-xc++", str(changed)], 300)
                    constant = re.search(r"static.assert(?:ion)?.(?:failed|expression)|constant expression", words)
                    return ("killed", f"{test.stem}: does not compile") if constant and not alone else ("invalid", test.stem)
            return "survived", " ".join(t.stem for t in tests)
        finally:
            changed.unlink()


def chosen(candidates, count, seed):
    """A list of `count` changes, spread over the rooms and their headers."""
    draw = random.Random(seed)
    if not count: return [change for sites in candidates.values() for site in sites for change in site]
    by_room = collections.defaultdict(dict)
    for header, sites in candidates.items(): by_room[header.split("/")[1]][header] = list(sites)
    weights = {room: sum(map(len, headers.values())) ** 0.5 for room, headers in by_room.items()}
    result = []
    for room, headers in by_room.items():
        for _ in range(round(count * weights[room] / sum(weights.values()))):
            left = {h: len(s) ** 0.5 * (3 if NAMED.search(h) else 1) for h, s in headers.items() if s}
            if not left: break
            header = draw.choices(list(left), list(left.values()))[0]
            result.append(draw.choice(headers[header].pop(draw.randrange(len(headers[header])))))
    draw.shuffle(result)  # so that the beginning is a fair sample too
    return result


def main():
    usage = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    usage.add_argument("--seed", type=int, default=1)
    usage.add_argument("--count", type=int, default=200, help="0: all")
    usage.add_argument("--further", type=int, default=10, help="tests more for what passes the first ones; 0: none")
    usage.add_argument("--room", choices=ROOMS)
    usage.add_argument("--header", help="such as math/beta.hpp")
    usage.add_argument("--jobs", type=int, default=1)
    usage.add_argument("--compiler", default="clang++", help="g++ takes twice as long")
    usage.add_argument("--trust", action="store_true", help="all tests pass: do not try each first as it is; half the time")
    usage.add_argument("--flag", action="append", default=[], help="passed to the compiler")
    usage.add_argument("--link", default="-lCatch2WithMain", help="with Catch2 3: '-lCatch2Main -lCatch2'")
    usage.add_argument("--keep", action="store_true", help="earlier verdicts stand, also of what has changed since")
    usage.add_argument("--summary", action="store_true", help="of all that the table has; nothing is tried")
    usage.add_argument("--list", action="store_true", help="print the changes and stop")
    options = usage.parse_args()

    headers = sorted(str(h.relative_to(INCLUDE)) for room in ROOMS for h in (INCLUDE / "headway" / room).rglob("*.hpp"))
    users = {h: [] for h in headers}
    for h in headers:
        for used in included(INCLUDE / h)[0]: users.get(used, []).append(h)
    asked = [h for h in headers if (not options.room or h.split("/")[1] == options.room)
             and (not options.header or h == "headway/" + options.header)]
    tests = {h: tests_of(h, users) for h in asked}
    candidates = {h: changes_of(h) for h in asked if tests[h]}
    changes = chosen(candidates, 0 if options.summary else options.count, options.seed)
    if options.list: return print("\n".join(f"{c[0]}:{c[1] + 1}\t{name_of(c)}\t{c[6]}" for c in changes))

    reasons = {}
    for line in (TESTS / "mutation/equivalents.txt").read_text().splitlines():
        if line and line[0] != "#":
            header, text, change, reason = line.split("\t")
            reasons[header, text, change] = reason
    table, earlier = WORK / "results.tsv", {}
    if table.exists():
        for line in table.read_text().splitlines(): earlier[tuple(line.split("\t")[3:6])] = line.split("\t")
    if options.summary:
        options.keep, changes = True, [c for c in changes if key_of(c) in earlier]
    bench = Bench(options.compiler, options.flag, options.link, options.trust)
    writing, count = threading.Lock(), collections.defaultdict(collections.Counter)
    own = {h: hashlib.sha256((INCLUDE / h).read_bytes()).hexdigest()[:16] for h in asked}
    further = {h: further_tests_of(h, tests[h], options.further) for h in {c[0] for c in changes}}
    all_of_it = {h: own[h] + digest(tests[h] + further[h]) for h in further}

    def judge(change):
        header, *_, text = change
        key = key_of(change)
        row = earlier.get(key)
        state = row and (own[header] if row[0] in ("killed", "invalid") else all_of_it[header])
        if not row or row[6] != state and not options.keep:
            start = time.monotonic()
            excused = (header, text, key[2]) in reasons
            verdict, words = bench.verdict(change, tests[header] + ([] if excused else further[header]))
            state = own[header] if verdict in ("killed", "invalid") else all_of_it[header]
            row = [verdict, words, f"{time.monotonic() - start:.1f}", *key, state, text]
            with writing, table.open("a") as file: file.write("\t".join(row) + "\n")
        verdict = row[0]
        if verdict == "survived" and (header, text, key[2]) in reasons: verdict = "equivalent"
        with writing:
            count[header.split("/")[1]][verdict] += 1
            if verdict == "survived": print(f"survived  {header}:{key[1]}  {key[2]}   {text}", flush=True)

    start = time.monotonic()
    with ThreadPoolExecutor(options.jobs) as pool: list(pool.map(judge, changes))
    count["all"] = sum(count.values(), collections.Counter())
    print(f"\n{'room':10}{'changes':>9}{'invalid':>9}{'equivalent':>12}{'survived':>10}{'killed':>8}  score")
    for room, c in count.items():
        tried = c["killed"] + c["survived"]
        print(f"{room:10}{c.total():9}{c['invalid']:9}{c['equivalent']:12}{c['survived']:10}{c['killed']:8}"
              + (f"{100 * c['killed'] / tried:6.1f} %" if tried else ""))
    print(f"{(time.monotonic() - start) / 60:.1f} minutes")


if __name__ == "__main__":
    main()
