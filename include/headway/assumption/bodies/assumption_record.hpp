// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/assumption/assumption_record.hpp>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class>
std::string path_in_file(const process_record& motion) {
    std::string hash;
    for (int shift = 60; shift >= 0; shift -= 4) hash += "0123456789abcdef"[motion.fingerprint(motion) >> shift & 0xFU];
    return "path(" + motion.text(motion) + "; " + hash + ")";
}
HEADWAY_INSTANTIATE(std::string path_in_file<>(const process_record& motion));

template <class>
void refuse_paths(const char* function, const assumption_record* inputs, std::size_t count, const char* instead) {
    for (std::size_t i = 0; i < count; ++i) {
        if (!inputs[i].is_path()) continue;
        throw std::domain_error(std::string(function) + ": the input \"" + std::string(inputs[i].name) +
                                "\" is a path, which no single number per draw tells of; " + instead);
    }
}
HEADWAY_INSTANTIATE(void refuse_paths<>(const char* function, const assumption_record* inputs, std::size_t count,
                    const char* instead));

template <class>
void refuse_correlated_paths(const char* function, const assumption_record* inputs, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) {
        if (inputs[i].motion.driver_hash == 0) continue;
        std::size_t other = 0;
        while (other + 1 < count && hash_of(inputs[other].name) != inputs[i].motion.driver_hash) ++other;
        throw std::domain_error(std::string(function) + ": the path \"" + std::string(inputs[i].name) +
                                "\" is correlated with the path \"" + std::string(inputs[other].name) +
                                "\", and then their shares of the variance overlap; ask of the forecast made without "
                                "correlate(...), which has a share for each, or tornado(f), which moves one at a time");
    }
}
HEADWAY_INSTANTIATE(void refuse_correlated_paths<>(const char* function, const assumption_record* inputs, std::size_t count));

}  // namespace headway::detail

namespace headway {

HEADWAY_OUT_OF_LINE std::string assumption_record::text(double base_value, int significant_digits) const {
    if (is_path()) return "the path of key " + detail::number_text(base_value, significant_digits);
    return notation_->value_text(base_value, significant_digits);
}

}  // namespace headway

#include <headway/header_end.hpp>
