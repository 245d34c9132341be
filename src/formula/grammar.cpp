#include "formula/grammar_def.hpp"

namespace cwp::grammar {

BOOST_SPIRIT_INSTANTIATE(expression_type, Iterator, Context)

expression_type expression() { return expression_rule; }

}  // namespace cwp::grammar
