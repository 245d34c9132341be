#include "cwp/formula.hpp"

#include <random>

#include "formula/pictures.hpp"

namespace cwp::test {
namespace {

std::string canonical(const std::string& text) { return to_text(*parse_formula(text).value().root); }

TEST(FormulaText, HasNoMoreParenthesesThanNeeded) {
  struct Written {
    const char *formula, *canonical;
  };
  const Written cases[] = {
      {"((a))+(b*c)", "a + b * c"},
      {"(a+b)*c", "(a + b) * c"},
      {"a-(b-c)", "a - (b - c)"},
      {"(a-b)-c", "a - b - c"},
      {"(a^b)^c", "(a ^ b) ^ c"},
      {"a^(b^c)", "a ^ b ^ c"},
      {"(-a)^2", "(-a) ^ 2"},
      {"-(a^2)", "-a ^ 2"},
      {"a^(-b)", "a ^ -b"},
      {"-(2)", "-(2)"},
      {"-(-2)", "-(-2)"},
      {"(-2)^2", "(-2) ^ 2"},
      {"a*(-b)", "a * -b"},
      {"not(a<b)", "not a < b"},
      {"not (a and b)", "not (a and b)"},
      {"(not a) and b", "not a and b"},
      {"(a or b) and c", "(a or b) and c"},
      {"a<b and b<=c", "a < b <= c"},
      {"a<b and c<=d", "a < b and c <= d"},
      {"not x in ['A']", "x not in ['A']"},
      {"(a+b) in [ 1,2 ]", "a + b in [1, 2]"},
      {"(a<b)=c", "(a < b) = c"},
      {"95%", "0.95"},
      {"1.500", "1.5"},
      {"date'2026-03-01'", "date '2026-03-01'"},
      {"'it''s'", "'it''s'"},
      {"(a+b)[ -1 month ]", "(a + b)[-1 month]"},
      {"f( )", "f()"},
      {"f( per week )", "f(per week)"},
      {"step(x,0->0,5->8)", "step(x, 0 -> 0, 5 -> 8)"},
      {"mean(x where y by b,a over year to date per week)", "mean(x per week over year to date by b, a where y)"},
      {"sum(x over last 3 by all)", "sum(x over last 3 by all)"}};
  for (const Written& row : cases) EXPECT_EQ(canonical(row.formula), row.canonical);
}

TEST(FormulaEquality, IsByMeaningAndNotByPlace) {
  const auto same = [](const std::string& a, const std::string& b) {
    return equal(*parse_formula(a).value().root, *parse_formula(b).value().root);
  };
  EXPECT_TRUE(same("a+b", "( a  + b )"));
  EXPECT_TRUE(same("1.50", "150%"));
  EXPECT_TRUE(same("mean(x by a, b)", "mean( x by a , b )"));
  EXPECT_FALSE(same("a + b", "b + a"));
  EXPECT_FALSE(same("a", "'a'"));
  EXPECT_FALSE(same("f(a)", "f(a, a)"));
  EXPECT_FALSE(same("-(2)", "-2"));
  EXPECT_FALSE(same("x[-1]", "x[-2]"));
  EXPECT_FALSE(same("x[-1 week]", "x[-1 month]"));
  EXPECT_FALSE(same("mean(x per week)", "mean(x per month)"));
  EXPECT_FALSE(same("mean(x by a)", "mean(x by b)"));
  EXPECT_FALSE(same("mean(x by a)", "mean(x by all)"));
  EXPECT_FALSE(same("mean(x where a)", "mean(x where b)"));
  EXPECT_FALSE(same("mean(x where a)", "mean(x)"));
  EXPECT_FALSE(same("mean(x over last 2)", "mean(x over last 3)"));
}

/// Random trees that the grammar can write.
class Trees {
 public:
  explicit Trees(std::uint32_t seed) : random_(seed) {}

  ExprPtr tree(int depth) {
    if (depth == 0 || below(6) == 0) return leaf();
    switch (below(9)) {
      case 0:
        return call("not", {tree(depth - 1)});
      case 1:
        return call("neg", {tree(depth - 1)});
      case 2:
        return membership(depth);
      case 3:
        return lag(depth);
      case 4:
        return named_call(depth);
      case 5:
        return chain(depth);
      default:
        return call(pick({"+", "-", "*", "/", "^", "=", "!=", "<", "<=", ">", ">=", "and", "or"}),
                    {tree(depth - 1), tree(depth - 1)});
    }
  }

 private:
  int below(int n) { return static_cast<int>(random_() % static_cast<unsigned>(n)); }
  std::string pick(std::initializer_list<const char*> words) {
    return words.begin()[below(static_cast<int>(words.size()))];
  }
  std::string name() { return pick({"a", "visits", "录入", "x2", "_y", "order", "per_week"}); }
  std::string text() { return pick({"", "urban", "it's", "''", "城区（甲）", " a  b", "-> per", "“x”"}); }
  Grain grain() { return static_cast<Grain>(below(kGrains)); }

