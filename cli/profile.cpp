#include "cli/profile.hpp"

#include <fmt/format.h>

#include <vector>

namespace cwp {

std::string profile(const EngineReport& engine, double reading, double writing, Language language) {
  const std::size_t officers = engine.officers_in_lanes + engine.officers_judged;
  const double judged = engine.cells == 0 ? 0 : 100.0 * double(engine.cells_judged) / double(engine.cells);
  const auto say = [&](std::string_view slug, const std::vector<std::string>& arguments = {}) {
    return wording(slug, arguments, language);
  };
  std::string text = "\n" + say("profile") + "\n";
  const auto time = [&](const char* slug, double seconds) {
    text += fmt::format("  {:<28}{:>10.1f} ms\n", say(slug), 1e3 * seconds);
  };
  time("profile-reading", reading);
  time("profile-gather", engine.gather);
  time("profile-figures", engine.figures);
  time("profile-standing", engine.standing);
  time("profile-writing", writing);
  const auto line = [&](const char* slug, std::initializer_list<std::size_t> numbers, const std::string& last = "") {
    std::vector<std::string> arguments;
    for (const std::size_t number : numbers) arguments.push_back(std::to_string(number));
    arguments.push_back(last);
    text += "  " + say(slug, arguments) + "\n";
  };
  line("profile-officers",
       {officers, engine.officers_in_lanes, engine.classes, engine.officers_unlike, engine.officers_judged});
  line("profile-cells", {engine.cells, engine.cells_judged}, fmt::format("{:.1f}", judged));
  line("profile-steps", {engine.steps, engine.steps_of_lane[1], engine.steps_of_lane[2], engine.steps_of_lane[3],
                         engine.steps_of_lane[4], engine.block, engine.bytes_per_officer});
  line("profile-schedule", {engine.instances_in_lanes, engine.instances_uniform, engine.instances_judged});
  return text;
}

}  // namespace cwp
