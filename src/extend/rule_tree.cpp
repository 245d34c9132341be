#include "extend/rule_tree.hpp"

#include <algorithm>
#include <set>
#include <string>

#include "cwp/rulebook.hpp"
#include "extend/base_source.hpp"
#include "extend/merge_trees.hpp"
#include "extend/remove_ids.hpp"
#include "yaml/read_yaml.hpp"

namespace cwp {
namespace {

constexpr std::size_t kMostFiles = 16;

/// A rulebook of the chain, and where it names its base.
struct Link {
  Source source;
  YamlPtr tree;
  const YamlPair* extends = nullptr;
};

class ChainReader {
 public:
  ChainReader(const Source& source, std::span<const Source> given, std::vector<Diagnostic>& diagnostics)
      : given_(given), diagnostics_(diagnostics) {
    links_.push_back({source, nullptr});
  }

  RuleTree read() {
    RuleTree result;
    while (read_last())
      if (!links_.back().extends) {
        check_versions();
        result.root = merged(result.removed);
        for (std::size_t i = 1; i < links_.size(); ++i) result.bases.push_back(links_[i].source);
        break;
      } else if (!find_base()) {
        break;
      }
    return result;
  }

 private:
  void report(std::string_view slug, Place place, std::vector<std::string> arguments = {},
              std::vector<Note> notes = {}) {
    diagnostics_.push_back({slug, std::move(place), std::move(arguments), std::move(notes)});
  }

  /// Reads the last link; false when it is no rulebook.
  bool read_last() {
    Link& last = links_.back();
    std::vector<Diagnostic> problems;
    last.tree = read_yaml(last.source, problems);
    const bool has_tree = last.tree && !last.tree->is_null();
    if (!has_tree && !has_error(problems)) problems.push_back({"rulebook-empty", {last.source, {0, 0}}, {}, {}});
    diagnostics_.insert(diagnostics_.end(), problems.begin(), problems.end());
    if (!has_tree) return false;
    if (last.tree->kind != YamlKind::mapping) {
      const std::uint32_t begin = last.tree->span.begin;
      report("rulebook-not-a-mapping", {last.source, {begin, begin + 1}});
      return false;
    }
    last.extends = last.tree->find("extends");
    return true;
  }

  /// Adds the base of the last link; false when there is none to be had.
  bool find_base() {
    const Link& last = links_.back();
    const YamlNode& value = *last.extends->value;
    if (!value.is_scalar() || value.text.text.empty())
      return report(value.is_scalar() || value.is_null() ? "value-missing" : "scalar-expected", value.place()), false;
    const Place place = value.text.place();
    if (links_.size() == kMostFiles) return report("extends-too-many", place, {std::to_string(kMostFiles)}), false;
    const std::string name = base_name(value.text.text, last.source);
    const auto before = std::find_if(links_.begin(), links_.end(),
                                     [&](const Link& link) { return tidy_path(link.source.name()) == name; });
    if (before != links_.end()) {
      std::vector<Note> notes;
      for (auto link = before; link + 1 != links_.end(); ++link)
        notes.push_back({"extends-step", link->extends->value->text.place(), {link->extends->value->text.text}});
      return report("extends-cycle", place, {value.text.text}, std::move(notes)), false;
    }
    const Result<Source> base = base_source(value.text, last.source, links_.front().source, given_);
    if (!base.ok()) {
      diagnostics_.insert(diagnostics_.end(), base.diagnostics().begin(), base.diagnostics().end());
      return false;
    }
    links_.push_back({base.value(), nullptr});
    return true;
  }

  /// Each file says in which version of the language it is written, whatever the others say.
  void check_versions() {
    for (const Link& link : links_) {
      const YamlPair* version = link.tree->find("cwp");
      if (version == nullptr) {
        if (links_.size() > 1 && !link.tree->pairs.empty())
          report("missing-key", link.tree->pairs.front().key->place(), {"cwp", "rulebook"});
      } else if (const YamlNode& value = *version->value; !value.is_scalar() || value.text.text != "1") {
        report("version-unknown", value.place(), {value.is_scalar() ? value.text.text.substr(0, 20) : ""});
      }
    }
  }

  YamlPtr merged(std::vector<Name>& removed) {
    const Link& first = links_.back();
    if (const YamlPair* remove = first.tree->find("remove"))
      report("key-needs", remove->key->place(), {"remove", "extends"});
    YamlPtr tree = first.tree;
    for (std::size_t i = links_.size() - 1; i-- > 0;)
      tree = merge_trees(without(tree, *links_[i].tree, removed), links_[i].tree);
    return tree;
  }

  /// A base as what extends it sees it.
  YamlPtr without(const YamlPtr& base, const YamlNode& over, std::vector<Name>& removed) {
    auto kept = std::make_shared<YamlNode>(*base);
    std::erase_if(kept->pairs, [](const YamlPair& pair) {
      const std::string& key = pair.key->text.text;
      return key == "extends" || key == "remove" || key == "tests";
    });
    const YamlPair* remove = over.find("remove");
    if (remove == nullptr) return kept;
    std::vector<const YamlNode*> written;
    if (remove->value->kind == YamlKind::sequence)
      for (const YamlPtr& id : remove->value->items) written.push_back(id.get());
    else
      report(remove->value->is_null() ? "value-missing" : "list-expected", remove->value->place());
    std::set<std::string_view> ids;
    std::erase_if(written, [&](const YamlNode* id) {
      const bool scalar = id->is_scalar();
      if (!scalar) report("scalar-expected", id->place());
      const bool fresh = scalar && ids.insert(id->text.text).second;
      if (scalar && !fresh) report("written-twice", id->place(), {id->text.text});
      return !fresh;
    });
    RemovedIds rest = remove_ids(kept, ids);
    for (const YamlNode* id : written) {
      removed.push_back({id->text.text, id->place()});
      if (!rest.found.contains(id->text.text))
        report("remove-unknown", id->place(), {id->text.text, nearest_name(id->text.text, rest.known)});
    }
    return std::move(rest.tree);
  }

  std::span<const Source> given_;
  std::vector<Diagnostic>& diagnostics_;
  std::vector<Link> links_;
};

}  // namespace

RuleTree read_rule_tree(const Source& source, std::span<const Source> given, std::vector<Diagnostic>& diagnostics) {
  return ChainReader(source, given, diagnostics).read();
}

}  // namespace cwp
