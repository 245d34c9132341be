#include "text/digest.hpp"

#include <gtest/gtest.h>

namespace cwp {
namespace {

// Examples of FIPS 180-2, appendix B, and the digest of nothing.
TEST(Sha256, GivesTheDigestsOfTheStandard) {
  EXPECT_EQ(sha256_hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(sha256_hex("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  EXPECT_EQ(sha256_hex(std::string(1'000'000, 'a')),
            "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST(Sha256, OfPiecesIsThatOfTheWhole) {
  const std::string whole(1000, 'x');
  for (const std::size_t piece : {1, 63, 64, 65, 999, 1000}) {
    Sha256 digest;
    for (std::size_t at = 0; at < whole.size(); at += piece) digest.add(std::string_view(whole).substr(at, piece));
    Sha256 moved = std::move(digest);
    EXPECT_EQ(moved.hex(), sha256_hex(whole)) << piece;
  }
  EXPECT_EQ(Sha256().hex(), sha256_hex(""));
}

}  // namespace
}  // namespace cwp
