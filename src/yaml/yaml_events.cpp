// The only home of yaml-cpp: its events become nodes of our own, because its own tree knows no bytes and few places.

#include "yaml/yaml_events.hpp"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <sstream>
#include <string>
#include <string_view>
#include <unordered_map>

#include "yaml/cut_pieces.hpp"
#include "yaml/scalar_text.hpp"

namespace cwp {
namespace {

constexpr std::size_t kDepth = 100;
constexpr std::uint32_t kNodes = 400'000;
constexpr std::uint32_t kAliases = 1'000;
constexpr std::uint32_t kAliasWeight = 100'000;
constexpr std::size_t kProblems = 1'000;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// Ends the reading of a document; the handler has said why.
struct Stop {};

class TreeBuilder : public YAML::EventHandler {
 public:
  TreeBuilder(const Source& source, const MendedText& text, std::uint32_t skipped, YamlReading& reading)
      : source_(source), text_(text), skipped_(skipped), reading_(reading) {}

  void OnDocumentStart(const YAML::Mark& mark) override {
    if (started_) {
      report("second-document", {offset(mark), offset(mark) + 1});
      throw Stop{};
    }
    started_ = true;
  }
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    auto node = make(YamlKind::null, mark, "", anchor);
    const std::string_view rest = text().substr(std::min<std::size_t>(node->span.begin, text().size()));
    for (const std::string_view word : {"~", "null", "Null", "NULL"})
      if (rest.substr(0, word.size()) == word)
        node->span.end = node->span.begin + static_cast<std::uint32_t>(word.size());
    if (node->span.begin == node->span.end) place_unwritten(*node);
    finish(std::move(node), anchor);
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    const YamlPtr target = anchor < anchored_.size() ? anchored_[anchor] : nullptr;
    const std::uint32_t at = offset(mark);
    std::size_t end = at + 1;
    while (end < text().size() && std::string_view(" \t\r\n,]}").find(text()[end]) == std::string_view::npos) ++end;
    const Span span{at, static_cast<std::uint32_t>(end)};
    if (!target) {
      report("alias-inside-itself", span);
      throw Stop{};
    }
    alias_weight_ += target->weight;
    aliases_ += 1 + target->aliases;
    if (aliases_ > kAliases || alias_weight_ > kAliasWeight) {
      report("too-many-aliases", span, {std::to_string(kAliases)});
      throw Stop{};
    }
    add(target);
    if (!frames_.empty()) frames_.back().node->aliases += 1;
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    auto node = make(YamlKind::scalar, mark, tag, anchor);
    const std::uint32_t begin = node->span.begin;
    const char first = begin < text().size() ? text()[begin] : '\0';
    const ScalarScan scan = scan_scalar(text(), begin, value);
    node->plain = std::string_view("\"'|>").find(first) == std::string_view::npos;
    node->span.end = scan.end;
    node->text.text = value;
    node->text.offsets.reserve(scan.offsets.size());
    for (const std::uint32_t at : scan.offsets) node->text.offsets.push_back(text_.written_offset(at));
    if (!node->plain && (first == '|' || first == '>'))  // the last line break of a block is nobody's wish
      while (!node->text.text.empty() && node->text.text.back() == '\n') {
        node->text.text.pop_back();
        node->text.offsets.pop_back();
      }
    node->weight += static_cast<std::uint32_t>(value.size() / 64);
    finish(std::move(node), anchor);
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value style) override {
    open(make(YamlKind::sequence, mark, tag, anchor), anchor, style);
  }
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value style) override {
    open(make(YamlKind::mapping, mark, tag, anchor), anchor, style);
  }
  void OnMapEnd() override { close(); }

  std::uint32_t offset(const YAML::Mark& mark) const {
    const auto size = static_cast<std::uint32_t>(text().size());
    return mark.pos < 0 ? size : std::min(size, static_cast<std::uint32_t>(mark.pos) + skipped_);
  }

