#pragma once
// Approved texts: whole outputs that a person has read and agreed to, kept in tests/golden.

#include <filesystem>
#include <string>
#include <string_view>

#include "this_build.hpp"

namespace cwp {

/// Where approved texts are, and where texts that differ from them are put (each under the same path, with
/// `.received`).
struct GoldenFolders {
  std::filesystem::path approved = tests_dir() + "/golden";
  std::filesystem::path received = this_build().received;
};

/// Empty when `received` is, byte for byte, the approved text at `path`. Otherwise a difference to read; `received` is
/// then written to the received folder, from where `./dev approve` takes it over. A missing approved text is a
/// difference. Use: EXPECT_EQ(approved_difference("diagnostics/unknown-name.txt", text), "");
std::string approved_difference(std::string_view path, std::string_view received, const GoldenFolders& folders = {});

}  // namespace cwp
