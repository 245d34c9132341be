#pragma once
// What is done with a text of unknown origin: one entry a kind of text. The mutator and libFuzzer both come in here.

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace cwp {

struct FuzzEntry {
  std::string_view name;  ///< of the program fuzz_NAME and of the folder tests/fuzz/corpus/NAME
  void (*take)(const std::string& bytes);
};

/// rulebook, formula, table. Each throws where cwp breaks a promise: a place outside its text, a diagnostic that says
/// nothing, a formula that does not read back as itself.
std::span<const FuzzEntry> fuzz_entries();
/// The entry with this name; an unknown one throws.
const FuzzEntry& fuzz_entry(std::string_view name);

/// The file that holds the text at work: cwp reads files, and a failure leaves it there.
const std::string& text_at_work();

/// Texts to begin with: what the tree holds of this kind, and the kept corpus.
std::vector<std::string> fuzz_seeds(std::string_view name);
/// The kept corpus alone: small texts, and those that were faults once.
std::vector<std::string> fuzz_corpus(std::string_view name);

}  // namespace cwp
