/** What the parts of binding share: their context, and how a setting is read. */
import type { TextOrError, WaybillNode } from "../ast/nodes.ts";
import type { Report } from "../diagnostics/diagnostic.ts";
import type { Span } from "../source/source-file.ts";
import type { Casing, Defined, Setting } from "./program.ts";

/** What binding needs everywhere. */
export interface BindContext {
  readonly tree: WaybillNode;
  readonly report: Report;
  /** The entry file's first line: decides what nothing else does. */
  readonly fallback: Span;
  readonly casing: Casing;
  readonly defined: Defined;
  /** How many attributes have come from sets so far. */
  readonly expanded: { count: number };
}

/** Returns the text of a node that has one. */
export function textOf(node: TextOrError | undefined): string | undefined {
  return node?.kind === "Text" ? node.text : undefined;
}

/** Returns a keyword setting, or its default at the place where it would stand. */
export function setting<T extends string>(node: TextOrError | undefined, standard: T, at: Span): Setting<T> {
  // The shape check has compared the text with the keywords of this setting.
  return { value: (textOf(node) as T | undefined) ?? standard, span: node?.span ?? at };
}

/** Returns a `drop | forward` setting as a boolean. */
export function forwards(node: TextOrError | undefined, at: Span): Setting<boolean> {
  const { value, span } = setting(node, "drop", at);
  return { value: value !== "drop", span };
}
