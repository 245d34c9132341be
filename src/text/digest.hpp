#pragma once
// Digests: the fingerprint of a text, for receipts.

#include <string>
#include <string_view>

namespace cwp {

/// SHA-256 of the bytes, as 64 hexadecimal digits.
std::string sha256_hex(std::string_view bytes);

}  // namespace cwp
