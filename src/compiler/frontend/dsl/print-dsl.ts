/**
 * Takes: a tree without mistakes, and its comments. Gives: the file in the DSL, in the formatter's style.
 * Guarantees: it parses to the equal tree and has every comment. Statements stand in the order of the language
 * reference; what modifies an entry stands in its braces.
 */
import { type Comments, commentsOf, shareLine } from "../../ast/comments.ts";
import type {
  CasingNode,
  ConnectionNode,
  SessionmNode,
  SourceNode,
  TextOrError,
  WaybillNode,
} from "../../ast/nodes.ts";
import { eventStatements, setStatements } from "./print-entry.ts";
import { printName, printNames } from "./print-name.ts";
import {
  expressionStatement,
  fitsLine,
  listStatement,
  namesStatement,
  quotedStatement,
  sectionStatement,
  settingStatement,
  textOf,
} from "./print-part.ts";
import { profileStatements } from "./print-profile.ts";
import { headed, layOut, line, type Statement } from "./statement.ts";

type Statements = readonly Statement[];

/** Prints a file. */
export function printDsl(tree: WaybillNode, comments: Comments = new Map()): string {
  const { connection, source, sessionm, casing } = tree;
  const { inside } = commentsOf(comments, tree);
  const section = (head: string, node: object | undefined, body: Statements) => {
    return sectionStatement(head, node, body, commentsOf(comments, node));
  };
  const statements = [
    headerStatement(tree, comments),
    ...quotedStatement("description", tree.description, comments),
    ...includeStatement(tree, comments),
    ...section("connection", connection, connection ? connectionStatements(connection, comments) : []),
    ...section("source", source, source ? sourceStatements(source, comments) : []),
    ...section("sessionm", sessionm, sessionm ? sessionmStatements(sessionm, comments) : []),
    ...section("casing", casing, casing ? casingStatements(casing, comments) : []),
    ...setStatements(tree.sets, comments),
    ...profileStatements(tree.profile, comments),
    ...eventStatements("event", tree.events, comments),
    ...eventStatements("screen", tree.screens, comments),
    ...settingStatement("new_events", tree.newEvents, comments),
  ];
  return `${layOut(statements, inside, true).join("\n")}\n`;
}

function headerStatement(tree: WaybillNode, comments: Comments): Statement {
  const name = tree.name === undefined ? "" : ` ${printName(textOf(tree.name))}`;
  return line(`waybill 1${name}`, { ...shareLine(comments, tree, tree.name), inside: [] });
}

function includeStatement({ includes }: WaybillNode, comments: Comments): Statements {
  return includes.length === 0
    ? []
    : [listStatement("include", includes, includes, comments, JSON.stringify)];
}

function connectionStatements({ host, apiKey, apiSecret }: ConnectionNode, comments: Comments): Statements {
  const settings = [
    ["host", host],
    ["api_key", apiKey],
    ["api_secret", apiSecret],
  ] as const;
  const given = settings.filter(([, node]) => node !== undefined);
  const widest = Math.max(0, ...given.map(([key]) => key.length));
  return given.map(([key, node]) =>
    line(`${key.padEnd(widest)} ${reference(node)}`, commentsOf(comments, node)),
  );
}

/** Returns an environment reference as it is, and anything else in quotes. */
function reference(node: TextOrError | undefined): string {
  const text = node === undefined ? "" : textOf(node);
  return /^\$\{[^}\n\r]*\}$/.test(text) ? text : JSON.stringify(text);
}

function sourceStatements(source: SourceNode, comments: Comments): Statements {
  return [
    ...quotedStatement("data_plan", source.dataPlan, comments),
    ...namesStatement("platforms", source.platforms, comments),
    ...namesStatement("environments", source.environments, comments),
    ...usersStatements(source, comments),
    ...settingStatement("names", source.names, comments),
    ...namesStatement("loop_partners", source.loopPartners, comments),
    ...settingStatement("replays", source.replays, comments),
    ...expressionStatement("when", source.when, comments),
  ];
}

/** `users logged_in by customer_id`; apart where one is not there or the names do not fit beside it. */
function usersStatements({ users, loginIdentities }: SourceNode, comments: Comments): Statements {
  const names = loginIdentities?.kind === "TextList" ? loginIdentities.items : [];
  const { before, inside } = commentsOf(comments, loginIdentities);
  const isCommented = before.length > 0 || inside.length > 0;
  if (users === undefined || isCommented || !fitsLine("users logged_in by", names, comments)) {
    return [
      ...settingStatement("users", users, comments),
      ...namesStatement("login_identities", loginIdentities, comments),
    ];
  }
  return [
    line(`users ${textOf(users)} by ${printNames(names)}`, shareLine(comments, users, loginIdentities)),
  ];
}

function sessionmStatements({ events, attributes }: SessionmNode, comments: Comments): Statements {
  return [
    ...namesStatement("events", events, comments),
    ...namesStatement("attributes", attributes, comments),
  ];
}

function casingStatements(
  { userAttributes, eventAttributes, rules }: CasingNode,
  comments: Comments,
): Statements {
  const statements = rules.map((rule) => {
    return line(
      `rule ${printName(rule.match.text)} -> ${printName(rule.to.text)}`,
      commentsOf(comments, rule),
    );
  });
  return [
    ...settingStatement("user_attributes", userAttributes, comments),
    ...settingStatement("event_attributes", eventAttributes, comments),
    ...headed(commentsOf(comments, rules), statements),
  ];
}
