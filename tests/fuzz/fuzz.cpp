// Rulebooks, formulas and tables, mutated: whatever the text, cwp neither crashes nor throws nor takes long, and what
// it reports lies inside the text. Usage: fuzz_texts EXECUTIONS|SECONDSs [SEED], or fuzz_texts seeds NAME FOLDER, which
// writes what libFuzzer begins with. The text at work is kept in the file that the first line names; a failure leaves
// it there.

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <exception>
#include <filesystem>
#include <fstream>

#include "fuzz/entries.hpp"
#include "fuzz/mutate.hpp"

namespace cwp {
namespace {

constexpr double kLongestSeconds = 2;  // of the processor: the machine may be busy

/// False after a failure.
bool execute(const FuzzEntry& entry, const std::string& text) {
  const std::clock_t begin = std::clock();
  std::string failure;
  try {
    entry.take(text);
  } catch (const std::exception& error) {
    failure = error.what();
  }
  const double seconds = double(std::clock() - begin) / CLOCKS_PER_SEC;
  if (failure.empty() && seconds > kLongestSeconds) failure = "took " + std::to_string(seconds) + " s";
  if (!failure.empty()) std::printf("%s: %s\n", std::string(entry.name).c_str(), failure.c_str());
  return failure.empty();
}

int fuzz(const std::string& budget, std::uint64_t seed) {
  const bool timed = budget.ends_with('s');
  const unsigned long long limit = std::strtoull(budget.c_str(), nullptr, 10);
  std::printf("seed %llu, text at work: %s\n", static_cast<unsigned long long>(seed), text_at_work().c_str());
  std::fflush(stdout);
  std::vector<Mutator> mutators;
  std::size_t kept = 0;
  for (const FuzzEntry& entry : fuzz_entries()) {
    for (const std::string& text : fuzz_corpus(entry.name)) {
      if (!execute(entry, text)) return 1;
      ++kept;
    }
    mutators.emplace_back(seed + mutators.size(), fuzz_seeds(entry.name));
  }
  const auto begin = std::chrono::steady_clock::now();
  const auto seconds = [&] { return std::chrono::steady_clock::now() - begin; };
  unsigned long long executions = 0;
  while (timed ? seconds() < std::chrono::seconds(limit) : executions < limit) {
    // Rulebooks have the most to go wrong, and have every second turn.
    const std::size_t turn = executions % 2 == 0 ? 0 : 1 + executions / 2 % (mutators.size() - 1);
    if (!execute(fuzz_entries()[turn], mutators[turn].next())) return 1;
    ++executions;
  }
  std::filesystem::remove(text_at_work());
  std::printf("%zu kept texts, %llu executions\n", kept, executions);
  return executions > 0 && kept > 0 ? 0 : 1;
}

int write_seeds(const std::string& name, const std::filesystem::path& folder) {
  std::filesystem::create_directories(folder);
  std::size_t count = 0;
  for (const std::string& text : fuzz_seeds(name))
    std::ofstream(folder / std::to_string(count++), std::ios::binary) << text;
  return count > 0 ? 0 : 1;
}

}  // namespace
}  // namespace cwp

int main(int count, char** arguments) {
  if (count == 4 && std::string(arguments[1]) == "seeds") return cwp::write_seeds(arguments[2], arguments[3]);
  if (count < 2) {
    std::puts("usage: fuzz_texts EXECUTIONS|SECONDSs [SEED] | fuzz_texts seeds NAME FOLDER");
    return 2;
  }
  return cwp::fuzz(arguments[1], count > 2 ? std::strtoull(arguments[2], nullptr, 10) : 1);
}
