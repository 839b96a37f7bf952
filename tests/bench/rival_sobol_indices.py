#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Sobol' indices of x1 x2 / x3 for lognormals: OpenTURNS and bench_sobol_indices, PROGRAM, in turns.

Prints processor time (the median over rounds) and root mean square error of both over nine seeds, OpenTURNS' with plain and with
quasi-random sampling. Needs python3-openturns.
"""
import math
import statistics
import subprocess
import sys
import time

import openturns as ot

SIGMA = (0.3, 0.4, 0.5)
SEEDS = 9


def rival(points, sampling):
    ot.ResourceMap.SetAsString("SobolIndicesExperiment-SamplingMethod", sampling)
    model = ot.SymbolicFunction(["x1", "x2", "x3"], ["x1*x2/x3"])
    beliefs = ot.ComposedDistribution([ot.LogNormal(0.0, s) for s in SIGMA])
    v = [math.expm1(s * s) for s in SIGMA]
    all_of = math.prod(1.0 + x for x in v)
    times, squares = [], 0.0
    for seed in range(1, SEEDS + 1):
        ot.RandomGenerator.SetSeed(seed)
        start = time.process_time()
        algorithm = ot.SaltelliSensitivityAlgorithm(beliefs, points, model, False)
        first, total = list(algorithm.getFirstOrderIndices()), list(algorithm.getTotalOrderIndices())
        times.append(1e3 * (time.process_time() - start))
        for i in range(3):
            squares += (first[i] - v[i] / (all_of - 1.0)) ** 2
            squares += (total[i] - v[i] * all_of / (1.0 + v[i]) / (all_of - 1.0)) ** 2
    return statistics.median(times), math.sqrt(squares / (6 * SEEDS))


def main():
    if len(sys.argv) < 2:
        sys.exit("usage: rival_sobol_indices.py PROGRAM [points] [rounds]")
    points = int(sys.argv[2]) if len(sys.argv) > 2 else 65536
    rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 9
    told = {}
    for _ in range(rounds):
        for name in ("MonteCarlo", "QMC"):
            told.setdefault("OpenTURNS " + ot.__version__ + ", " + name, []).append(rival(points, name))
        for n in (points, points // 4):
            said = subprocess.run([sys.argv[1], str(n), str(SEEDS)], capture_output=True, text=True, check=True).stdout.split()
            told.setdefault(f"headway, {n} points", []).append((float(said[0]), float(said[1])))
    for name, runs in told.items():
        print(f"{name:34} {statistics.median(t for t, _ in runs):8.2f} ms   error {statistics.median(e for _, e in runs):.2g}")


if __name__ == "__main__":
    main()
