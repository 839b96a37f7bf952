// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <type_traits>

#include <headway/header_begin.hpp>

namespace headway::detail {

/// A call of the model that no compiler prefers to the model's own, nor the other way round.
template <class Model>
struct rival_of_model : Model {
    using Model::operator();
    template <class In>
    void operator()(In, int = 0) const;
    template <class In, class When>
    void operator()(In, When, int = 0, int = 0) const;
};

/// Its call is ambiguous where the model has one at all, template or not.
struct some_call {
    void operator()();
};
template <class Model>
struct model_and_some_call : Model, some_call {};

/// Whether a model of the usual form, `[](const auto& in)`, takes these arguments: then a call is ambiguous with its rival. So
/// that is known before the compiler looks into the model, to which this call would bring it by the longest way.
template <class Model, class... Arguments>
consteval bool takes() {
    if constexpr (std::is_class_v<Model> && !std::is_final_v<Model>) {
        if constexpr (!requires { &model_and_some_call<Model>::operator(); }) {
            return !requires(const rival_of_model<Model>& model, const Arguments&... arguments) { model(arguments...); };
        }
    }
    return false;
}
/// The inputs, or the inputs and a date.
template <class Model, class Values, class Date>
consteval bool takes_either() {
    return takes<Model, Values>() || takes<Model, Values, Date>();
}

}  // namespace headway::detail

#include <headway/header_end.hpp>
