#include "text/digest.hpp"

#include <openssl/evp.h>

#include <array>
#include <stdexcept>

namespace cwp {

struct Sha256::State {
  struct Free {
    void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
  };
  std::unique_ptr<EVP_MD_CTX, Free> context{EVP_MD_CTX_new()};

  static void check(int done) {
    if (done != 1) throw std::runtime_error("SHA-256 is not available");
  }
};

Sha256::Sha256() : state_(std::make_unique<State>()) {
  State::check(state_->context ? EVP_DigestInit_ex(state_->context.get(), EVP_sha256(), nullptr) : 0);
}
Sha256::~Sha256() = default;
Sha256::Sha256(Sha256&&) noexcept = default;
Sha256& Sha256::operator=(Sha256&&) noexcept = default;

void Sha256::add(std::string_view bytes) {
  // A page ahead of the digest: it waits for each byte in turn, and has pages of a mapped file from memory one third
  // more slowly than out of a cache.
  constexpr std::size_t kPage = 4096, kCacheLine = 64;
  while (!bytes.empty()) {
    const std::string_view page = bytes.substr(0, kPage);
    for (std::size_t at = 0; at < page.size(); at += kCacheLine) __builtin_prefetch(page.data() + at);
    State::check(EVP_DigestUpdate(state_->context.get(), page.data(), page.size()));
    bytes.remove_prefix(page.size());
  }
}

std::string Sha256::hex() {
  std::array<unsigned char, 32> digest{};
  unsigned int size = 0;
  State::check(EVP_DigestFinal_ex(state_->context.get(), digest.data(), &size));
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string text;
  for (const unsigned char byte : digest) {
    text += kDigits[byte >> 4];
    text += kDigits[byte & 15];
  }
  return text;
}

std::string sha256_hex(std::string_view bytes) {
  Sha256 digest;
  digest.add(bytes);
  return digest.hex();
}

}  // namespace cwp
