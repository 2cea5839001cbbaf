/** What delivery needs to know from a waybill: the connection and the settings that section 1 marks as delivery. */

/** A connection value as the waybill states it: a literal (`host` only), or the name of an environment variable. */
export type ConnectionValue = { readonly literal: string } | { readonly env: string };

/** mParticle's "Configuration" and "Connection" settings; a part that the waybill leaves out is undefined. */
export interface ConnectionSettings {
  readonly host?: ConnectionValue | undefined;
  readonly apiKey?: ConnectionValue | undefined;
  readonly apiSecret?: ConnectionValue | undefined;
}

/** What to do where SessionM does not know the member. `create` posts the user instead of the profile. */
export type MissingUsers =
  | "hold"
  | "dead_letter"
  | { readonly create: { readonly externalIdType: string; readonly optedIn: boolean } };

/** The settings of a forwarder that delivery reads; `forward` itself reads none of them. */
export interface DeliverySettings {
  /** The waybill's name. */
  readonly name: string;
  readonly connection: ConnectionSettings;
  /** `changed` skips a profile that the member already has. */
  readonly send: "changed" | "always";
  readonly missingUsers: MissingUsers;
}
