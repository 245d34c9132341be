#include "bench/r36/options.hpp"

#include <stdexcept>
#include <string_view>

namespace cwp::r36 {

Options options_of(int count, char** arguments) {
  Options options;
  options.charts = std::filesystem::path(CWP_BENCH_DIR) / "r36";
  for (int i = 1; i < count; ++i) {
    const std::string argument = arguments[i];
    const auto text = [&](std::string_view name) {
      return argument.rfind(name, 0) == 0 ? argument.substr(name.size()) : std::string();
    };
    const auto value = [&](std::string_view name) {
      const std::string written = text(name);
      return written.empty() ? 0UL : std::stoul(written);
    };
    if (const auto officers = value("--officers=")) {
      options.officers = officers;
    } else if (const auto largest = value("--largest=")) {
      options.largest = largest;
    } else if (const auto rounds = value("--rounds=")) {
      options.rounds = static_cast<int>(rounds);
    } else if (const std::string only = text("--only="); !only.empty()) {
      options.only = only;
    } else if (const std::string charts = text("--charts="); !charts.empty()) {
      options.charts = charts;
    } else if (argument == "--no-peers") {
      options.peers = false;
    } else if (argument.rfind("--benchmark_", 0) != 0) {
      throw std::runtime_error("unknown option " + argument +
                               "; r36_bench [--officers=N] [--largest=N] [--rounds=N] [--no-peers] [--only=TEXT] "
                               "[--charts=FOLDER]");
    }
  }
  return options;
}

}  // namespace cwp::r36
