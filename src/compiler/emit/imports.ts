import type * as emitted from "../../runtime/emitted/index.ts";
import { Code, code, identifier, nameOf } from "./code.ts";
import { functionNames } from "./functions.ts";

/** Values of the emitted runtime. A renamed helper does not compile here. */
export type RuntimeName = keyof typeof emitted;

/** Types of the emitted runtime that emitted code names. */
export type RuntimeType = "Addressed" | "Identifier" | "Outbox" | "ReceivedEvent";

/** Collects what a module uses of the emitted runtime, and prints the import. */
export interface Imports {
  value(name: RuntimeName): Code;
  type(name: RuntimeType): Code;
  /** The import statement: only what was used, sorted. */
  statement(): Code;
}

/** Every name that an import may take. */
export const importableNames: readonly (RuntimeName | RuntimeType)[] = [
  "Addressed",
  "Identifier",
  "Outbox",
  "ReceivedEvent",
  "add",
  "addressTo",
  "asciiLower",
  "atLeast",
  "atMost",
  "batchEnvironment",
  "batchPlatform",
  "ccpaOptOut",
  "closeEvent",
  "contract",
  "copies",
  "copyEach",
  "copyEachReserved",
  "createForward",
  "customAttributes",
  "divide",
  "dropBatch",
  "dropIdentities",
  "dropProfile",
  "dropUserAttributes",
  "equal",
  "eventAttribute",
  "eventContext",
  "eventTime",
  "forwardNewEvent",
  "gdprConsent",
  "givenUserAttributes",
  "greater",
  "holdEvent",
  "identityOf",
  "isFromPartner",
  "isInEnvironment",
  "isLoggedIn",
  "isOnPlatform",
  "isOneOf",
  "isReplay",
  "isUsableId",
  "less",
  "matchesGlob",
  "mayBeNewEventAttribute",
  "mayBeNewUserAttribute",
  "multiply",
  "negate",
  "normaliseKey",
  "noteUnmet",
  "readEvents",
  "remainder",
  "send",
  "sendEvent",
  "sendIdentifier",
  "sendIdentity",
  "sendLookup",
  "sendNewAttributes",
  "sendProfile",
  "sendText",
  "styleKey",
  "subtract",
  "take",
  "takeReserved",
  "takenValue",
  "toJsonText",
  "toList",
  "toNumber",
  "toText",
  "toTextOrList",
  "unequal",
  "userAttribute",
  "userFields",
  ...Object.values(functionNames),
];

/** Returns an empty collection. */
export function createImports(): Imports {
  const used = new Map<string, string>();
  const use = (name: string, specifier: string) => {
    used.set(name, specifier);
    return nameOf(identifier(name));
  };
  return {
    value: (name) => use(name, name),
    type: (name) => use(name, `type ${name}`),
    statement() {
      const names = [...used.keys()].sort((a, b) => compare(a.toLowerCase(), b.toLowerCase()));
      const specifiers = names.map((name) => Code.of(used.get(name) ?? name));
      return code`import ${braces(specifiers)} from ${"waybill/runtime/emitted"};`;
    },
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function braces(specifiers: readonly Code[]): Code {
  return Code.of({
    kind: "group",
    content: [
      "{",
      {
        kind: "indent",
        content: [
          { kind: "line", flat: " " },
          specifiers.flatMap((specifier, index) => [
            index === 0 ? "" : [",", { kind: "line", flat: " " } as const],
            Code.layoutOf(specifier),
          ]),
          { kind: "ifBroken", text: "," },
        ],
      },
      { kind: "line", flat: " " },
      "}",
    ],
  });
}
