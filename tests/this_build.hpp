#pragma once
// What differs between build trees. It stands in one object file, so that every test compiles to the same in each tree
// and ccache compiles it once for all of them.

#include <string>

namespace cwp {

struct ThisBuild {
  const char* received;  // folder of texts that differ from the approved ones; the tests' own to write in
  const char* command;   // path of the command line
  const char* version;   // what the build calls itself
  bool sanitized;        // a sanitizer looks at the product
};
const ThisBuild& this_build();

/// The repository, and its folder of tests.
std::string root_dir();
std::string tests_dir();

}  // namespace cwp
