// SPDX-License-Identifier: BSL-1.0
// A program whose command line may name a folder that its report is written to.
#pragma once

#include <headway/report/file.hpp>

#include "command_line.hpp"

#include <filesystem>

namespace with_out_folder {

/// Makes the folder where there is none. \throws report::file_error naming it.
inline void make(const std::filesystem::path& folder) {
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (!std::filesystem::is_directory(folder)) {
        throw headway::report::file_error(folder, error ? error.message() : "it is not a folder");
    }
}

/// Files that are written to a folder, and the list of them.
class files {
  public:
    explicit files(const std::filesystem::path& folder) : folder_(folder) {}
    void operator()(const std::string& name, const std::string& contents) {
        headway::report::write_file(folder_ / name, contents);
        written_ += (written_.empty() ? "" : ", ") + name;
    }
    void tell() const {
        std::cout << "\nWritten to " << folder_.string() << ":\n" << headway::report::paragraph(written_ + '.', {4, 4});
    }

  private:
    std::filesystem::path folder_;
    std::string written_;
};

inline std::string in_quotes_where_needed(const std::string& argument) {
    const bool plain = argument.find_first_of(" \"'$`\\(){}[]*?;&|<>#~") == argument.npos;
    return plain ? " " + argument : " \"" + argument + "\"";
}

/// As `command_line::answer`, with one option more. `answers(line, folder, command)` has the folder, empty where none is
/// named, and the command that makes the same numbers again. \param written what `--help` says is written there
template <class Answers, class... Forecasts>
int answer_writing(const std::string& written, int argc, char** argv, std::string command, const std::string& question,
                   const headway::simulation& defaults, const Answers& answers, const Forecasts&... forecasts) {
    std::vector<const char*> others;
    std::string folder;
    std::string fault;
    for (int i = 0; i < argc; ++i) {
        if (i == 0 || std::string(argv[i]) != "--out") {
            others.push_back(argv[i]);
            if (i > 0) command += in_quotes_where_needed(argv[i]);
        } else if (++i < argc && argv[i][0] != '\0') {
            folder = argv[i];
        } else {
            fault = "--out: the name of a folder must follow it";
        }
    }
    return command_line::answer_unless(
        fault, static_cast<int>(others.size()), others.data(),
        question + "\n\n"
                   "  --out folder            write " +
            written + " there",
        defaults, [&](const command_line& line) { answers(line, folder, command); }, forecasts...);
}

/// Of a forecast that has a report.
template <class Answers, class... Forecasts>
int answer(int argc, char** argv, std::string command, const std::string& question, const headway::simulation& defaults,
           const Answers& answers, const Forecasts&... forecasts) {
    return answer_writing("the report (forecast.html), its charts and its numbers", argc, argv, std::move(command),
                          question, defaults, answers, forecasts...);
}

}  // namespace with_out_folder
