import type { ConnectionValue, DeliverySettings, MissingUsers } from "../../runtime/settings.ts";
import type { TextOrError, WaybillNode } from "../ast/nodes.ts";
import { type BindContext, setting, textOf } from "./bind-context.ts";

/** Returns what delivery reads: the connection, and the settings that section 1 marks as delivery. */
export function bindDelivery(name: string, { tree, fallback }: BindContext): DeliverySettings {
  const { connection, profile } = tree;
  return {
    name,
    connection: {
      host: connectionValue(connection?.host),
      apiKey: connectionValue(connection?.apiKey),
      apiSecret: connectionValue(connection?.apiSecret),
    },
    send: setting<"changed" | "always">(profile?.send, "changed", fallback).value,
    missingUsers: missingUsers(profile),
  };
}

/** A `${NAME}` reference: a whole value. */
export const environmentReference = /^\$\{([A-Za-z_][A-Za-z0-9_]*)\}$/;

function connectionValue(node: TextOrError | undefined): ConnectionValue | undefined {
  const text = textOf(node);
  if (text === undefined) return undefined;
  const variable = environmentReference.exec(text)?.[1];
  return variable === undefined ? { literal: text } : { env: variable };
}

function missingUsers(profile: WaybillNode["profile"]): MissingUsers {
  const node = profile?.missingUsers;
  if (node?.kind === "CreateUsers") {
    return { create: { externalIdType: node.externalIdType.text, optedIn: node.optedIn } };
  }
  return textOf(node) === "dead_letter" ? "dead_letter" : "hold";
}
