#pragma once
// AttributeValues: what the roster says of an officer.

#include <string>
#include <vector>

#include "cwp/check.hpp"
#include "sample/officer_life.hpp"

namespace cwp {

class AttributeValues {
 public:
  AttributeValues(const CheckedRulebook& rules, std::uint64_t seed);

  /// The attribute as it is written into the roster while he serves at this station; may be empty where there is a
  /// default.
  std::string value(std::uint32_t attribute, const OfficerLife& officer, std::uint32_t station) const;

 private:
  /// station: a name for each; group: those of four stations together; career: when he joined; the rest by type.
  enum class Kind : std::uint8_t { station, group, words, text, number, career, date, truth };
  struct Plan {
    Kind kind = Kind::text;
    std::vector<std::string> words;
    std::int64_t middle = 0, lowest = 0, highest = 0;  // thousandths
    int decimals = 0;
  };
  Plan plan_of(std::uint32_t attribute) const;
  void plan_number(const Attribute& attribute, Plan& plan) const;
  std::vector<std::string> compared_words(std::uint32_t attribute) const;
  std::string number(const Attribute& attribute, const Plan& plan, Random& random) const;

  CheckedRulebook rules_;
  std::uint64_t seed_;
  std::vector<Plan> plans_;
};

/// The attributes by which officers are grouped: by rankings, grades, promises and formulas, or as what a metric is
/// about.
std::vector<bool> grouping_attributes(const CheckedRulebook& rules);

/// An uneven choice: the first words are the common ones.
const std::string& uneven_word(const std::vector<std::string>& words, Random& random);

}  // namespace cwp
