import type { Program } from "../compiler/check/program.ts";
import type { ConnectionValue, DeliverySettings, MissingUsers } from "../runtime/settings.ts";
import type { Change } from "./change.ts";
import { noCounts } from "./change.ts";

/** Returns what changes whatever is in a batch: settings of delivery, and the name. */
export function compareSettings(before: Program, after: Program): readonly Change[] {
  const [old, now] = [settingsOf(before.delivery), settingsOf(after.delivery)];
  return [...old].flatMap(([name, value]) => {
    const other = now.get(name);
    return other === value ? [] : [settingChange(name, value, other)];
  });
}

function settingsOf({ name, connection, send, missingUsers }: DeliverySettings) {
  return new Map<string, string | undefined>([
    ["name", name],
    ["connection.host", valueText(connection.host)],
    ["connection.api_key", valueText(connection.apiKey)],
    ["connection.api_secret", valueText(connection.apiSecret)],
    ["profile.send", send],
    ["profile.missing_users", missingUsersText(missingUsers)],
  ]);
}

/** A credential stands in no waybill: what is shown is the name of a variable. */
function valueText(value: ConnectionValue | undefined): string | undefined {
  if (value === undefined) return undefined;
  return "literal" in value ? value.literal : `\${${value.env}}`;
}

function missingUsersText(value: MissingUsers): string {
  if (typeof value === "string") return value;
  return `create, external_id_type ${value.create.externalIdType}, opted_in ${value.create.optedIn}`;
}

function settingChange(name: string, before: string | undefined, after: string | undefined): Change {
  return {
    ...{ class: "changes", kind: "setting", event: undefined, name, renamed: undefined, from: [], why: [] },
    ...{ counts: noCounts(), of: noCounts() },
    example: { origin: "tests", batch: "", before, after },
  };
}
