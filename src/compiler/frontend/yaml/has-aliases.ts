import { CST, Lexer } from "yaml";

/** Says whether a YAML file has anchors or aliases. */
export function hasAliases(text: string): boolean {
  let isContent = false;
  for (const lexeme of new Lexer().lex(text)) {
    const type = isContent ? null : CST.tokenType(lexeme);
    isContent = lexeme === CST.SCALAR && !isContent;
    if (type === "alias" || type === "anchor") return true;
  }
  return false;
}
