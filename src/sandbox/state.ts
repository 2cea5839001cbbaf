import { type Duplicates, findDuplicates } from "./duplicates.ts";
import { createEventLog, type StoredEvent } from "./event-log.ts";
import { createFaultDraw, type Fault, type FaultChance } from "./faults.ts";
import { createMessageCache, type MessageCache } from "./message-cache.ts";
import { createRateLimit, type RateLimit } from "./rate-limit.ts";
import type { RequestRecord } from "./request-record.ts";
import { createRing, type Ring } from "./ring.ts";
import { createScript, type ScriptAnswer, type Scripted, type ScriptRule } from "./script.ts";
import { type SeedUser, seedUser } from "./seed-user.ts";
import type { Settings } from "./settings.ts";
import type { Store } from "./store.ts";
import type { Switches } from "./switches.ts";
import { createUsers, renderUser } from "./users.ts";

const requestLimit = 1000;

/** Everything that a running sandbox remembers. The three that are not readonly are replaced as a whole. */
export interface World extends Store {
  readonly cache: MessageCache;
  readonly rateLimit: RateLimit;
  readonly requests: Ring<RequestRecord>;
  switches: Switches;
  nextScripted: (request: Scripted) => ScriptAnswer | undefined;
  drawFault: () => Fault | undefined;
}

/** A user in SessionM's JSON. */
export type RenderedUser = ReturnType<typeof renderUser>;

/** What a sandbox holds, for tests and for `/sandbox/…` alike. */
export interface SandboxState {
  users(): readonly RenderedUser[];
  /** Returns the users with an external id. */
  usersWith(externalId: string): readonly RenderedUser[];
  /** Returns the last 100,000 events, oldest first. */
  events(): readonly StoredEvent[];
  duplicates(): Duplicates;
  /** Returns the last 1,000 requests, oldest first. */
  requests(): readonly RequestRecord[];
  counts(): { readonly requests: number; readonly users: number; readonly events: number };
  switches(): Switches;
  addUsers(users: readonly SeedUser[]): void;
  /** Changes some switches; the others stay. */
  setSwitches(switches: Partial<Switches>): void;
  /** Replaces the script. */
  setScript(rules: readonly ScriptRule[]): void;
  /** Replaces the random faults. */
  setFaults(chances: readonly FaultChance[]): void;
  /** Forgets everything and goes back to what the sandbox started with. */
  reset(): void;
}

/** Creates what a sandbox remembers, as it is at the start. */
export function createWorld(settings: Settings): World {
  const users = createUsers();
  for (const user of settings.users) seedUser(users, user, settings.clock());
  return {
    users,
    events: createEventLog(),
    cache: createMessageCache(),
    rateLimit: createRateLimit(),
    requests: createRing(requestLimit),
    switches: settings.switches,
    nextScripted: createScript(settings.script),
    drawFault: createFaultDraw(settings.faults, settings.seed),
  };
}

/** Creates the view of a world that tests and `/sandbox/…` use. */
export function createState(world: World, settings: Settings): SandboxState {
  return {
    users: () => world.users.all().map(renderUser),
    usersWith: (externalId) => world.users.findByExternalId(externalId).map(renderUser),
    events: () => world.events.items(),
    duplicates: () => findDuplicates(world.events.items()),
    requests: () => world.requests.items(),
    counts: () => ({
      requests: world.requests.total(),
      users: world.users.count(),
      events: world.events.count(),
    }),
    switches: () => world.switches,
    addUsers(users) {
      for (const user of users) seedUser(world.users, user, settings.clock());
    },
    setSwitches(switches) {
      world.switches = { ...world.switches, ...switches };
    },
    setScript(rules) {
      world.nextScripted = createScript(rules);
    },
    setFaults(chances) {
      world.drawFault = createFaultDraw(chances, settings.seed);
    },
    reset() {
      // Everybody holds this one world, so its parts are replaced and not the world.
      Object.assign(world, createWorld(settings));
    },
  };
}
