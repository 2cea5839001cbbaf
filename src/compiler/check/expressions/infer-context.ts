import type { ExpressionTree } from "../../ast/expression.ts";
import type { Report } from "../../diagnostics/diagnostic.ts";
import type { Expression } from "../expression.ts";
import type { Scope } from "./scope.ts";

/** What inference needs everywhere. */
export interface InferContext {
  readonly scope: Scope;
  readonly report: Report;
  /** Whether YAML took quotes away from the whole expression. */
  readonly isQuoted: boolean;
  /** Returns the checked expression of a part; undefined where there is a mistake in it. */
  readonly infer: (tree: ExpressionTree, context: InferContext) => Expression | undefined;
}
