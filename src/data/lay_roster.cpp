#include <algorithm>
#include <set>
#include <unordered_map>

#include "data/make_columns.hpp"
#include "row/officer_order.hpp"
#include "row/spread_sheets.hpp"
#include "row/tidy_text.hpp"

namespace cwp {
namespace {

/// The roster of somebody who is in it once: officers in the order of their keys, with their attributes.
class RosterTaker {
 public:
  RosterTaker(DatasetMaking& making, ColumnStore& store)
      : making_(making), rows_(making.rows), roster_(rows_.rosters[0]), store_(store) {}

  void take() {
    row_of_.reserve(roster_.officers.size());
    std::vector<std::string> keys;
    keys.reserve(roster_.officers.size());
    for (std::uint32_t row = 0; row < roster_.officers.size(); ++row) {
      const std::string_view key = rows_.keys.key(roster_.officers[row]);
      if (key.empty()) {
        rows_.issues.push_back(rows_.issue("officer-empty", {roster_.file, roster_.lines[row]}, key, ""));
        continue;
      }
      row_of_.push_back(row);
      keys.emplace_back(key);
    }
    const bool in_order = in_officer_order(keys);
    if (!in_order) sort_officer_keys(keys);
    making_.officer_of_key.assign(rows_.keys.size(), DatasetMaking::kNotInRoster);
    for (std::uint32_t i = 0; i < keys.size(); ++i)
      making_.officer_of_key[in_order ? roster_.officers[row_of_[i]] : *rows_.keys.find(keys[i])] = i;
    if (!in_order) {
      const std::vector<std::uint32_t> rows = row_of_;
      for (const std::uint32_t row : rows) row_of_[making_.officer_of_key[roster_.officers[row]]] = row;
    }
    store_.keys = std::move(keys);
    store_.attributes.resize(making_.rulebook.attributes.size());
    for (const PlainRoster::Column& column : roster_.columns) take(column);
    for (const std::uint32_t row : bad_rows_) attributes_of(roster_row(roster_, row), making_);
  }

 private:
  void take(const PlainRoster::Column& column) {
    const auto& attributes = making_.rulebook.attributes;
    const auto attribute = std::find_if(attributes.begin(), attributes.end(),
                                        [&](const Attribute& one) { return one.id.value == column.attribute; });
    ColumnStore::StoredAttribute& stored = store_.attributes[std::size_t(attribute - attributes.begin())];
    std::vector<std::uint32_t> number_of_text;
    std::vector<bool> bad;
    std::unordered_map<std::string, std::uint32_t> known;  // texts that differ may be one value
    for (const std::string& written : column.texts) {
      const std::string text = tidy_text(written).empty() ? attribute->default_value.value_or("") : written;
      Value value = absent_attribute(*attribute);
      bad.push_back(!tidy_text(text).empty() && take_attribute(text, *attribute, value).has_value());
      const auto [number, fresh] = known.try_emplace(to_text(value), std::uint32_t(stored.values.size()));
      if (fresh) stored.values.push_back(std::move(value));
      number_of_text.push_back(number->second);
    }
    auto numbers = std::make_shared<std::vector<std::uint32_t>>();
    numbers->reserve(row_of_.size());
    for (const std::uint32_t row : row_of_) {
      numbers->push_back(number_of_text[column.numbers[row]]);
      if (bad[column.numbers[row]]) bad_rows_.insert(row);
    }
    stored.numbers = *numbers;
    store_.kept.push_back(std::move(numbers));
    stored.count();
  }

  DatasetMaking& making_;
  InputRows& rows_;
  const PlainRoster& roster_;
  ColumnStore& store_;
  std::vector<std::uint32_t> row_of_;  // by officer
  std::set<std::uint32_t> bad_rows_;   // which hold a text that cannot be taken
};

}  // namespace

void lay_roster(DatasetMaking& making, ColumnStore& store) { RosterTaker(making, store).take(); }

}  // namespace cwp
