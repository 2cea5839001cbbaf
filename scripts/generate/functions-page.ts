import { functions } from "../../src/compiler/functions/catalogue.ts";
import type { Example, FunctionDefinition, Parameter } from "../../src/compiler/functions/definition.ts";
import { describeType, type as types } from "../../src/compiler/types/type.ts";

const opening = `<!-- Generated from src/compiler/functions by \`npm run generate\`. Do not edit. -->

# Functions

What expressions can call. [The language](language.md) says where expressions stand and what else is in them. In a pipe, what stands before
\`|\` is the first argument: \`value | replace("-", "_")\` is \`replace(value, "-", "_")\`.

Where not said otherwise, an absent argument makes the result absent. Where a text is due, a number or boolean that the batch decides is its
text and a list its items, joined by commas; where a list is due, a text is a list of one; where a number is due, a text is read as one.
What never can be what is due is an error. Positions and lengths count characters (code points), from 0.
`;

/** Returns the reference of the built-in functions. */
export async function generateFunctionsPage(): Promise<string> {
  const definitions = [...functions.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  const index = definitions.map(({ name }) => `[\`${name}\`](#${name})`).join(" · ");
  return `${[opening, `${index}\n`, ...definitions.map(sectionOf)].join("\n")}`;
}

function sectionOf(definition: FunctionDefinition): string {
  const { name, summary, parameters, examples, result } = definition;
  const gives = typeof result === "number" ? `Gives ${describeType(result)}.` : "Gives what is chosen.";
  return [
    `## ${name}`,
    "",
    `\`${formOf(definition)}\``,
    "",
    `${summary} ${gives}`,
    "",
    ...parameters.map(parameterLine),
    "",
    ...table(["example", "gives"], examples.map(exampleRow)),
    "",
  ].join("\n");
}

function formOf({ name, parameters }: FunctionDefinition): string {
  const shown = parameters.map(({ name: parameter, isOptional, isRepeated }) => {
    return isRepeated ? `${parameter}, …` : isOptional ? `${parameter}?` : parameter;
  });
  return `${name}(${shown.join(", ")})`;
}

function parameterLine({ name, type, takes = type, isLiteral, summary }: Parameter): string {
  const accepted = takes === types.any ? "any value" : describeType(takes);
  return `- \`${name}\`: ${summary} (${accepted}${isLiteral ? ", written out" : ""})`;
}

function exampleRow({ expression, gives }: Example): readonly string[] {
  return [
    `\`${expression.replaceAll("|", "\\|")}\``,
    gives === null ? "absent" : `\`${JSON.stringify(gives)}\``,
  ];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => [...(row[column] ?? "")].length)),
  );
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell + " ".repeat((widths[column] ?? 0) - [...cell].length)).join(" | ")} |`;
  return [line(head), `| ${widths.map((width) => "-".repeat(width)).join(" | ")} |`, ...rows.map(line)];
}
