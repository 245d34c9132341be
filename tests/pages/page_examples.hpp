#pragma once
// The examples of docs/language.md: rules, and the figures that they are said to give.

#include <string>
#include <string_view>
#include <vector>

namespace cwp {

/// A page of the tree by its path; throws when there is none.
std::string page_text(const std::string& path);

struct PageExample {
  std::string rules;                 ///< the text of a ```yaml block
  std::vector<std::string> figures;  ///< the lines of a block of figures right behind it: `visits 8 → items_points 12`
  std::size_t line = 0;              ///< of the page
};
std::vector<PageExample> page_examples(std::string_view page);

/// The example as a whole rulebook. A whole one stays as it is. Keys of the highest level get what else a rulebook
/// needs from a frame; a list (`- {id: …`) is the items of a category `people`. Figures become tests of an officer
/// `ann`: on the left side metrics on 2026-03-10 and attributes, on the right what then comes out, an item in its own
/// period, everything else in March.
std::string whole_rulebook(const PageExample& example);

/// Headings by level and the examples without comments: what two pages in two languages have in common.
std::string outline(std::string_view page);

}  // namespace cwp
