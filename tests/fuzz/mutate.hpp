#pragma once
// Mutations of texts from a seeded generator: the same seed gives the same texts on every machine.

#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace cwp {

class Mutator {
 public:
  Mutator(std::uint64_t seed, std::vector<std::string> corpus) : random_(seed), corpus_(std::move(corpus)) {}

  /// A text of the corpus with one to eight changes.
  std::string next();

 private:
  std::size_t below(std::size_t limit) { return limit == 0 ? 0 : std::size_t(random_() % limit); }
  void change(std::string& text);
  void change_line(std::string& text);

  std::mt19937_64 random_;
  std::vector<std::string> corpus_;
};

}  // namespace cwp
