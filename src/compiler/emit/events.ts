import type { IrEvent, IrEventGroup, IrEvents } from "../ir/ir.ts";
import { type AttributeTarget, attributeStatements } from "./attribute.ts";
import { at, block, type Code, call, code, docComment, lines, nameOf, when } from "./code.ts";
import { negatedTestCode } from "./expression.ts";
import { type ModuleBuilder, setOf } from "./module.ts";
import { newEventAttributes } from "./new-attributes.ts";

/** What tells custom events from screen views in the emitted code. */
interface EventKind {
  readonly functionName: string;
  readonly comment: string;
  readonly suffix: string;
}

const customEvents: EventKind = {
  functionName: "custom event",
  comment: "A custom event, by its name.",
  suffix: "",
};
const screenViews: EventKind = {
  functionName: "screen view",
  comment: "A screen view, by its name.",
  suffix: "Screen",
};

/** Adds the functions for custom events and for screen views; returns the names of both dispatchers. */
export function defineEvents(module: ModuleBuilder): {
  readonly customEvent: Code;
  readonly screenView: Code;
} {
  return {
    customEvent: defineDispatcher(module.ir.customEvents, customEvents, module),
    screenView: defineDispatcher(module.ir.screenViews, screenViews, module),
  };
}

function defineDispatcher(events: IrEvents, kind: EventKind, module: ModuleBuilder): Code {
  const { imports, ir, names, define } = module;
  const cases = events.groups.flatMap((group) => caseOf(group, kind, module));
  const name = nameOf(names.allocate(kind.functionName, "event"));
  const subject = () =>
    ir.names === "exact" ? code`event.name` : call(imports.value("asciiLower"), [code`event.name`]);
  const body = [
    ...(cases.length === 0 ? [] : [block(code`switch (${subject()})`, cases)]),
    closing(events, module),
  ];
  const usesAddress = cases.length > 0 || events.unlisted.forward;
  const head = code`function ${name}(${parameters(module, usesAddress)}): void`;
  define(lines([docComment(kind.comment), block(head, body)]));
  return name;
}

/** Returns the parameters of every function for an event; an address that is not used is called `_to`. */
function parameters({ imports }: ModuleBuilder, usesAddress = true): Code {
  const to = usesAddress ? code`to` : code`_to`;
  const types = [imports.type("ReceivedEvent"), imports.type("Addressed"), imports.type("Outbox")] as const;
  return code`event: ${types[0]}, ${to}: ${types[1]}, out: ${types[2]}`;
}

function caseOf(group: IrEventGroup, kind: EventKind, module: ModuleBuilder): readonly Code[] {
  const calls = group.entries.map((entry, index) => {
    const called = index === 0 ? entry.name : `${entry.name} ${entry.to}`;
    const name = defineEntry(entry, called, kind, module);
    return at(entry.origin, code`${condition(entry)}${name}(event, to, out);`);
  });
  return [indented(code`case ${group.name}:`, [...calls, code`break;`])];
}

function indented(head: Code, body: readonly Code[]): Code {
  return lines([head, ...body.map((statement) => code`  ${statement}`)]);
}

function condition({ type, otherwise }: IrEvent): Code {
  const tests = [
    ...(type === null ? [] : [code`event.type === ${type}`]),
    ...(otherwise ? [code`event.sent.length === 0`] : []),
  ];
  const [first, second] = tests;
  if (first === undefined) return code``;
  return second === undefined ? code`if (${first}) ` : code`if (${first} && ${second}) `;
}

function defineEntry(entry: IrEvent, called: string, kind: EventKind, module: ModuleBuilder): Code {
  const { imports, names, place, placeText, define } = module;
  const name = nameOf(names.allocate(called, entry.to, kind.suffix));
  const hasContext = entry.attributes.length > 0 || entry.newAttributes !== null;
  const fields = hasContext ? code`context` : code`undefined`;
  const send = [code`out`, code`to`, code`event`, entry.to, fields, place(entry.origin)];
  const body = [
    ...(entry.mayRepeat ? [code`if (event.sent.includes(${entry.to})) return;`] : []),
    ...holding(entry, module),
    ...(hasContext ? [code`const { given } = event;`] : []),
    ...(hasContext ? [code`const context = ${call(imports.value("eventContext"), [])};`] : []),
    ...attributeStatements(entry.attributes, called, context, module),
    ...newEventAttributes(entry.name, entry.newAttributes, module),
    code`${call(imports.value("sendEvent"), send)};`,
  ];
  const comment = docComment(`${entry.name} → ${entry.to} (${placeText(entry.origin)})`);
  const head = code`function ${name}(${parameters(module)}): void`;
  define(lines([comment, at(entry.origin, block(head, body))]));
  return name;
}

const context: AttributeTarget = {
  fields: code`context`,
  take: "take",
  batch: code`to.batch`,
  lists: "comma",
};

/** Returns the statement that leaves an entry whose condition is not true. */
function holding({ name, when: stated }: IrEvent, module: ModuleBuilder): readonly Code[] {
  if (stated === undefined) return [];
  const unmet = negatedTestCode(stated.test, { module, batch: context.batch, name, lists: context.lists });
  const hold = call(module.imports.value("holdEvent"), [code`event`, module.place(stated.origin)]);
  return [at(stated.origin, when(unmet, code`return ${hold};`))];
}

function closing({ unlisted }: IrEvents, module: ModuleBuilder): Code {
  const { imports, place } = module;
  const { forward, defined, origin } = unlisted;
  const last = place(origin);
  if (!forward)
    return at(origin, code`${call(imports.value("closeEvent"), [code`out`, code`event`, last])};`);
  const names = defined === null ? code`undefined` : module.constant("defined events", setOf(defined));
  const args = [code`out`, code`to`, code`event`, names, last];
  return at(origin, code`${call(imports.value("forwardNewEvent"), args)};`);
}
