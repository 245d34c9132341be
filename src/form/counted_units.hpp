#pragma once
// Counted units: `each` for every `unit` of something, whole units or in proportion: what award, deduct and `beyond`
// share. And what is left of full marks after a loss.

#include <span>
#include <string_view>

#include "form/written_keys.hpp"

namespace cwp {

/// The words of `whole`: full units, started units, in proportion.
inline constexpr std::string_view kWholeWords[] = {"down", "up", "exact"};
/// The keys `unit` and `whole` of the forms that count units.
inline constexpr FormKeyDoc kUnitKey = {
    "unit", FormKeyKind::formula, false, {}, {}, "how much is one unit; 1 when left out", "一个单位的数量，默认 1"};
inline constexpr FormKeyDoc kWholeKey = {
    "whole",
    FormKeyKind::word,
    false,
    kWholeWords,
    {},
    "down: only full units count; up: a started unit counts; exact: in proportion. May be left out only where the "
    "number of units is whole anyway",
    "down：不足一个单位不计；up：不足一个单位按一个计；exact：按比例计。仅当单位数必为整数时可省略"};

/// `each * floor(of / unit)` by the keys `each`, `unit`, `whole`; without `whole` in proportion. `each` must be there.
ExprPtr marks_for_units(const ExprBuilder& build, const WrittenKeys& keys, ExprPtr of);

/// What the checker must find out of `each`, and of `of` and `unit` where `whole` was left out.
FormDemands unit_demands(const ExprBuilder& build, const WrittenKeys& keys, ExprPtr of);

/// `min(marks, cap)` where the key of the cap was written.
ExprPtr capped(const ExprBuilder& build, const WrittenKeys& keys, std::string_view key, ExprPtr marks);

/// Of an item: its full marks less the loss.
DesugaredForm less_than_full(const ExprBuilder& build, const FormContext& context, DesugaredForm loss);

}  // namespace cwp
