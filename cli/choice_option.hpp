#pragma once
// An option that takes one of a few words.

#include <string>
#include <vector>

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace cwp {

/// `--format csv|json`: the words stand in the help, and any other is refused. `value` keeps what it holds by default.
CLI::Option* add_choice(CLI::App& app, const std::string& name, std::string& value, const std::string& sentence,
                        const std::vector<std::string>& words);

/// The names of the rows of a table.
template <class Rows>
std::vector<std::string> names_of(const Rows& rows) {
  std::vector<std::string> names;
  for (const auto& row : rows) names.emplace_back(row.name);
  return names;
}

}  // namespace cwp