 private:
  struct Frame {
    std::shared_ptr<YamlNode> node;
    YAML::anchor_t anchor = 0;
    YamlPtr key;  // of a mapping, while its value is awaited
  };

  std::string_view text() const { return text_.text(); }

  void report(std::string_view slug, Span span, std::vector<std::string> arguments = {}, std::vector<Note> notes = {}) {
    if (reading_.diagnostics.size() >= kProblems) throw Stop{};
    reading_.diagnostics.push_back({slug, place(span), std::move(arguments), std::move(notes)});
  }
  Place place(Span span) const { return {source_, {text_.written_offset(span.begin), text_.written_offset(span.end)}}; }

  std::shared_ptr<YamlNode> make(YamlKind kind, const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor) {
    if (++nodes_ > kNodes) {
      report("too-many-parts", {offset(mark), offset(mark) + 1}, {std::to_string(kNodes)});
      throw Stop{};
    }
    if (anchor >= anchored_.size()) anchored_.resize(anchor + 1);
    auto node = std::make_shared<YamlNode>();
    reading_.made.push_back(node);
    node->kind = kind;
    node->text.source = source_;
    const std::size_t at = behind_properties(offset(mark), tag, anchor);
    node->span.begin = node->span.end = static_cast<std::uint32_t>(at);
    return node;
  }

