/**
 * Takes: a parsed file without errors. Gives: its text in either syntax, in the formatter's one style.
 * Guarantees: the text parses to the equal tree and has every comment; that is checked each time, and where it does
 * not hold nothing is given but the error of a bug.
 */
import { type Comments, oneLine } from "../ast/comments.ts";
import { dumpTree } from "../ast/dump.ts";
import type { WaybillNode } from "../ast/nodes.ts";
import { hasErrors } from "../diagnostics/diagnostic.ts";
import { createSourceFile } from "../source/source-file.ts";
import { endingOf, type Syntax, syntaxOf } from "../source/syntax.ts";
import { attachComments } from "./attach-comments.ts";
import { dslLayout } from "./dsl/layout.ts";
import { printDsl } from "./dsl/print-dsl.ts";
import { type Parsed, parse } from "./parse.ts";
import { hasAliases } from "./yaml/has-aliases.ts";
import { yamlLayout } from "./yaml/layout.ts";
import { printYaml } from "./yaml/print-yaml.ts";
import { tidyYaml } from "./yaml/tidy-yaml.ts";

const layouts = { dsl: dslLayout, yaml: yamlLayout };
const printers = { dsl: printDsl, yaml: printYaml };

/** Returns the text of a tree that a program made, in a syntax; `comments` are those of its nodes. */
export function printTree(tree: WaybillNode, syntax: Syntax, comments?: Comments): string {
  return printers[syntax](tree, comments);
}

/** Returns a file in the formatter's style. */
export function formatFile(parsed: Parsed): string {
  const { text, path } = parsed.file;
  const syntax = syntaxOf(path);
  // The tree does not know aliases: written from it, what they stand for would be there twice.
  if (syntax === "yaml" && hasAliases(text)) return proven(tidyYaml(text), parsed, syntax);
  return convertFile(parsed, syntax);
}

/** Returns a file in a syntax, whichever it has. Aliases are followed. */
export function convertFile(parsed: Parsed, to: Syntax): string {
  const { tree, file } = parsed;
  const comments = attachComments(tree, layouts[syntaxOf(file.path)](tree));
  return proven(printTree(tree, to, comments), parsed, to);
}

/** Returns a text that says what the file says. */
function proven(text: string, { tree, file }: Parsed, syntax: Syntax): string {
  const again = parse(createSourceFile(`printed${endingOf[syntax]}`, text));
  const isSame =
    again.isWhole &&
    !hasErrors(again.diagnostics) &&
    dumpTree(again.tree) === dumpTree(tree) &&
    commentTexts(again.tree) === commentTexts(tree);
  if (isSame) return text;
  throw new Error(`Written as ${syntax}, ${file.path} would say something else; nothing was changed.`);
}

/** Returns the comments of a tree in an order that does not depend on where they stand. */
function commentTexts({ comments }: WaybillNode): string {
  return JSON.stringify(comments.map(({ text }) => oneLine(text)).sort());
}
