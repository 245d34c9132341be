#include "standing/units.hpp"

#include <algorithm>
#include <map>

#include "row/officer_order.hpp"

namespace cwp {

std::vector<Unit> form_units(const std::vector<UnitMember>& members) {
  std::map<std::string, std::vector<std::size_t>> by_name;
  for (std::size_t i = 0; i < members.size(); ++i)
    if (members[i].unit) by_name[*members[i].unit].push_back(i);
  std::vector<std::string> names;
  for (const auto& [name, list] : by_name) names.push_back(name);
  sort_officer_keys(names);
  std::vector<Unit> units;
  for (std::string& name : names) {
    Unit unit;
    unit.members = std::move(by_name[name]);
    unit.name = std::move(name);
    const auto first_with = [&](auto has) {
      const auto found = std::find_if(unit.members.begin(), unit.members.end(), has);
      return found == unit.members.end() ? unit.members.front() : *found;
    };
    unit.value_from = first_with([&](std::size_t i) { return members[i].has_value; });
    unit.group_from = first_with([&](std::size_t i) { return members[i].has_group; });
    units.push_back(std::move(unit));
  }
  return units;
}

}  // namespace cwp
