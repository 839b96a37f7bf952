// SPDX-License-Identifier: BSL-1.0
// The command line that all examples share: other assumptions and another simulation, without recompiling.
#pragma once

#include <headway/assumption/assumptions_of.hpp>
#include <headway/assumption/load_assumptions.hpp>
#include <headway/sensitivity/explain_change.hpp>
#include <headway/simulation/simulate.hpp>
#include <headway/table/paragraph.hpp>
#include <headway/table/print_table.hpp>

#include <fstream>
#include <iostream>
#include <limits>
#include <string>
#include <vector>

/// What a command line asks for. An example's `main` is one line:
/// `return command_line::answer(argc, argv, "What does it cost?", {.draws = 100'000, .seed = 2025}, answers, f, g);`
/// where `answers(const command_line&)` prints the answers and asks `line(f)` instead of `f`.
class command_line {
  public:
    headway::simulation options;

    /// The forecast, or the assumption, as the command line has it.
    template <class Model, class... Assumptions>
    [[nodiscard]] auto operator()(const headway::basic_forecast<Model, Assumptions...>& forecast) const {
        return forecast.with(headway::known_inputs(forecast).among(overrides_));
    }

    template <headway::label Name, class T>
    [[nodiscard]] auto operator()(const headway::named_assumption<Name, T>& assumption) const {
        return overrides_.applied_to(assumption);
    }

    /// With `--compared-with file` why the medians have moved from what that file makes them stands after the answers. For
    /// a program that says more of it: whether it is asked, and the forecast as the file has it.
    [[nodiscard]] bool compares() const noexcept { return compares_; }
    template <class Model, class... Assumptions>
    [[nodiscard]] auto compared(const headway::basic_forecast<Model, Assumptions...>& forecast) const {
        return forecast.with(headway::known_inputs(forecast).among(compared_));
    }

    /// Reads the command line, then calls `answers(line)`, lists the assumptions, or explains itself.
    /// \return the program's exit code: 0, 1 for a forecast that cannot be answered, 2 for a command line that cannot
    /// be read, of which nothing is run.
    template <class Answers, class... Forecasts>
    static int answer(int argc, const char* const* argv, const std::string& question,
                      const headway::simulation& defaults, const Answers& answers, const Forecasts&... forecasts) {
        return answer_unless({}, argc, argv, question, defaults, answers, forecasts...);
    }
    /// The same for a program with options of its own, which it has taken out: `fault` is what is wrong with them, empty
    /// for nothing. It is told with the other faults.
    template <class Answers, class... Forecasts>
    static int answer_unless(const std::string& fault, int argc, const char* const* argv, const std::string& question,
                             const headway::simulation& defaults, const Answers& answers,
                             const Forecasts&... forecasts) {
        command_line line;
        line.options = defaults;
        try {
            const headway::known_inputs inputs(forecasts...);
            line.read(std::vector<std::string>(argv + 1, argv + argc), inputs, fault);
        } catch (const wrong_usage& e) {
            std::cerr << e.what() << "\nTry --help.\n";
            return 2;
        }
        if (line.asks_for_help_) {
            std::cout << help(question, defaults);
        } else if (line.asks_for_list_) {
            headway::save_assumptions(std::cout, headway::assumptions_of(line(forecasts)...));
        } else {
            try {
                say_what_differs(headway::assumptions_of(forecasts...), headway::assumptions_of(line(forecasts)...));
                answers(line);
                if (line.compares_) line.say_what_moved(forecasts...);
            } catch (const std::exception& e) {
                std::cout.flush();
                std::cerr << e.what() << '\n';
                return 1;
            }
        }
        return 0;
    }

  private:
    class wrong_usage : public std::runtime_error {
        using std::runtime_error::runtime_error;
    };

