import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { errorAnswer } from "./answers.ts";
import { receiveCall } from "./call.ts";
import { deliver } from "./deliver.ts";
import { inspect } from "./inspection.ts";
import { type Decision, processCall } from "./process-call.ts";
import { type Fate, type RequestRecord, recordCall } from "./request-record.ts";
import type { Settings } from "./settings.ts";
import { createState, createWorld, type SandboxState, type World } from "./state.ts";
import { defaultSwitches, type Switches } from "./switches.ts";

/** How to start a sandbox; everything has a default. */
export interface SandboxOptions extends Partial<Omit<Settings, "switches">> {
  /** 0, the default, takes a free port. */
  readonly port?: number;
  /** The switches that differ from the default. */
  readonly switches?: Partial<Switches>;
  /** Is told of each request when its fate is known, before the answer goes out. */
  readonly onRequest?: (record: RequestRecord) => void;
}

/** A running sandbox. */
export interface Sandbox {
  /** `http://127.0.0.1:<port>`. */
  readonly url: string;
  readonly apiKey: string;
  readonly apiSecret: string;
  readonly state: SandboxState;
  /** Stops it; open connections are closed at once. */
  close(): Promise<void>;
}

interface Running {
  readonly world: World;
  readonly state: SandboxState;
  readonly settings: Settings;
  readonly onRequest: (record: RequestRecord) => void;
}

/** Starts a SessionM stand-in on 127.0.0.1. Rejects where the port cannot be taken. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { port = 0, onRequest = () => {}, ...given } = options;
  const settings = completeSettings(given);
  const world = createWorld(settings);
  const running = { world, settings, onRequest, state: createState(world, settings) };
  const server = createServer((request, response) => {
    serve(request, response, running).catch((error) => fail(request, response, error));
  });
  // Longer than a client keeps a connection: the sandbox resets connections only when asked to.
  server.keepAliveTimeout = 120_000;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(port, "127.0.0.1", resolve);
  });
  // A server that listens on a port has an AddressInfo; a string is for pipes.
  const address = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${address.port}`,
    apiKey: settings.apiKey,
    apiSecret: settings.apiSecret,
    state: running.state,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function completeSettings({ switches, ...given }: Omit<SandboxOptions, "port" | "onRequest">): Settings {
  return {
    apiKey: "sandbox-key",
    apiSecret: "sandbox-secret",
    script: [],
    faults: [],
    seed: 1,
    users: [],
    events: undefined,
    attributes: undefined,
    clock: Date.now,
    ...given,
    switches: { ...defaultSwitches, ...switches },
  };
}

async function serve(request: IncomingMessage, response: ServerResponse, running: Running): Promise<void> {
  const call = await receiveCall(request);
  if (call.path === "/sandbox" || call.path.startsWith("/sandbox/")) {
    return deliver(response, isLocal(request) ? inspect(call, running.state) : notLocal(), undefined);
  }
  const { world, settings, onRequest } = running;
  const decision = processCall(call, world, settings);
  const record = recordCall(call, settings.clock(), fateOf(decision));
  world.requests.push(record);
  onRequest(record);
  const { onAnswered } = decision;
  if (onAnswered !== undefined) response.once("finish", onAnswered);
  return deliver(response, decision.answer, decision.fault);
}

// A web page whose name resolves to 127.0.0.1 must not read what the sandbox holds.
function isLocal(request: IncomingMessage): boolean {
  return /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(request.headers.host ?? "");
}

function notLocal() {
  return errorAnswer(403, "not_local", "call the sandbox by 127.0.0.1 or localhost");
}

function fateOf({ answer, cached, fault }: Decision): Fate {
  const name = fault === undefined ? null : "fault" in fault ? fault.fault : String(fault.status);
  const isAnswered = !["reset", "reset_after", "hang", "hang_after"].includes(name ?? "");
  return {
    status: isAnswered ? (answer?.status ?? null) : null,
    code: answer?.code ?? name ?? "",
    note: answer?.note ?? "",
    cached,
    fault: name,
  };
}

function fail(request: IncomingMessage, response: ServerResponse, error: unknown): void {
  // A client that went away before its body was complete is no failure.
  if (!request.complete || response.headersSent) return void response.destroy();
  void deliver(response, errorAnswer(500, "sandbox_bug", String(error)), undefined);
}
