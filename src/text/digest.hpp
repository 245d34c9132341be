#pragma once
// SHA-256 of bytes, by OpenSSL.

#include <memory>
#include <string>
#include <string_view>

namespace cwp {

/// As 64 lower-case hexadecimal digits.
std::string sha256_hex(std::string_view bytes);

/// The digest of bytes that come one behind the other.
class Sha256 {
 public:
  Sha256();
  ~Sha256();
  Sha256(Sha256&&) noexcept;
  Sha256& operator=(Sha256&&) noexcept;

  void add(std::string_view bytes);
  /// That of all that was added, as sha256_hex says it. Once.
  std::string hex();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace cwp