    static void say_what_differs(const headway::assumption_file& ours, const headway::assumption_file& theirs) {
        std::string differs;
        for (const auto& entry : theirs) {
            if (ours.find(entry.name)->belief != entry.belief)
                differs += "  " + entry.name + " = " + entry.belief + '\n';
        }
        if (differs.empty()) return;
        std::cout << "Set by the command line, in place of what the text below may say:\n" << differs << '\n';
    }
    /// Of each output of each forecast that is believed otherwise; of those over time a program says on which date itself.
    template <class... Forecasts>
    void say_what_moved(const Forecasts&... forecasts) const {
        headway::report::result_table table;
        std::string sentences;
        const auto add = [&](const std::string& name, const auto& why) {
            if (why.size() == 0) return;
            sentences += (name.empty() ? "" : name + ": ") + why.sentence() + ".\n";
            table.add(name, why);
        };
        (add_what_moved(add, forecasts), ...);
        std::cout << "\n\nWhat has moved, the medians\n===========================\n\n"
                  << headway::report::paragraph(
                         sentences.empty() ? "Nothing is believed otherwise than in the file compared with." : sentences);
        if (!sentences.empty()) std::cout << '\n' << headway::report::table(table);
    }
    template <class Add, class Forecast>
    void add_what_moved(const Add& add, const Forecast& forecast) const {
        if constexpr (!Forecast::over_time) {
            auto run = options;
            if (run.draws > 10'000) run.draws = 10'000;  // of each combination of the changes
            // A forecast takes kilobytes for each input, so the two are made once for all outputs.
            const auto before = compared(forecast);
            const auto after = (*this)(forecast);
            using result = std::remove_cvref_t<decltype(forecast.baseline())>;
            if constexpr (headway::is_named_outputs<result>) {
                [&]<headway::label... Names, class... Results>(
                    std::type_identity<headway::named_outputs<headway::named_output<Names, Results>...>>) {
                    (add(std::string(Names.view()),
                         headway::explain_change<Names>(before, after, run)),
                     ...);
                }(std::type_identity<result>{});
            } else {
                add("", headway::explain_change(before, after, run));
            }
        }
    }
    static std::string help(const std::string& question, const headway::simulation& defaults) {
        return question +
               "\n\n"
               "  --set \"name = belief\"   another belief for an assumption; may be repeated, and the last one "
               "counts:\n"
               "                          \"3\", \"3 to 5.5\" (90 % between, as a lognormal), \"normal_ci(80 %, 2, "
               "9)\",\n"
               "                          \"triangular(1 year, 2 years, 5 years)\", \"80 to 200 million USD\", "
               "\"2026-11-21\"\n"
               "  --assumptions file      beliefs from a file, in the form that --list prints\n"
               "  --compared-with file    say why the answer has moved from what that file's beliefs make it\n"
               "  --list                  print the assumptions with what they rest on, and stop\n"
               "  --draws n               how often to draw (" +
               std::to_string(defaults.draws) +
               ")\n"
               "  --seed n                the same seed gives the same draws (" +
               std::to_string(defaults.seed) +
               ")\n"
               "  --method name           independent, latin_hypercube or sobol (" +
               std::string(name_of(defaults.method)) +
               ")\n"
               "  --threads n             0 for one on each processor (" +
               std::to_string(defaults.threads) +
               ")\n"
               "  --help                  print this, and stop\n";
    }
    static const char* name_of(headway::method method) {
        return method == headway::method::independent       ? "independent"
               : method == headway::method::latin_hypercube ? "latin_hypercube"
                                                            : "sobol";
    }

    /// Everything that is wrong is told at once, and then nothing of the line is taken.
    void read(const std::vector<std::string>& arguments, const headway::known_inputs& inputs, std::string faults) {
        command_line read = *this;
        headway::override_list set;  // counts before what a file says, wherever it stands
        for (std::size_t i = 0; i < arguments.size(); ++i) {
            const std::string& option = arguments[i];
            const bool has_value = option == "--set" || option == "--assumptions" || option == "--compared-with" ||
                                   option == "--draws" || option == "--seed" || option == "--method" || option == "--threads";
            try {
                if (option == "--help") {
                    read.asks_for_help_ = true;
                } else if (option == "--list") {
                    read.asks_for_list_ = true;
                } else if (!has_value) {
                    throw wrong_usage("\"" + option + "\" is no option of this program");
                } else if (i + 1 == arguments.size()) {
                    throw wrong_usage(option + ": something must follow it");
                } else {
                    read.take(option, arguments[++i], set, inputs);
                }
            } catch (const wrong_usage& e) {
                faults += (faults.empty() ? "" : "\n") + std::string(e.what());
            }
        }
        if (!faults.empty()) throw wrong_usage(faults);
        read.overrides_.set(set);
        *this = std::move(read);
    }
    void take(const std::string& option, const std::string& value, headway::override_list& set,
              const headway::known_inputs& inputs) {
        if (option == "--set") {
            const auto read = [&] { return headway::assumption_file(value, inputs); };
            set.set(beliefs_of(read, option + " \"" + value + "\"", "set on the command line", inputs));
        } else if (option == "--assumptions") {
            std::ifstream in(value, std::ios::binary);
            const auto read = [&] { return headway::load_assumptions(in, inputs); };
            overrides_.set(beliefs_of(read, value, "set in " + value, inputs));
        } else if (option == "--compared-with") {
            std::ifstream in(value, std::ios::binary);
            const auto read = [&] { return headway::load_assumptions(in, inputs); };
            compared_ = beliefs_of(read, value, "set in " + value, inputs);
            compares_ = true;
        } else if (option == "--draws") {
            options.draws = whole_number(option, value, std::numeric_limits<std::uint64_t>::max());
            if (options.draws == 0) throw wrong_usage("--draws: at least 1 is needed");
        } else if (option == "--seed") {
            options.seed = whole_number(option, value, std::numeric_limits<std::uint64_t>::max());
        } else if (option == "--threads") {
            options.threads = static_cast<unsigned>(whole_number(option, value, 4096));
        } else {
            options.method = method_of(value);
        }
    }

    /// `reason` stands for beliefs that give none.
    template <class Read>
    static headway::override_list beliefs_of(const Read& read, const std::string& where, const std::string& reason,
                                             const headway::known_inputs& inputs) {
        try {
            headway::override_list list = read().overrides(inputs);
            for (const auto& entry : headway::override_list(list)) {
                const auto& why = entry.reason;
                if (!why.note().empty()) continue;
                list.set(entry.input, entry.belief, headway::override_reason(reason, why.as_of(), why.review_by()));
            }
            return list;
        } catch (const headway::parse_error& e) {
            throw wrong_usage(where + ":\n" + e.what());
        } catch (const std::runtime_error& e) {
            throw wrong_usage(where + ": " + e.what());
        }
    }
    static std::uint64_t whole_number(const std::string& option, const std::string& value, std::uint64_t most) {
        std::uint64_t n = 0;
        const auto read = std::from_chars(value.data(), value.data() + value.size(), n);
        if (read.ec != std::errc() || read.ptr != value.data() + value.size() || n > most) {
            throw wrong_usage(option + " " + value + ": a whole number up to " + std::to_string(most) + " must follow");
        }
        return n;
    }
    static headway::method method_of(const std::string& value) {
        for (const auto m : {headway::method::independent, headway::method::latin_hypercube, headway::method::sobol}) {
            if (value == name_of(m)) return m;
        }
        throw wrong_usage("--method " + value + ": independent, latin_hypercube or sobol must follow");
    }

    headway::override_list overrides_;
    headway::override_list compared_;
    bool compares_ = false;
    bool asks_for_help_ = false;
    bool asks_for_list_ = false;
};
