#include "cli/profile.hpp"

#include <fmt/format.h>

namespace cwp {

std::string profile(const EngineReport& engine, double reading, double writing) {
  const std::size_t officers = engine.officers_in_lanes + engine.officers_judged;
  std::string text = "\nprofile\n";
  const auto time = [&](const char* what, double seconds) {
    text += fmt::format("  {:<28}{:>10.1f} ms\n", what, 1e3 * seconds);
  };
  time("reading the data", reading);
  time("aggregates across officers", engine.gather);
  time("figures", engine.figures);
  time("rankings, grades, awards", engine.standing);
  time("writing", writing);
  text +=
      fmt::format("  {} officers: {} in lanes ({} cohorts; {} unlike the others somewhere), {} one by one\n", officers,
                  engine.officers_in_lanes, engine.classes, engine.officers_unlike, engine.officers_judged);
  const double judged = engine.cells == 0 ? 0 : 100.0 * double(engine.cells_judged) / double(engine.cells);
  text += fmt::format("  {} figures of the officers in lanes, {} of them judged exactly ({:.1f} %)\n", engine.cells,
                      engine.cells_judged, judged);
  text += fmt::format(
      "  {} steps: {} in lanes of 2 bytes, {} of 4, {} of 8; blocks of {}, {} bytes live for each officer\n",
      engine.steps, engine.steps_of_lane[1], engine.steps_of_lane[2], engine.steps_of_lane[3], engine.block,
      engine.bytes_per_officer);
  text += fmt::format("  figures of the schedule: {} in lanes, {} the same for everyone, {} judged first\n",
                      engine.instances_in_lanes, engine.instances_uniform, engine.instances_judged);
  return text;
}

}  // namespace cwp
