// SPDX-License-Identifier: BSL-1.0
// A run too large for one machine: each machine runs a shard of it and writes an outcome file, and the files, merged, have
// the very bits of the run on one machine. shards.md shows it under GNU parallel, mpirun and Slurm.
#include "forecasts.hpp"

#include <headway/report/file.hpp>
#include <headway/simulation/precision.hpp>
#include <headway/simulation/shard_merge.hpp>
#include <headway/table/print_table.hpp>
#include <headway/text/parse_value.hpp>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <optional>
#include <sstream>

namespace hw = headway;

namespace {

constexpr const char* usage =
    "example_shards                         four shards in this process, as a demonstration\n"
    "example_shards run [options]           runs a shard and writes an outcome file\n"
    "  --shard 3/8      the third of eight; else from the environment (see --of), else 1/1\n"
    "  --of 8           how many shards there are, where the environment tells only which one this is\n"
    "  --out part%.hw   the file, % for the shard's number\n"
    "  --draws 100000   --seed 2025   --threads 1   of the whole run; of this shard\n"
    "  --method independent|latin_hypercube|sobol\n"
    "  --stream         does not keep the draws: small files, approximate quantiles\n"
    "  --progress       tells every tenth of the shard on the standard error output\n"
    "  --until 0.001    of a whole run: goes on until the mean and the quantiles of 5, 50 and 95 % have a standard error of\n"
    "                   that share of the distance between those of 5 and 95 %, at most --draws\n"
    "example_shards plan --until 0.001 [options of run]\n"
    "                   the same without a file: prints how many draws that takes, for the --draws of every shard\n"
    "example_shards merge [--until 0.001] [--out all.hw] part*.hw\n"
    "                   with --until also tells whether what is merged is as exact as that\n"
    "all: --forecast affordable|billion|spending\n"
    "From the environment: OMPI_COMM_WORLD_RANK and _SIZE (mpirun); SLURM_ARRAY_TASK_ID, _MIN, _STEP and _COUNT;\n"
    "PARALLEL_SEQ (GNU parallel) with --of. With --of a Slurm task's ID is the shard's number.\n";

using count = std::uint64_t;

[[noreturn]] void fail(const std::string& what) { throw std::runtime_error(what); }

count number(const std::string& name, const std::string& text) {
    count n = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), n);
    if (error != std::errc() || end != text.data() + text.size()) {
        fail(name + ": got \"" + text + "\", expected a whole number");
    }
    return n;
}

double share(const std::string& name, const std::string& text) {
    try {
        return hw::parse_value<double>(text);
    } catch (const hw::parse_error&) {
        fail(name + ": got \"" + text + "\", expected a share such as 0.001");
    }
}

/// What --until asks of every output.
hw::known_to known_to(double share) {
    const hw::allowed_error error = hw::share_of_range(share);
    return {.mean = error, .median = error, .quantiles = {{0.05, error}, {0.95, error}}};
}

