/**
 * Takes: the text of one expression. Gives: its tree.
 * Guarantees: a tree for any text; the first mistake of the syntax is reported, others would follow from it.
 */
import type { ExpressionTree } from "../../ast/expression.ts";
import type { ExpressionCstNode } from "./cst-types.generated.ts";
import { lexExpression } from "./lex.ts";
import { lowerBounded } from "./lower-bounded.ts";
import { reportMistakes } from "./mistakes.ts";
import { sharedParser } from "./parser.ts";
import type { Place } from "./place.ts";

/** Parses an expression. */
export function parseExpression(text: string, place: Place): ExpressionTree {
  const error: ExpressionTree = { kind: "Error", span: place.spanOf(0, text.length) };
  let problems = 0;
  const counted: Place = {
    spanOf: place.spanOf,
    report(...mistake) {
      if (problems++ === 0) place.report(...mistake);
    },
  };
  const lexed = lexExpression(text, counted);
  if (lexed === undefined || problems > 0) return error;
  const [comment] = lexed.comments;
  if (comment !== undefined) {
    const { startOffset } = comment;
    counted.report("unknown-character", place.spanOf(startOffset, startOffset + 1), { text: "#" });
    return error;
  }
  const parser = sharedParser();
  parser.input = [...lexed.tokens];
  // The rule's own type is that of any rule.
  const node = parser.expression() as ExpressionCstNode;
  reportMistakes(parser.errors, lexed.tokens, "expression", counted);
  return problems > 0 ? error : lowerBounded(node, counted);
}
