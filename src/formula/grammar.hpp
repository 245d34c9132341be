#pragma once
// The grammar of formulas, declared: tokens in, a tree out. grammar_def.hpp defines it, grammar.cpp instantiates it.

#include <boost/spirit/home/x3.hpp>

#include "formula/parse_state.hpp"

namespace cwp::grammar {

namespace x3 = boost::spirit::x3;

struct state_tag;  ///< names the ParseState in the parsers' context

using Iterator = const Token*;
using Context = x3::context<state_tag, ParseState>;

using expression_type = x3::rule<struct expression_class, ParsedExpr>;
BOOST_SPIRIT_DECLARE(expression_type)

/// or, and, not, comparisons, sums … down to names: the whole of a formula but its end.
expression_type expression();

}  // namespace cwp::grammar
