#pragma once
// Result<T>: a value, or the diagnostics that say why there is none (std::expected is C++23).

#include <optional>
#include <stdexcept>
#include <utility>
#include <vector>

#include "cwp/diagnostic.hpp"
#include "cwp/export.hpp"

namespace CWP_API cwp {

/// Thrown only by Result::value(): what() is the very text that the command line prints.
class Error : public std::runtime_error {
 public:
  /// With at least one error.
  explicit Error(std::vector<Diagnostic> diagnostics)
      : std::runtime_error(render(diagnostics)), diagnostics_(std::move(diagnostics)) {}
  const std::vector<Diagnostic>& diagnostics() const { return diagnostics_; }  ///< all of them

 private:
  std::vector<Diagnostic> diagnostics_;
};

/// A value with warnings, or errors. `ok()` means: there is a value and no error.
template <class T>
class Result {
 public:
  /// A value, perhaps with warnings, or with errors beside what could be made.
  Result(T value, std::vector<Diagnostic> diagnostics = {})  // NOLINT: a value is a result
      : value_(std::move(value)), diagnostics_(std::move(diagnostics)) {}
  /// No value, but the reasons.
  Result(std::vector<Diagnostic> diagnostics) : diagnostics_(std::move(diagnostics)) {}  // NOLINT
  /// No value, for one reason.
  Result(Diagnostic diagnostic) { diagnostics_.push_back(std::move(diagnostic)); }  // NOLINT

  /// Whether there is a value and no error.
  bool ok() const { return value_.has_value() && !has_error(diagnostics_); }
  explicit operator bool() const { return ok(); }  ///< the same
  /// Errors and warnings, in file order.
  const std::vector<Diagnostic>& diagnostics() const { return diagnostics_; }

  /// The value; throws Error when !ok().
  const T& value() const& { return demand(), *value_; }
  T& value() & { return demand(), *value_; }  ///< as above
  /// As above; out of a Result that goes, so that a reference to it keeps it alive.
  T value() && { return demand(), *std::move(value_); }

  /// What could be made in spite of errors, or null: later stages go on with it to find more problems.
  const T* partial() const { return value_ ? &*value_ : nullptr; }

 private:
  void demand() const {
    if (!ok()) throw Error(diagnostics_);
  }
  std::optional<T> value_;
  std::vector<Diagnostic> diagnostics_;
};

}  // namespace cwp
