// SPDX-License-Identifier: BSL-1.0
// A program of three files, each with headway, linked as one or from two shared objects. Prints what must be the same however
// it is compiled.
#include <cstdio>
#include <stdexcept>
#include <string>

#include "model.hpp"

#include <headway/outcome/merge.hpp>
#include <headway/simulation/outcome_file.hpp>
#include <headway/table/csv.hpp>

int main() {
    const auto whole = headway::simulate(model::later, {.draws = 2000});
    const std::string bytes = headway::outcome_bytes(headway::merge(first_shard(), second_shard()));
    if (bytes != headway::outcome_bytes(whole)) return 1;
    std::printf("%s\n", headway::to_text(whole.mean(), 17).c_str());
    try {
        (void)faulty_assumptions();
        return 2;
    } catch (const headway::parse_errors& faults) {
        std::printf("%zu: %s\n", faults.size(), faults.what());
    }
    try {
        (void)headway::outcome_from_bytes<headway::outcome<money>>(bytes.substr(0, 100), "part.hw");
        return 3;
    } catch (const headway::outcome_file_error& fault) {
        std::printf("%s\n", fault.what());
    }
    try {
        (void)whole.quantile(1.5);
        return 4;
    } catch (const std::domain_error& fault) {
        std::printf("%s\n", fault.what());
    }
    std::printf("%s", headway::report::csv(whole).c_str());
}
