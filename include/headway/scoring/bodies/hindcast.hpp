// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <headway/scoring/hindcast.hpp>

#include <headway/header_begin.hpp>

namespace headway {

template <class>
void hindcast_record::add(const hindcast_record& other) {
    if (other.increments_ != increments_ || !(other.average_ == average_)) detail::hindcasts_differ();
    windows_ += other.windows_;
    windows_without_noise_ += other.windows_without_noise_;
    forecasts_.insert(forecasts_.end(), other.forecasts_.begin(), other.forecasts_.end());
    scores_.add(other.scores_);
    for (std::size_t i = 0; i < other.horizons_.size(); ++i) {
        const hindcast_horizon& theirs = other.horizons_[i];
        if (i == horizons_.size()) {
            horizons_.push_back(theirs);
            continue;
        }
        hindcast_horizon& ours = horizons_[i];
        const auto n = static_cast<double>(ours.scores.count());
        const auto m = static_cast<double>(theirs.scores.count());
        ours.scores.add(theirs.scores);
        ours.squared_error = n + m > 0.0 ? (n * ours.squared_error + m * theirs.squared_error) / (n + m) : 0.0;
        ours.mean_error = n + m > 0.0 ? (n * ours.mean_error + m * theirs.mean_error) / (n + m) : 0.0;
    }
}
HEADWAY_INSTANTIATE(void hindcast_record::add<>(const hindcast_record& other));

}  // namespace headway

#include <headway/header_end.hpp>
