#include <algorithm>
#include <numeric>
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

  /// Whether row n, key n and officer n are one for all n: then the keys are left where they are.
  bool take() {
    as_read_ = are_as_read();
    if (as_read_) {
      making_.officer_of_key.resize(rows_.keys.size());
      std::iota(making_.officer_of_key.begin(), making_.officer_of_key.end(), 0);
    } else {
      form_order();
    }
    store_.attributes.resize(making_.rulebook.attributes.size());
    for (PlainRoster::Column& column : roster_.columns) take(column);
    for (const std::uint32_t row : bad_rows_) attributes_of(roster_row(roster_, row), making_);
    for (std::vector<std::uint32_t>* numbers : as_they_are_)
      store_.kept.push_back(std::make_shared<std::vector<std::uint32_t>>(std::move(*numbers)));
    return as_read_;
  }

 private:
  bool are_as_read() const {
    if (rows_.keys.size() != roster_.officers.size() || !in_officer_order(rows_.keys)) return false;
    if (rows_.keys.size() > 0 && rows_.keys.key(0).empty()) return false;  // the first of all, were it there
    bool same = true;
    for (std::uint32_t i = 0; i < roster_.officers.size(); ++i) same = same && roster_.officers[i] == i;
    return same;
  }

  void form_order() {
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
    store_.keys = OfficerKeys(keys);
    const bool in_order = in_officer_order(store_.keys);
    if (!in_order) {
      sort_officer_keys(keys);
      store_.keys = OfficerKeys(keys);
    }
    making_.officer_of_key.assign(rows_.keys.size(), DatasetMaking::kNotInRoster);
    for (std::uint32_t i = 0; i < keys.size(); ++i)
      making_.officer_of_key[in_order ? roster_.officers[row_of_[i]] : *rows_.keys.find(keys[i])] = i;
    if (!in_order) {
      const std::vector<std::uint32_t> rows = row_of_;
      for (const std::uint32_t row : rows) row_of_[making_.officer_of_key[roster_.officers[row]]] = row;
    }
  }

  void take(PlainRoster::Column& column) {
    const auto& attributes = making_.rulebook.attributes;
    const auto attribute = std::find_if(attributes.begin(), attributes.end(),
                                        [&](const Attribute& one) { return one.id.value == column.attribute; });
    ColumnStore::StoredAttribute& stored = store_.attributes[std::size_t(attribute - attributes.begin())];
    std::vector<std::uint32_t> number_of_text;
    std::vector<bool> bad;
    bool as_written = true;  // all so far: then no two are one value, as each text is there once
    std::unordered_map<std::string, std::uint32_t> known;
    stored.values.reserve(column.texts.size());
    for (const std::string& written : column.texts) {
      const bool blank = is_blank(written);
      const std::string& text = blank && attribute->default_value ? *attribute->default_value : written;
      Value value = absent_attribute(*attribute);
      bad.push_back(!is_blank(text) && take_attribute(text, *attribute, value).has_value());
      const auto next = std::uint32_t(stored.values.size());
      if (as_written && (value.type != ValueType::text || !value.present() || *value.text != written)) {
        as_written = false;
        for (std::uint32_t i = 0; i < next; ++i) known.emplace(to_text(stored.values[i]), i);
      }
      const std::uint32_t number = as_written ? next : known.try_emplace(to_text(value), next).first->second;
      if (number == next) stored.values.push_back(std::move(value));
      number_of_text.push_back(number);
    }
    if (as_read_ && as_written) {  // then none of them is bad
      stored.numbers = column.numbers;
      as_they_are_.push_back(&column.numbers);
    } else {
      take_numbers(column, number_of_text, bad, stored);
    }
    stored.count(as_written);
  }
  void take_numbers(const PlainRoster::Column& column, const std::vector<std::uint32_t>& number_of_text,
                    const std::vector<bool>& bad, ColumnStore::StoredAttribute& stored) {
    const std::size_t officers = as_read_ ? rows_.keys.size() : row_of_.size();
    auto numbers = std::make_shared<std::vector<std::uint32_t>>();
    numbers->reserve(officers);
    for (std::uint32_t i = 0; i < officers; ++i) {
      const std::uint32_t row = as_read_ ? i : row_of_[i];
      numbers->push_back(number_of_text[column.numbers[row]]);
      if (bad[column.numbers[row]]) bad_rows_.insert(row);
    }
    stored.numbers = *numbers;
    store_.kept.push_back(std::move(numbers));
  }

  DatasetMaking& making_;
  InputRows& rows_;
  PlainRoster& roster_;
  ColumnStore& store_;
  bool as_read_ = false;
  std::vector<std::vector<std::uint32_t>*> as_they_are_;  // numbers of rows that are those of officers
  std::vector<std::uint32_t> row_of_;                     // by officer; empty: that of his own number
  std::set<std::uint32_t> bad_rows_;                      // which hold a text that cannot be taken
};

}  // namespace

bool lay_roster(DatasetMaking& making, ColumnStore& store) { return RosterTaker(making, store).take(); }

}  // namespace cwp