struct arguments {
    std::string forecast = "affordable";
    std::string out;
    hw::simulation options{.draws = 100'000, .seed = 2025};
    std::optional<std::string> shard;
    std::optional<count> of;
    bool progress = false;
    bool draws_are_given = false;
    std::vector<std::string> files;
};

hw::method method_of(const std::string& text) {
    if (text == "independent") return hw::method::independent;
    if (text == "latin_hypercube") return hw::method::latin_hypercube;
    if (text == "sobol") return hw::method::sobol;
    fail("--method: got \"" + text + "\", expected independent, latin_hypercube or sobol");
}

arguments parse(const std::vector<std::string>& words) {
    arguments a;
    std::string faults;
    for (std::size_t i = 0; i < words.size(); ++i) try {
        const std::string& word = words[i];
        const auto next = [&]() -> const std::string& {
            if (i + 1 == words.size()) fail(word + ": its value is missing");
            return words[++i];
        };
        if (word == "--forecast") {
            a.forecast = next();
        } else if (word == "--out") {
            a.out = next();
        } else if (word == "--shard") {
            a.shard = next();
        } else if (word == "--of") {
            a.of = number(word, next());
        } else if (word == "--draws") {
            a.options.draws = number(word, next());
            a.draws_are_given = true;
        } else if (word == "--until") {
            a.options.until = known_to(share(word, next()));
        } else if (word == "--seed") {
            a.options.seed = number(word, next());
        } else if (word == "--threads") {
            a.options.threads = static_cast<unsigned>(std::min<count>(number(word, next()), 1024));
        } else if (word == "--method") {
            a.options.method = method_of(next());
        } else if (word == "--stream") {
            a.options.keep = false;
        } else if (word == "--progress") {
            a.progress = true;
        } else if (word.starts_with("--")) {
            fail(word + ": no such option\n" + usage);
        } else {
            a.files.push_back(word);
        }
    } catch (const std::runtime_error& e) {
        faults += (faults.empty() ? "" : "\n") + std::string(e.what());
    }
    if (!faults.empty()) fail(faults);
    if (a.options.until.given() && !a.draws_are_given) a.options.draws = {};
    return a;
}

// ---- Which shard this is ---------------------------------------------------------------------------------------------

/// Shards are counted from 1 here, as people and GNU parallel do; the library counts from 0.
struct numbered_shard {
    count number;
    count of;
};

std::optional<count> variable(const char* name) {
    const char* const text = std::getenv(name);
    if (text == nullptr || *text == '\0') return {};
    return number(name, text);
}

numbered_shard shard_from_environment(std::optional<count> of) {
    const auto mpi_rank = variable("OMPI_COMM_WORLD_RANK");
    const auto slurm_task = variable("SLURM_ARRAY_TASK_ID");
    const auto parallel_job = variable("PARALLEL_SEQ");
    if (int{mpi_rank.has_value()} + int{slurm_task.has_value()} + int{parallel_job.has_value()} > 1) {
        fail("--shard: more than one of OMPI_COMM_WORLD_RANK, SLURM_ARRAY_TASK_ID and PARALLEL_SEQ is set; say which "
             "shard this is with --shard 3/8");
    }
    if (mpi_rank) return {*mpi_rank + 1, of ? *of : variable("OMPI_COMM_WORLD_SIZE").value_or(0)};
    if (slurm_task) {
        // Of a part of an array that is submitted again Slurm tells a new count and minimum: only --of knows better.
        if (of) return {*slurm_task, *of};
        const count first = variable("SLURM_ARRAY_TASK_MIN").value_or(0);
        const count step = variable("SLURM_ARRAY_TASK_STEP").value_or(1);
        if (*slurm_task < first || step == 0 || (*slurm_task - first) % step != 0) {
            fail("SLURM_ARRAY_TASK_ID: is not one of SLURM_ARRAY_TASK_MIN and every SLURM_ARRAY_TASK_STEP after it");
        }
        return {(*slurm_task - first) / step + 1, variable("SLURM_ARRAY_TASK_COUNT").value_or(0)};
    }
    if (parallel_job) {
        if (!of) fail("--of: GNU parallel tells which job this is, not of how many; add --of 8");
        return {*parallel_job, *of};
    }
    if (of) fail("--shard: the environment does not tell which shard this is; say it with --shard 3/8");
    return {1, 1};
}

numbered_shard shard_of(const arguments& a) {
    if (!a.shard) {
        const numbered_shard shard = shard_from_environment(a.of);
        if (shard.number < 1 || shard.number > shard.of) {
            fail("--shard: the environment tells shard " + std::to_string(shard.number) + " of " +
                 std::to_string(shard.of) + ", which cannot be; say it with --shard 3/8");
        }
        return shard;
    }
    const auto slash = a.shard->find('/');
    const numbered_shard shard{slash == std::string::npos ? 0 : number("--shard", a.shard->substr(0, slash)),
                               slash == std::string::npos ? 0 : number("--shard", a.shard->substr(slash + 1))};
    if (shard.number < 1 || shard.number > shard.of) {
        fail("--shard: got \"" + *a.shard + "\", expected the number of the shard of how many, 1/8 to 8/8");
    }
    if (a.of && *a.of != shard.of) fail("--of: says another number of shards than --shard; give one of them");
    return shard;
}

// ---- The commands ---------------------------------------------------------------------------------------------------

/// Of a result, the number of its draws.
template <class T>
count draws_of(const hw::outcome<T>& result) {
    return result.draws();
}
template <class... Outputs>
count draws_of(const hw::named_outcomes<Outputs...>& result) {
    return result.template get<0>().draws();
}
template <class Outcome>
count draws_of(const hw::fan<Outcome>& result) {
    return draws_of(result[0]);
}

/// How many draws a run takes to be as exact as asked. It keeps none, so that it needs little memory, but for Sobol' points,
/// of whose quantiles a streaming run knows no more than that they are as exact as those of independent draws.
void plan(arguments a) {
    if (!a.options.until.given()) fail("plan: how exact is it to be? Say --until 0.001");
    if (!a.files.empty() || a.shard || a.of) fail("plan: is for the whole run; leave out files, --shard and --of");
    if (a.options.method != hw::method::sobol) a.options.keep = false;
    forecasts_in_shards::with_forecast(a.forecast, [&](const auto& forecast) {
        const auto result = forecasts_in_shards::simulate(forecast, a.options);
        const hw::precision exact = hw::precision_of(result, a.options.until);
        std::cout << exact << (exact ? "enough: " : "the most that are allowed, not enough: ") << "--draws "
                  << draws_of(result) << '\n';
    });
}

void run(arguments a) {
    if (!a.files.empty()) fail("run: got \"" + a.files.front() + "\", expected options only\n" + usage);
    const numbered_shard shard = shard_of(a);
    a.options.shard = {shard.number - 1, shard.of};
    std::string out = a.out.empty() ? "part%.hw" : a.out;
    const auto percent = out.find('%');
    if (percent != std::string::npos) {
        out.replace(percent, 1, std::to_string(shard.number));
    } else if (!a.shard && shard.of > 1) {
        fail("--out: \"" + out + "\" would be the file of every shard; put % where its number belongs");
    }

    count told = 0;
    const auto progress = [&](count done, count all) {
        if (!a.progress || done * 10 / all == told) return;
        told = done * 10 / all;
        std::cerr << "shard " << shard.number << ": " << told * 10 << " %" << std::endl;
    };
    forecasts_in_shards::with_forecast(a.forecast, [&](const auto& forecast) {
        const auto result = forecasts_in_shards::simulate(forecast, a.options, progress);
        hw::report::write_file(out, hw::outcome_bytes(result));
        if (a.options.until.given()) {
            std::cout << hw::precision_of(result, a.options.until) << "after " << draws_of(result) << " draws\n";
        }
    });
    std::cout << "shard " << shard.number << " of " << shard.of << ": " << out << '\n';
}

void merge(const arguments& a) {
    if (a.files.empty()) fail("merge: no files are given");
    forecasts_in_shards::with_forecast(a.forecast, [&](const auto& forecast) {
        using outcome = decltype(forecasts_in_shards::simulate(forecast, a.options));
        hw::shard_merge<outcome> parts;
        for (const auto& file : a.files) {
            std::ifstream in(file, std::ios::binary);
            if (!in) fail(file + ": cannot be read");
            parts.add(hw::load(forecast, in, file), file);
        }
        std::string missing;
        for (const auto& range : parts.missing()) {
            missing += "\n  draws " + std::to_string(range.first) + " to " + std::to_string(range.last - 1);
        }
        if (!missing.empty()) fail("merge: not all of the run is here; run the shards of these again:" + missing);
        const outcome all = parts.merged();
        if (!a.out.empty()) hw::report::write_file(a.out, hw::outcome_bytes(all));
        std::cout << a.files.size() << " files, all draws of the run\n\n" << hw::report::table(all);
        if (a.options.until.given()) std::cout << '\n' << hw::precision_of(all, a.options.until);
    });
}

/// Four shards through files in memory, in no order.
void demonstrate() {
    for (const char* const name : {"affordable", "billion", "spending"}) {
        forecasts_in_shards::with_forecast(name, [&](const auto& forecast) {
            std::cout << name << '\n';
            for (const bool keep : {false, true}) {
                hw::simulation options{.draws = 20'000, .seed = 2025, .keep = keep};
                const auto whole = forecasts_in_shards::simulate(forecast, options);
                hw::shard_merge<std::remove_const_t<decltype(whole)>> parts;
                for (const count shard : {3U, 1U, 4U, 2U}) {
                    options.shard = {shard - 1, 4};
                    std::stringstream file;
                    hw::save(forecasts_in_shards::simulate(forecast, options), file);
                    parts.add(hw::load(forecast, file, "part" + std::to_string(shard)), "part" + std::to_string(shard));
                }
                const bool same = hw::outcome_bytes(parts.merged()) == hw::outcome_bytes(whole);
                std::cout << "  four shards, draws " << (keep ? "kept" : "not kept") << ", merged: "
                          << (same ? "the bits of the single run" : "NOT the bits of the single run") << '\n';
                if (!same) fail("the merged shards differ from the single run");
                if (keep) std::cout << '\n' << hw::report::table(parts.merged()) << '\n';
            }
        });
    }
}

}  // namespace

int main(int argc, char** argv) {
    const std::vector<std::string> words(argv + std::min(argc, 1), argv + argc);
    try {
        if (words.empty()) {
            demonstrate();
        } else if (words.front() == "run") {
            run(parse({words.begin() + 1, words.end()}));
        } else if (words.front() == "plan") {
            plan(parse({words.begin() + 1, words.end()}));
        } else if (words.front() == "merge") {
            merge(parse({words.begin() + 1, words.end()}));
        } else {
            std::cout << usage;
            return words.front() == "--help" ? 0 : 2;
        }
    } catch (const std::exception& e) {
        std::cerr << "example_shards: " << e.what() << '\n';
        return 1;
    }
}