  static ExprPtr call(std::string function, std::vector<ExprPtr> arguments) {
    Expr expr;
    expr.kind = ExprKind::call;
    expr.text = std::move(function);
    expr.arguments = std::move(arguments);
    return std::make_shared<const Expr>(std::move(expr));
  }
  ExprPtr constant() {
    Expr expr;
    switch (below(4)) {
      case 0:
        expr.kind = ExprKind::text;
        expr.text = text();
        break;
      case 1:
        expr.kind = ExprKind::date;
        expr.date = Day{below(40'000)};
        break;
      case 2:
        expr.kind = ExprKind::boolean;
        expr.boolean = below(2) == 0;
        break;
      default:
        expr.kind = ExprKind::number;
        expr.number = {below(2'000'000) - 500'000, static_cast<std::uint8_t>(below(9))};
    }
    return std::make_shared<const Expr>(std::move(expr));
  }
  ExprPtr leaf() {
    if (below(2) == 0) return constant();
    Expr expr;
    expr.kind = ExprKind::name;
    expr.text = name();
    return std::make_shared<const Expr>(std::move(expr));
  }
  ExprPtr membership(int depth) {
    std::vector<ExprPtr> arguments = {tree(depth - 1)};
    for (int i = below(3); i >= 0; --i) arguments.push_back(constant());
    return call("in", std::move(arguments));
  }
  ExprPtr chain(int depth) {
    const auto middle = tree(depth - 1);
    return call("and", {call(pick({"<", "<="}), {tree(depth - 1), middle}),
                        call(pick({"<", "<="}), {middle, tree(depth - 1)})});
  }
  ExprPtr lag(int depth) {
    Expr expr;
    expr.kind = ExprKind::lag;
    expr.arguments = {tree(depth - 1)};
    expr.lag = 1 + below(12);
    if (below(2) == 0) expr.lag_grain = grain();
    return std::make_shared<const Expr>(std::move(expr));
  }
  ExprPtr named_call(int depth) {
    Expr expr;
    expr.kind = ExprKind::call;
    expr.text = pick({"max", "last", "ratio", "合计", "neg", "f"});
    for (int i = below(4); i > 0; --i) {
      ExprPtr argument = tree(depth - 1);
      if (below(3) == 0) {
        Expr arrow;
        arrow.kind = ExprKind::arrow;
        arrow.arguments = {std::move(argument), tree(depth - 1)};
        argument = std::make_shared<const Expr>(std::move(arrow));
      }
      expr.arguments.push_back(std::move(argument));
    }
    Clauses& clauses = expr.clauses;
    if (below(3) == 0) clauses.per = grain();
    if (below(4) == 0) clauses.over_last = 1 + below(30);
    if (below(4) == 0 && !clauses.over_last) clauses.over_to_date = grain();
    if (below(4) == 0) clauses.by_all = true;
    for (int i = clauses.by_all ? 0 : below(3); i > 0; --i) clauses.by.push_back({name(), {}});
    if (below(4) == 0) clauses.where = tree(depth - 1);
    // neg(x) without clauses is the operator; with an argument count of one it is written -x all the same
    if (expr.text == "neg" && expr.arguments.size() == 1 && expr.arguments[0]->kind == ExprKind::arrow) expr.text = "f";
    return std::make_shared<const Expr>(std::move(expr));
  }

  std::mt19937 random_;
};

TEST(FormulaText, ParsesBackToAnEqualTree) {
  Trees trees(20260301);
  for (int i = 0; i < 8000; ++i) {
    const ExprPtr made = trees.tree(1 + i % 6);
    const std::string text = to_text(*made);
    const auto formula = parse_formula(text);
    ASSERT_TRUE(formula.ok()) << text << "\n" << pictures(formula.diagnostics());
    ASSERT_TRUE(equal(*formula.value().root, *made)) << text << "\n"
                                                     << tree(*made) << "\n"
                                                     << tree(*formula.value().root);
    ASSERT_EQ(to_text(*formula.value().root), text);
  }
}

/// The byte ranges of parentheses that group, those of calls aside.
std::vector<std::pair<std::size_t, std::size_t>> groupings(const std::string& text) {
  std::vector<std::pair<std::size_t, std::size_t>> found;
  std::vector<std::size_t> open;
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\'') quoted = !quoted;
    if (quoted) continue;
    if (text[i] == '(') open.push_back(i);
    if (text[i] != ')') continue;
    const std::size_t begin = open.back();
    open.pop_back();
    const bool grouping = begin == 0 || std::string_view(" -([").find(text[begin - 1]) != std::string_view::npos;
    if (grouping) found.emplace_back(begin, i);
  }
  return found;
}

TEST(FormulaText, NoParenthesisCanBeLeftOut) {
  Trees trees(7);
  int tried = 0;
  for (int i = 0; i < 2000; ++i) {
    const ExprPtr made = trees.tree(1 + i % 4);
    const std::string text = to_text(*made);
    for (const auto& [begin, end] : groupings(text)) {
      std::string without = text;
      without[begin] = ' ';
      without[end] = ' ';
      const auto formula = parse_formula(without);
      EXPECT_FALSE(formula.ok() && equal(*formula.value().root, *made)) << text;
      ++tried;
    }
  }
  EXPECT_GT(tried, 1000);
}

}  // namespace
}  // namespace cwp::test
