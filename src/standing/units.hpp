#pragma once
// Units: the values of an attribute that are ranked in the officers' stead.

#include <optional>
#include <string>
#include <vector>

namespace cwp {

/// What one officer knows of his unit.
struct UnitMember {
  std::optional<std::string> unit;  ///< nothing: he has none and is not looked at
  bool has_value = false;           ///< of what is ranked
  bool has_group = false;           ///< of every attribute of `by`
};

/// A unit with those who belong to it, as positions among the members.
struct Unit {
  std::string name;
  std::vector<std::size_t> members;  ///< in their order
  std::size_t value_from = 0;        ///< the first who has the value, else the first
  std::size_t group_from = 0;        ///< the first who has a group, else the first
};

/// `members` in the order of their keys. Units are in the order of their names, numbers as numbers. O(n log n).
std::vector<Unit> form_units(const std::vector<UnitMember>& members);

}  // namespace cwp
