// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <memory>
#include <type_traits>
#include <utility>

#include <headway/header_begin.hpp>

namespace headway::detail {

template <class Signature>
class function_ref;

/// A callable that somebody else keeps, as an argument of a function that is no template. Costs a call through a pointer.
template <class Result, class... Arguments>
class function_ref<Result(Arguments...)> {
  public:
    template <class F>
        requires(!std::is_same_v<std::remove_cvref_t<F>, function_ref> &&
                 std::is_invocable_r_v<Result, F&, Arguments...>)
    function_ref(F&& f) noexcept  // NOLINT: implicit, as a callable is written where one is asked for
        : object_(const_cast<void*>(static_cast<const void*>(std::addressof(f)))),
          call_([](void* object, Arguments... arguments) -> Result {
              return (*static_cast<std::remove_reference_t<F>*>(object))(std::forward<Arguments>(arguments)...);
          }) {}

    Result operator()(Arguments... arguments) const { return call_(object_, std::forward<Arguments>(arguments)...); }

  private:
    void* object_;
    Result (*call_)(void*, Arguments...);
};

}  // namespace headway::detail

#include <headway/header_end.hpp>
