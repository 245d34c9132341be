#include "cwp/write.hpp"

namespace cwp {

std::string_view version() { return CWP_VERSION; }

}  // namespace cwp
