# SPDX-License-Identifier: BSL-1.0
"""Golden means of a track record, from 40-digit arithmetic (python3, mpmath): python3 track_record.py > track_record.hpp

Scores are those of quantile_grid.py, integrals of the quantile score; coverage is counted by the quantile function there; the
ledger is read by Python's csv module.
"""
import contextlib
import csv
import datetime
import io

with contextlib.redirect_stdout(io.StringIO()):
    from quantile_grid import crps, mp, mpf, quantile

LEDGER = '''entry,id,date,who,question,unit,value,due,source,seed,version
state,a1,2025-01-01,ann,cost of a run,million USD,5 %: 50 | 25 %: 70 | 50 %: 80 | 75 %: 95 | 95 %: 140,2025-12-31,survey,,
state,b1,2025-01-01,bob,cost of a run,million USD,5 %: 20 | 50 %: 100 | 95 %: 300,2025-12-31,survey,,
state,n1,2024-06-01,no change,cost of a run,million USD,50 %: 100,,,,
state,a2,2025-01-01,ann,cost of a site,million USD,10 %: 900 | 50 %: 1000 | 90 %: 1400,2027-12-31,model,,
state,b2,2025-02-01,bob,cost of a site,million USD,10 %: 500 | 50 %: 1500 | 90 %: 1600,2027-12-31,survey,,
state,n2,2025-01-01,no change,cost of a site,million USD,50 %: 800,,,,
state,a3,2025-01-01,ann,second fab,date,10 %: 2027-01-01 | 50 %: 2028-01-01 | 70 %: 2029-06-01 | 90 %: never,2030-01-01,model,,
state,b3,2025-01-01,bob,second fab,date,5 %: 2026-01-01 | 95 %: 2032-01-01,2030-01-01,survey,,
state,n3,2025-01-01,no change,second fab,date,50 %: 2028-06-01,,,,
state,a4,2025-01-01,ann,a billion,event,80 %,2025-06-30,model,,
state,b4,2025-01-01,bob,a billion,event,0.35,2025-06-30,survey,,
state,n4,2025-01-01,no change,a billion,event,0.5,,,,
state,a5,2025-01-01,ann,another,event,10 %,2040-01-01,model,,
resolve,a1,2025-12-01,,,,90,,,,
resolve,b1,2025-12-01,,,,90,,,,
resolve,a2,2027-12-01,,,,1450,,,,
resolve,b2,2027-12-01,,,,1450,,,,
resolve,a3,2028-03-01,,,,2028-02-15,,,,
resolve,b3,2028-03-01,,,,2028-02-15,,,,
resolve,a4,2025-06-30,,,,yes,,,,
resolve,b4,2025-06-30,,,,yes,,,,
'''


def days(text):
    return (datetime.date.fromisoformat(text) - datetime.date(1970, 1, 1)).days


def share(text):
    return float(text[:-1]) / 100 if text.endswith("%") else float(text)


def main():
    rows = list(csv.DictReader(io.StringIO(LEDGER)))
    truth = {r["id"]: r["value"] for r in rows if r["entry"] == "resolve"}
    stated = [r for r in rows if r["entry"] == "state"]

    def value(unit, text):
        return mp.inf if text == "never" else float(days(text)) if unit == "date" else float(text)

    def grid(r):
        return [(share(p), value(r["unit"], x.strip())) for p, x in (q.split(":") for q in r["value"].split("|"))]

    def score(r, judge):
        y = truth[judge["id"]]
        if r["unit"] == "event":
            return (1 - mpf(share(r["value"]))) ** 2 if y == "yes" else mpf(share(r["value"])) ** 2
        due = mpf(days(judge["due"])) if r["unit"] == "date" else mp.inf
        return crps(grid(r), value(r["unit"], y), due)

    def baseline(r):
        return next(b for b in stated if b["who"] == "no change" and b["question"] == r["question"])

    print("// SPDX-License-Identifier: BSL-1.0\n// Written by track_record.py; do not edit.\n#pragma once\n")
    print("namespace reference {\n")
    print('inline constexpr const char* track_record_ledger = R"(%s)";\n' % LEDGER)
    print("/// Of ann and of bob: the mean CRPS of costs in million USD and of dates in days, the Brier score, the shares in the central")
    print("/// 50, 80 and 90 % intervals, and the skill against no change.")
    print("struct track_record_point {\n    const char* who;\n    double cost_crps, date_crps, brier, inside[3], skill;\n};")
    print("inline constexpr track_record_point track_record_points[] = {")
    for who in ("ann", "bob"):
        mine = [r for r in stated if r["who"] == who and r["id"] in truth]
        mean = lambda unit, of: mp.fsum(of(r) for r in mine if r["unit"] == unit) / len([r for r in mine if r["unit"] == unit])
        own = lambda r: score(r, r)
        base = lambda r: score(baseline(r), r)
        inside = []
        for level in (0.5, 0.8, 0.9):
            held = 0
            values = [r for r in mine if r["unit"] != "event"]
            for r in values:
                due = days(r["due"]) if r["unit"] == "date" else mp.inf
                lo, hi = (min(quantile(grid(r), mpf(p)), due) for p in ((1 - mpf(str(level))) / 2, (1 + mpf(str(level))) / 2))
                held += lo <= value(r["unit"], truth[r["id"]]) <= hi
            inside.append(mpf(held) / len(values))
        units = sorted({r["unit"] for r in mine})
        skill = 1 - sum(len([r for r in mine if r["unit"] == u]) * mean(u, own) / mean(u, base) for u in units) / len(mine)
        numbers = [mean("million USD", own), mean("date", own), mean("event", own)]
        print('    {"%s", %s, {%s}, %s},' % (who, ", ".join(float(x).hex() for x in numbers),
                                             ", ".join(float(x).hex() for x in inside), float(skill).hex()))
    print("};\n\n}  // namespace reference")


main()
