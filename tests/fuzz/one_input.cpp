// libFuzzer's door to one entry, CWP_FUZZ_ENTRY. What an entry throws ends the program, and libFuzzer keeps the text.

#include <cstddef>
#include <cstdint>

#include "fuzz/entries.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  static const cwp::FuzzEntry& entry = cwp::fuzz_entry(CWP_FUZZ_ENTRY);
  entry.take(std::string(reinterpret_cast<const char*>(bytes), size));
  return 0;
}