  /// Where the node itself starts, behind `&anchor` and `!tag`.
  std::size_t behind_properties(std::size_t at, const std::string& tag, YAML::anchor_t anchor) {
    const bool tagged = !tag.empty() && tag != "?" && (tag != "!" || (at < text().size() && text()[at] == '!'));
    if (anchor == 0 && !tagged) return at;
    while (at < text().size() && (text()[at] == '&' || text()[at] == '!')) {
      std::size_t end = at;
      while (end < text().size() && std::string_view(" \t\r\n,]}").find(text()[end]) == std::string_view::npos) ++end;
      if (text()[at] == '!')
        report("yaml-tag", {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)},
               {std::string(text().substr(at, end - at))});
      at = std::min(text().find_first_not_of(" \t\r\n", end), text().size());
    }
    return at;
  }

  /// A value that nobody wrote stands where its key does; elsewhere behind what comes before it.
  void place_unwritten(YamlNode& node) const {
    if (!frames_.empty() && frames_.back().key) {
      node.span = frames_.back().key->span;
      return;
    }
    std::size_t at = std::min<std::size_t>(node.span.begin, text().size());
    while (at > 0 && std::string_view(" \t\r\n").find(text()[at - 1]) != std::string_view::npos) --at;
    node.span = {static_cast<std::uint32_t>(at > 0 ? at - 1 : 0), static_cast<std::uint32_t>(at)};
  }

  void finish(std::shared_ptr<YamlNode> node, YAML::anchor_t anchor) {
    if (anchor != 0) anchored_[anchor] = node;
    add(std::move(node));
  }

  void add(YamlPtr node) {
    if (frames_.empty()) {
      reading_.root = std::move(node);
      return;
    }
    Frame& frame = frames_.back();
    frame.node->weight += node->weight;
    frame.node->aliases += node->aliases;
    if (frame.node->kind == YamlKind::sequence) {
      frame.node->items.push_back(std::move(node));
    } else if (!frame.key) {
      frame.key = std::move(node);
    } else {
      frame.node->pairs.push_back({std::move(frame.key), std::move(node)});
      frame.key = nullptr;
    }
  }

  void open(std::shared_ptr<YamlNode> node, YAML::anchor_t anchor, YAML::EmitterStyle::value style) {
    node->flow = style == YAML::EmitterStyle::Flow;
    if (frames_.size() >= kDepth) {
      report("yaml-too-deep", {node->span.begin, node->span.begin + 1}, {std::to_string(kDepth)});
      throw Stop{};
    }
    frames_.push_back({std::move(node), anchor, nullptr});
  }

  void close() {
    Frame frame = std::move(frames_.back());
    frames_.pop_back();
    YamlNode& node = *frame.node;
    end_span(node);
    std::vector<Span> cuts;
    if (node.flow) cuts = find_cut_pieces(node);
    for (const Span cut : cuts) note_slip(cut_formula(text(), cut));
    if (node.kind == YamlKind::mapping) check_keys(node, cuts);
    finish(std::move(frame.node), frame.anchor);
  }

  /// yaml-cpp does not say where a sequence or mapping ends.
  void end_span(YamlNode& node) const {
    std::uint32_t end = node.span.begin + (node.flow ? 1 : 0);
    if (!node.items.empty()) end = std::max(end, last_end(*node.items.back(), node));
    if (!node.pairs.empty()) {
      end = std::max(end, node.pairs.back().key->span.end);
      end = std::max(end, last_end(*node.pairs.back().value, node));
    }
    if (node.flow) {
      const std::size_t bracket = text().find_first_not_of(" \t\r\n,:", end);
      if (bracket != std::string_view::npos && (text()[bracket] == ']' || text()[bracket] == '}'))
        end = static_cast<std::uint32_t>(bracket) + 1;
    }
    node.span.end = end;
  }
  /// An alias has its place elsewhere, before the node that uses it.
  static std::uint32_t last_end(const YamlNode& child, const YamlNode& node) {
    return child.span.begin >= node.span.begin ? child.span.end : node.span.begin;
  }

  void note_slip(Slip slip) {
    if (reading_.slips.size() < kProblems) reading_.slips.push_back(std::move(slip));
  }

  void check_keys(YamlNode& node, const std::vector<Span>& cuts) {
    const auto is_piece = [&](Span key) {
      return std::any_of(cuts.begin(), cuts.end(),
                         [&](Span cut) { return cut.begin <= key.begin && key.end <= cut.end; });
    };
    std::unordered_map<std::string_view, const YamlNode*> seen;
    std::vector<YamlPair> kept;
    for (YamlPair& pair : node.pairs) {
      const YamlNode& key = *pair.key;
      if (!key.is_scalar()) {
        report("key-not-text", key.span);
        continue;
      }
      if (key.plain && key.text.text == "<<") {
        report("yaml-merge-key", key.span);
        continue;
      }
      if (node.flow && key.plain && pair.value->is_null() && !is_piece(key.span))
        if (auto slip = explain_lonely_key(text(), key.span)) note_slip(std::move(*slip));
      const auto [first, fresh] = seen.emplace(key.text.text, &key);
      if (fresh)
        kept.push_back(std::move(pair));
      else
        report("duplicate-key", key.span, {key.text.text},
               {{"first-written-here", place(first->second->span), {key.text.text}}});
    }
    node.pairs = std::move(kept);
  }

  const Source& source_;
  const MendedText& text_;
  std::uint32_t skipped_;  // bytes of a byte order mark, which yaml-cpp does not count
  YamlReading& reading_;
  bool started_ = false;
  std::uint32_t nodes_ = 0;
  std::uint32_t aliases_ = 0;
  std::uint64_t alias_weight_ = 0;
  std::vector<Frame> frames_;
  std::vector<YamlPtr> anchored_;
};

}  // namespace

YamlReading read_events(const Source& source, const MendedText& text) {
  const bool marked = text.text().compare(0, kByteOrderMark.size(), kByteOrderMark) == 0;
  YamlReading reading;
  TreeBuilder builder(source, text, static_cast<std::uint32_t>(marked ? kByteOrderMark.size() : 0), reading);
  try {
    std::istringstream stream(text.text());
    YAML::Parser parser(stream);
    while (parser.HandleNextDocument(builder)) {
    }
  } catch (const Stop&) {
    reading.stopped = true;
  } catch (const YAML::Exception& error) {
    reading.failed = true;
    reading.message = error.msg;
    reading.at = builder.offset(error.mark);
    reading.written_at = text.written_offset(reading.at);
  }
  return reading;
}

}  // namespace cwp
