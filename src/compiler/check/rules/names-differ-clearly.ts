import { asciiLower } from "../../../runtime/emitted/ascii.ts";
import type { TextNode } from "../../ast/nodes.ts";
import type { Span } from "../../source/source-file.ts";
import { looksLike } from "../lookalike.ts";
import { nameFolder } from "../name-folder.ts";
import type { RuleContext } from "./index.ts";

/**
 * Names differ clearly.
 * Two mParticle names in one list that differ only in case, or by letters that look alike, are mostly one name.
 * Where names ignore case, the case of ASCII letters makes no difference and is not warned of.
 */
export function namesDifferClearly({ program, tree, report }: RuleContext): void {
  const fold = nameFolder(program.source.names);
  const check = (names: readonly TextNode[]) => {
    const firsts = new Map<string, { readonly text: string; readonly span: Span }>();
    for (const name of names) {
      const look = looksLike(name.text);
      const first = firsts.get(look);
      if (first === undefined) firsts.set(look, name);
      else if (fold(first.text) !== fold(name.text)) {
        const isCase = first.text.toLowerCase() === name.text.toLowerCase();
        const difference = isCase ? "case" : "letters that look alike";
        const remedy = asciiLower(first.text) === asciiLower(name.text) ? "match both" : undefined;
        const labels = [{ span: first.span, text: "the other one" }];
        const args = { name: name.text, other: first.text, difference, remedy };
        report("lookalike-names", name.span, args, labels);
      }
    }
  };
  const attributeLists = [
    tree.profile?.attributes,
    ...tree.sets.map((set) => set.attributes),
    ...[tree.events, tree.screens].flatMap((list) => list?.items.map((event) => event.attributes) ?? []),
  ];
  for (const list of attributeLists) {
    check(list?.items.flatMap((item) => (item.kind === "Attribute" ? item.names : [])) ?? []);
  }
  for (const list of [tree.events, tree.screens]) check(list?.items.map((event) => event.name) ?? []);
}
