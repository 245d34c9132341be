#include "extend/base_source.hpp"

#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "extend/tree_text.hpp"

namespace cwp {
namespace {

namespace fs = std::filesystem;

class BaseSource : public testing::Test {
 protected:
  BaseSource() {
    fs::create_directories(folder / "rules" / "parts");
    write("outside.yaml");
    write("rules/rules.yaml");
    write("rules/base.yaml");
    write("rules/parts/part.yaml");
  }
  ~BaseSource() override { fs::remove_all(folder); }
  void write(const std::string& name) const { std::ofstream(folder / name) << "id: " << name << '\n'; }
  Source file(const std::string& name) const { return read_source((folder / name).string()).value(); }
  /// The text of the base, or the slug of what is wrong.
  std::string base(const std::string& written, const std::string& from = "rules/rules.yaml") const {
    const Result<Source> found =
        base_source(SourceText::whole(Source("written", written)), file(from), file("rules/rules.yaml"), {});
    return found.ok() ? std::string(found.value().text()) : std::string(found.diagnostics().front().slug);
  }
  const fs::path folder = fs::path(testing::TempDir()) / ("base-" + std::to_string(getpid()));
};

TEST_F(BaseSource, ThePathStartsFromTheFolderOfTheFileThatNamesIt) {
  EXPECT_EQ(base("base.yaml"), "id: rules/base.yaml\n");
  EXPECT_EQ(base("parts/part.yaml"), "id: rules/parts/part.yaml\n");
  EXPECT_EQ(base("../base.yaml", "rules/parts/part.yaml"), "id: rules/base.yaml\n");
}

TEST_F(BaseSource, NothingOutsideOfTheFolderIsRead) {
  EXPECT_EQ(base("../outside.yaml"), "base-outside");
  EXPECT_EQ(base("parts/../../outside.yaml"), "base-outside");
  EXPECT_EQ(base("../../outside.yaml", "rules/parts/part.yaml"), "base-outside");
  EXPECT_EQ(base((folder / "rules" / "base.yaml").string()), "base-outside");
  fs::create_symlink(folder / "outside.yaml", folder / "rules" / "link.yaml");
  EXPECT_EQ(base("link.yaml"), "base-outside");
  fs::create_symlink(folder / "rules" / "base.yaml", folder / "rules" / "inner.yaml");
  EXPECT_EQ(base("inner.yaml"), "id: rules/base.yaml\n");
}

TEST_F(BaseSource, WhatIsNoFileCannotBeRead) {
  EXPECT_EQ(base("none.yaml"), "base-unreadable");
  EXPECT_EQ(base("parts"), "base-unreadable");
  EXPECT_EQ(base(std::string("base.yaml\0x", 11)), "base-unreadable");
}

TEST_F(BaseSource, ATextInMemoryIsBuiltOnTextsInMemoryOnly) {
  const Source given[] = {Source("/a/b/../base.yaml", "id: given")};
  const Source root("/a/rules.yaml", "");
  EXPECT_EQ(base_source(SourceText::whole(Source("", "base.yaml")), root, root, given).value().text(), "id: given");
  const Source beside((folder / "rules" / "memory.yaml").string(), "");
  const auto read = base_source(SourceText::whole(Source("", "base.yaml")), beside, beside, {});
  EXPECT_EQ(read.diagnostics().at(0).slug, "base-unreadable");
}

}  // namespace
}  // namespace cwp
