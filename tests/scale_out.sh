#!/usr/bin/env bash
# SPDX-License-Identifier: BSL-1.0
# Runs a forecast in shards under GNU parallel and under Open MPI's mpirun, kills one shard half-way, runs it again, and
# compares the merged outcome with that of a single run, byte for byte. Slurm's variables are set by hand.
#   tests/scale_out.sh path/to/example_shards
# Needs the packages parallel and openmpi-bin (apt-get install parallel openmpi-bin).
set -euo pipefail
[ $# = 1 ] || { echo "usage: $0 path/to/example_shards" >&2; exit 2; }
shards=$(realpath "$1")
for tool in parallel mpirun; do
    command -v "$tool" >/dev/null || { echo "$0: $tool is missing; apt-get install parallel openmpi-bin" >&2; exit 1; }
done

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
export PARALLEL_HOME=$work
export OMPI_ALLOW_RUN_AS_ROOT=1 OMPI_ALLOW_RUN_AS_ROOT_CONFIRM=1
unset OMPI_COMM_WORLD_RANK OMPI_COMM_WORLD_SIZE PARALLEL_SEQ ${!SLURM_ARRAY_TASK_@} # this script may itself run under one

fail() { echo "scale_out: $*" >&2; exit 1; }
say() { echo "scale_out: $*"; }

# Waits until the shard of this log is half-way, then kills its process.
kill_half_way() { # pid file, log
    for ((i = 0; i < 6000; i++)); do
        if grep -q ': 50 %' "$2" 2>/dev/null; then break; fi
        sleep 0.01
    done
    kill -9 "$(cat "$1")" || fail "the shard ended before it could be killed; let it take more draws"
}
refuses() { # what the message must hold, then a merge that must fail
    local expected=$1
    shift
    if "$shards" merge "$@" >out 2>&1; then fail "merged: $*"; fi
    grep -qF -- "$expected" out || { cat out; fail "the message lacks '$expected'"; }
}
same_as_the_single_run() { # files
    "$shards" merge --out merged.hw "$@" >/dev/null
    cmp merged.hw whole.hw || fail "the merged outcome is not that of the single run"
}

export options="--draws 40000000 --stream --progress"
# shellcheck disable=SC2086 # $options is a list
"$shards" run $options --out whole.hw 2>/dev/null >/dev/null

say "GNU parallel, four shards, the third killed half-way"
export shards
job='echo $$ >pid{}; exec "$shards" run $options --of 4 --out gnu%.hw 2>log{}'
kill_half_way pid3 log3 &
killer=$!
if parallel --will-cite -j2 --joblog jobs "$job" ::: 1 2 3 4 >/dev/null 2>&1; then fail "the killed job counts as done"; fi
wait "$killer"
[ ! -e gnu3.hw ] || fail "the killed shard left a file"
refuses "run the shards of these again" gnu*.hw
parallel --will-cite -j2 --joblog jobs --resume-failed "$job" ::: 1 2 3 4 >again
[ "$(cat again)" = "shard 3 of 4: gnu3.hw" ] || { cat again; fail "more than the killed shard ran again"; }
same_as_the_single_run gnu*.hw

say "mpirun, four ranks, one killed half-way, which stops the others"
job='echo $$ >pid_of_rank$OMPI_COMM_WORLD_RANK
     exec "$shards" run $options --out mpi%.hw 2>log_of_rank$OMPI_COMM_WORLD_RANK'
kill_half_way pid_of_rank1 log_of_rank1 &
killer=$!
if mpirun --oversubscribe -np 4 sh -c "$job" >/dev/null 2>&1; then fail "mpirun did not see that a rank was killed"; fi
wait "$killer"
[ ! -e mpi2.hw ] || fail "the killed rank left a file"
if [ -e mpi1.hw ]; then refuses "run the shards of these again" mpi*.hw; fi
mpirun --oversubscribe -np 4 sh -c "$job" >/dev/null
same_as_the_single_run mpi*.hw

say "kept draws and Sobol' points, mpirun"
for kind in "--draws 300000" "--draws 262144 --method sobol --forecast spending"; do
    forecast=$(sed -n 's/.*\(--forecast [a-z]*\).*/\1/p' <<<"$kind")
    # shellcheck disable=SC2086
    {
        "$shards" run $kind --out whole.hw >/dev/null
        mpirun --oversubscribe -np 3 "$shards" run $kind --out kept%.hw >/dev/null
        same_as_the_single_run $forecast kept*.hw
    }
done

say "Slurm's variables, an array of tasks 10, 12, 14"
"$shards" run --draws 300000 --out whole.hw >/dev/null
for task in 10 12 14; do
    SLURM_ARRAY_TASK_ID=$task SLURM_ARRAY_TASK_MIN=10 SLURM_ARRAY_TASK_MAX=14 SLURM_ARRAY_TASK_STEP=2 \
        SLURM_ARRAY_TASK_COUNT=3 "$shards" run --draws 300000 --out slurm%.hw >/dev/null
done
same_as_the_single_run slurm*.hw
rm slurm2.hw
SLURM_ARRAY_TASK_ID=2 SLURM_ARRAY_TASK_MIN=2 SLURM_ARRAY_TASK_COUNT=1 \
    "$shards" run --draws 300000 --of 3 --out slurm%.hw >/dev/null # one task submitted again
same_as_the_single_run slurm*.hw

say "draws planned beforehand give the run that goes on until it is exact enough"
planned=$("$shards" plan --until 0.005 | sed -n 's/^enough: //p')
[ -n "$planned" ] || fail "the plan tells no number of draws"
"$shards" run --until 0.005 --out whole.hw >/dev/null
for shard in 1 2; do
    # shellcheck disable=SC2086
    "$shards" run $planned --shard $shard/2 --out planned%.hw >/dev/null
done
same_as_the_single_run planned*.hw
if "$shards" run --until 0.005 --shard 1/2 >out 2>&1; then fail "a shard ran until it knew enough"; fi
grep -qF "until is for whole runs" out || { cat out; fail "the message does not say why"; }
"$shards" run --draws 300000 --out whole.hw >/dev/null

say "files that do not belong together are named"
refuses "slurm2.hw: overlaps slurm2.hw" slurm1.hw slurm2.hw slurm3.hw slurm2.hw
refuses "kept1.hw: holds the outcome of another forecast" slurm1.hw kept1.hw
"$shards" run --draws 300000 --seed 1 --shard 3/3 --out seed.hw >/dev/null
refuses "seed.hw: is of another seed than slurm1.hw" slurm1.hw slurm2.hw seed.hw
head -c 100000 slurm3.hw >cut.hw
refuses "cut.hw: is truncated" slurm1.hw slurm2.hw cut.hw
{ head -c 100000 slurm3.hw; printf 'x'; tail -c +100002 slurm3.hw; } >changed.hw
refuses "changed.hw: is damaged" slurm1.hw slurm2.hw changed.hw

[ -z "$(find . -name '*.part*')" ] || fail "half-written files were left behind"
say "every merged outcome is that of the single run"
