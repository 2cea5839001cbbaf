/**
 * Takes: a tree without mistakes, and its comments. Gives: the file in YAML, in the formatter's style.
 * Guarantees: it parses to the equal tree and has every comment. Keys stand in the order of the language reference,
 * entries in their short form where that says the same.
 */
import { Scalar } from "yaml";
import { type Comments, commentsOf } from "../../ast/comments.ts";
import type {
  CasingNode,
  ConnectionNode,
  SessionmNode,
  SourceNode,
  TextOrError,
  WaybillNode,
} from "../../ast/nodes.ts";
import { eventsEntry, setsEntry } from "./print-entry.ts";
import { blockEntry, expressionEntry, keyComments, listEntry, namesEntry, textEntry } from "./print-part.ts";
import { profileEntries } from "./print-profile.ts";
import { mapping, plain, renderDocument, scalar, type YamlEntry } from "./yaml-nodes.ts";

type Entries = readonly YamlEntry[];

/** Prints a file. */
export function printYaml(tree: WaybillNode, comments: Comments = new Map()): string {
  const { connection, source, sessionm, casing, profile } = tree;
  const own = commentsOf(comments, tree);
  const head = [
    { key: "waybill", value: new Scalar(1), comments: { ...own, inside: [] } },
    ...textEntry("name", tree.name, comments),
    ...descriptionEntry(tree.description, comments),
  ];
  const entries = [
    ...head,
    ...includeEntry(tree, comments),
    ...blockEntry(
      "connection",
      connection,
      connection ? connectionEntries(connection, comments) : [],
      comments,
    ),
    ...blockEntry("source", source, source ? sourceEntries(source, comments) : [], comments),
    ...blockEntry("sessionm", sessionm, sessionm ? sessionmEntries(sessionm, comments) : [], comments),
    ...blockEntry("casing", casing, casing ? casingEntries(casing, comments) : [], comments),
    ...setsEntry(tree.sets, comments),
    ...blockEntry("profile", profile, profile ? profileEntries(profile, comments) : [], comments),
    ...eventsEntry("events", tree.events, comments),
    ...eventsEntry("screens", tree.screens, comments),
    ...textEntry("new_events", tree.newEvents, comments),
  ];
  return renderDocument(mapping(entries, { isFlow: false, inside: own.inside, isApartFrom: head.length }));
}

/** A description may have several lines, and is then written as such. */
function descriptionEntry(node: TextOrError | undefined, comments: Comments): Entries {
  return textEntry("description", node, comments).map((entry) => {
    const isBlock =
      node?.kind === "Text" &&
      /^\S(?:[ -~\u00a0-\ud7ff]*\S)?(?:\n(?:\S(?:[ -~\u00a0-\ud7ff]*\S)?)?)*\S$/.test(node.text);
    if (!isBlock || !node.text.includes("\n")) return entry;
    const value = new Scalar(node.text);
    value.type = Scalar.BLOCK_LITERAL;
    return { ...entry, value };
  });
}

function includeEntry({ includes }: WaybillNode, comments: Comments): Entries {
  if (includes.length === 0) return [];
  const items = includes.map((path) => ({ value: scalar(path.text), comments: commentsOf(comments, path) }));
  return listEntry("include", includes, items, comments, "short");
}

function connectionEntries({ host, apiKey, apiSecret }: ConnectionNode, comments: Comments): Entries {
  return [
    ...textEntry("host", host, comments),
    ...textEntry("api_key", apiKey, comments),
    ...textEntry("api_secret", apiSecret, comments),
  ];
}

function sourceEntries(source: SourceNode, comments: Comments): Entries {
  return [
    ...textEntry("data_plan", source.dataPlan, comments),
    ...namesEntry("platforms", source.platforms, comments),
    ...namesEntry("environments", source.environments, comments),
    ...textEntry("users", source.users, comments),
    ...namesEntry("login_identities", source.loginIdentities, comments),
    ...textEntry("names", source.names, comments),
    ...namesEntry("loop_partners", source.loopPartners, comments),
    ...textEntry("replays", source.replays, comments),
    ...expressionEntry("when", source.when, comments),
  ];
}

function sessionmEntries({ events, attributes }: SessionmNode, comments: Comments): Entries {
  return [...namesEntry("events", events, comments), ...namesEntry("attributes", attributes, comments)];
}

function casingEntries({ userAttributes, eventAttributes, rules }: CasingNode, comments: Comments): Entries {
  const items = rules.map((rule) => ({
    value: mapping([plain(scalar(rule.match.text), "match"), plain(scalar(rule.to.text), "to")]),
    comments: commentsOf(comments, rule),
  }));
  return [
    ...textEntry("user_attributes", userAttributes, comments),
    ...textEntry("event_attributes", eventAttributes, comments),
    ...(rules.length === 0 ? [] : listEntry("rules", rules, items, keyComments(rules, items, comments))),
  ];
}
