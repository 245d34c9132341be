#pragma once
// check: Rulebook to CheckedRulebook. All mistakes of a rulebook are found here, before any data is seen.

#include <memory>
#include <string>
#include <vector>

#include "cwp/export.hpp"
#include "cwp/load.hpp"

namespace CWP_API cwp {

struct CheckedState;

/// A rulebook in which every name is resolved, every formula typed and every form turned into its formula. Only `check`
/// makes one. Immutable and cheap to copy.
class CheckedRulebook {
 public:
  const Rulebook& rulebook() const;  ///< as written, with the bases merged in
  const Calendar& calendar() const;  ///< of `calendar:`
  /// SHA-256 of the rulebook's text, in hexadecimal. Of one with bases, that of the lines `SHA-256 of a text`, its own
  /// first, then theirs, the nearest first, then those of its settings: it covers all that the rulebook says.
  const std::string& hash() const;

  /// For the library itself.
  explicit CheckedRulebook(std::shared_ptr<const CheckedState> state) : state_(std::move(state)) {}
  /// For the library itself.
  const CheckedState& state() const { return *state_; }

 private:
  std::shared_ptr<const CheckedState> state_;
};

/// Checks a rulebook: names, types, grains, forms, marks, cycles. Diagnostics are in file order; warnings do not stop.
Result<CheckedRulebook> check(const Rulebook& rulebook);
/// load and check in one: the problems of both, together and in file order, even when loading had errors.
Result<CheckedRulebook> load_and_check(const Source& source, std::span<const Source> bases = {},
                                       std::span<const Source> settings = {});

}  // namespace cwp
