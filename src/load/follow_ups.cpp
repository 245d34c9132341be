#include "load/follow_ups.hpp"

#include <algorithm>
#include <string_view>

#include "load/rule_reader.hpp"

namespace cwp {
namespace {

using namespace std::string_view_literals;

template <std::size_t N>
bool is_one_of(std::string_view slug, const std::string_view (&slugs)[N]) {
  return std::find(std::begin(slugs), std::end(slugs), slug) != std::end(slugs);
}

/// They leave a whole part unread, wherever it ends.
constexpr std::string_view kPartLost[] = {"second-document"sv, "list-expected"sv, "mapping-expected"sv,
                                          "value-missing"sv};
/// They leave an item, or its full marks, unread.
constexpr std::string_view kMarksLost[] = {"duplicate-key"sv,        "list-expected"sv,    "mapping-expected"sv,
                                           "value-missing"sv,        "text-cut-by-yaml"sv, "number-format"sv,
                                           "full-width-structure"sv, "form-needs-full"sv};
/// Of a name that nothing makes or uses.
constexpr std::string_view kOfNames[] = {"unused-name"sv, "test-unknown-figure"sv, "parameter-changes-inside"sv};
/// They leave a kind of period unread.
constexpr std::string_view kWordLost[] = {"unknown-word"sv, "not-yet"sv};
constexpr std::string_view kOfParts[] = {"empty-assessment"sv, "empty-category"sv};
constexpr std::string_view kOfMarks[] = {"marks-do-not-add-up"sv, "marks-do-not-add-up-from"sv};

/// Whether a line has `name` as a name of its own.
bool names(std::string_view line, std::string_view name) {
  if (name.empty()) return false;
  for (std::size_t at = line.find(name); at != std::string_view::npos; at = line.find(name, at + name.size())) {
    // `2visits` is a number and a name that should have been apart.
    std::size_t before = at;
    while (before > 0 && line[before - 1] >= '0' && line[before - 1] <= '9') --before;
    std::size_t letter = before;
    while (letter > 0 && (static_cast<unsigned char>(line[letter - 1]) & 0xC0) == 0x80) --letter;
    if (letter > 0) --letter;
    const bool clings = letter < before && name_end("_" + std::string(line.substr(letter, before - letter))) > 1;
    if (!clings && name_end(line.substr(at)) == name.size()) return true;
  }
  return false;
}

std::string_view line_of(const Place& place) { return place.source.line(place.source.position(place.span.begin).line); }

/// A key that stands twice, with what it holds on the lines below.
bool is_part_twice(const Diagnostic& one) {
  if (one.slug != "duplicate-key") return false;
  const std::string_view text = one.place.source.text();
  const std::size_t rest = text.find_first_not_of(": \t", one.place.span.end);
  return rest == std::string_view::npos || text[rest] == '\n' || text[rest] == '\r';
}

bool lies_in(const Place& place, const Place& outer) {
  return place.source == outer.source && outer.span.begin <= place.span.begin && place.span.end <= outer.span.end;
}

/// The entry of the category whose full marks are at `full`; null where there is none.
const Category* category_at(const std::vector<Category>& categories, const Place& full) {
  for (const Category& category : categories) {
    if (category.full && lies_in(full, category.full->place)) return &category;
    if (const Category* inner = category_at(category.categories, full)) return inner;
  }
  return nullptr;
}

class FollowUps {
 public:
  FollowUps(const Rulebook& rulebook, const std::vector<Diagnostic>& diagnostics) : rulebook_(rulebook) {
    for (const Diagnostic& one : diagnostics) {
      if (one.severity() != Severity::error || is_follow_up_kind(one)) continue;
      part_lost_ = part_lost_ || is_one_of(one.slug, kPartLost) || is_part_twice(one);
      if (one.slug != "unknown-name") errors_.push_back(&one);
    }
  }

  bool has(const Diagnostic& one) const {
    if (is_one_of(one.slug, kOfParts)) return part_lost_;
    if (is_one_of(one.slug, kOfNames)) return part_lost_ || is_named_by_an_error(one.arguments.front(), one);
    // What a figure is added up over hangs on the kind of period.
    if (one.slug == "fold-first")
      return std::any_of(errors_.begin(), errors_.end(),
                         [](const Diagnostic* error) { return is_one_of(error->slug, kWordLost); });
    // Whether something is counted in whole units shows where it is defined.
    if (one.slug == "whole-needed") return one.arguments.size() > 1 && is_named_by_an_error(one.arguments[1], one);
    if (!is_one_of(one.slug, kOfMarks)) return false;
    const Category* category = category_at(rulebook_.categories, one.place);
    return category != nullptr && std::any_of(errors_.begin(), errors_.end(), [&](const Diagnostic* error) {
             return is_one_of(error->slug, kMarksLost) && lies_in(error->place, category->place);
           });
  }

 private:
  static bool is_follow_up_kind(const Diagnostic& one) {
    return is_one_of(one.slug, kOfNames) || is_one_of(one.slug, kOfParts) || is_one_of(one.slug, kOfMarks) ||
           one.slug == "whole-needed";
  }
  bool is_named_by_an_error(std::string_view name, const Diagnostic& one) const {
    return std::any_of(errors_.begin(), errors_.end(), [&](const Diagnostic* error) {
      return error->place.source == one.place.source && line_of(error->place).data() != line_of(one.place).data() &&
             !error->slug.starts_with("warning-") && names(line_of(error->place), name);
    });
  }

  const Rulebook& rulebook_;
  std::vector<const Diagnostic*> errors_;
  bool part_lost_ = false;
};

}  // namespace

void drop_follow_ups(const Rulebook& rulebook, std::vector<Diagnostic>& diagnostics) {
  std::vector<Diagnostic> kept;
  const FollowUps follow_ups(rulebook, diagnostics);
  for (const Diagnostic& one : diagnostics)
    if (!follow_ups.has(one)) kept.push_back(one);
  diagnostics = std::move(kept);
}

}  // namespace cwp
