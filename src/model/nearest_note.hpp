#pragma once
// add_nearest: the names that somebody may have meant, as a note.

#include <string>
#include <utility>

#include "cwp/diagnostic.hpp"

namespace cwp {

/// Of nearest_names; no note where there are none.
inline void add_nearest(Diagnostic& problem, std::string names) {
  if (!names.empty()) problem.notes.push_back({"names-near", {}, {std::move(names)}});
}

}  // namespace cwp
