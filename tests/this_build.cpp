#include "this_build.hpp"

namespace cwp {

const ThisBuild& this_build() {
  static constexpr ThisBuild build {
    CWP_RECEIVED_DIR, CWP_CLI, CWP_PROJECT_VERSION,
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
        true
#else
        false
#endif
  };
  return build;
}

std::string root_dir() { return CWP_ROOT_DIR; }
std::string tests_dir() { return CWP_ROOT_DIR "/tests"; }

}  // namespace cwp
