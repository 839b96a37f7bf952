#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Lets bench_streaming, built against two versions of the headers, take turns; prints old, new and their ratio.

A job is SHAPE:JOB:DRAWS, as of streaming.cpp. Times are medians over the rounds, in ns per draw (of ask and merge per call);
the ratio is the median over the pairs of neighbouring runs. With --instructions, also the ratio of the instructions that
valgrind counts. With --warm, the C library keeps memory that is given back: without it, what the first touch of fresh memory
costs, which on some machines is most of a short run, is part of the times.
"""
import argparse
import os
import pathlib
import statistics
import subprocess
import tempfile

SHAPES = ["normal", "lognormal", "date", "atoms", "capped", "bernoulli", "discrete", "three"]
RUNS = [("stream", d) for d in ("1e4", "1e5", "1e6", "1e7")] + [("keep", "1e5"), ("keep", "1e6"), ("compare", "1e5")]
QUESTIONS = [(job, d) for d in ("1e4", "1e5", "1e6") for job in ("ask", "merge")] + [
    ("stream+ask", d) for d in ("1e4", "1e5", "1e6")]


def build(compiler, include, to):
    source = pathlib.Path(__file__).with_name("streaming.cpp")
    subprocess.run([compiler, "-std=c++20", "-O2", "-ffp-contract=off", f"-I{include}", str(source), "-o", to, "-pthread"],
                   check=True)


def times_of(job, draws):
    return 5 if job in ("ask", "merge") else max(1, int(3e5 / draws))


def instructions(program, shape, job, draws):
    """Of one more run, or call."""
    counts = []
    for times in (1, 3):
        command = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", program, shape, job, str(draws),
                   str(times)]
        said = subprocess.run(command, capture_output=True, text=True, check=True).stderr
        counts.append(int(next(line.split()[-1] for line in said.splitlines() if "Collected" in line)))
    return (counts[1] - counts[0]) / 2


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("old", help="include directory of the one")
    parser.add_argument("new", help="include directory of the other")
    parser.add_argument("jobs", nargs="*")
    parser.add_argument("--compiler", default="g++")
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--instructions", action="store_true")
    parser.add_argument("--warm", action="store_true")
    options = parser.parse_intermixed_args()
    environment = dict(os.environ)
    if options.warm:
        environment["GLIBC_TUNABLES"] = "glibc.malloc.trim_threshold=268435456:glibc.malloc.mmap_threshold=268435456"
    jobs = options.jobs or [f"{s}:{job}:{draws}" for job, draws in RUNS + QUESTIONS for s in SHAPES]
    with tempfile.TemporaryDirectory() as folder:
        programs = [str(pathlib.Path(folder, name)) for name in ("old", "new")]
        for program, include in zip(programs, (options.old, options.new)):
            build(options.compiler, include, program)
        running = [subprocess.Popen([program, "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1,
                                    env=environment) for program in programs]

        def ask(which, line):
            running[which].stdin.write(line + "\n")
            running[which].stdin.flush()
            return float(running[which].stdout.readline())

        for spelled in jobs:
            shape, job, draws = spelled.split(":")
            draws = int(float(draws))
            line = f"{shape} {job} {draws} {times_of(job, draws)}"
            taken = ([], [])
            for which in (0, 1):
                ask(which, line)
            for turn in range(options.rounds):
                for which in ((0, 1), (1, 0))[turn % 2]:
                    taken[which].append(ask(which, line))
            ratio = statistics.median(new / max(old, 1e-9) for old, new in zip(*taken))
            text = f"{spelled:26s} {statistics.median(taken[0]):11.2f} {statistics.median(taken[1]):11.2f}  {ratio:6.3f}"
            if options.instructions:
                counts = [instructions(program, shape, job, draws) for program in programs]
                text += f"  {counts[1] / counts[0]:6.3f}"
            print(text, flush=True)
        for process in running:
            process.stdin.close()
            process.wait()


if __name__ == "__main__":
    main()
