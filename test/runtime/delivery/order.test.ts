import { expect, test } from "vitest";
import { createRandom } from "../../../src/random/random.ts";
import type { Answer, OutgoingRequest } from "../../../src/runtime/delivery/transport.ts";
import type { Request } from "../../../src/runtime/emitted/result.ts";
import { answer, createHarness, event, ok, profile, serverError, timeout } from "./harness.ts";

const failures: readonly Answer[] = [
  serverError,
  timeout,
  answer(429, "x", { retryAfter: "3" }),
  answer(503, "x"),
];
const ends: readonly Answer[] = [ok, ok, ok, answer(200, "validation"), answer(422, "strange")];

/** For each request, how often and how it fails, and how it ends. */
function makeScripts(requests: readonly Request[], random: () => number): Map<string, Answer[]> {
  const pick = (answers: readonly Answer[]) => answers[Math.floor(random() * answers.length)] ?? ok;
  const scriptOf = () => [
    ...Array.from({ length: Math.floor(random() * 4) }, () => pick(failures)),
    pick(ends),
  ];
  return new Map(requests.map(({ path, body }) => [path + body, scriptOf()]));
}

function makeRequests(members: number, batches: number): readonly Request[] {
  const requests: Request[] = [];
  for (let batch = 0; batch < batches; batch++) {
    for (let member = 0; member < members; member++) {
      const id = `m${member}`;
      const name = `${id}-b${batch}`;
      requests.push(profile(id, name, { first_name: name }), event(id, 0, name), event(id, 1, name));
    }
  }
  return requests;
}

/** What a member's server side saw: each request once, however often it was repeated in a row. */
function runsOf(sent: readonly OutgoingRequest[], path: string): readonly string[] {
  const own = sent.filter((request) => request.path === path || request.path === `${path}/events`);
  const bodies = own.map(({ body }) => body);
  return bodies.filter((body, at) => body !== bodies[at - 1]);
}

test.each([1, 2, 3, 4, 5, 6, 7, 8])(
  "keeps order and loses nothing with made-up failures (seed %i)",
  async (seed) => {
    const random = createRandom(seed).next;
    const requests = makeRequests(12, 6);
    const scripts = makeScripts(requests, random);
    const planned = new Map([...scripts].map(([key, answers]) => [key, [...answers]]));
    const inFlight = new Set<string>();
    let most = 0;
    const harness = createHarness(({ path, body }) => scripts.get(path + body)?.shift() ?? ok, {
      random,
      concurrency: 5,
      capacity: 40,
    });
    const { deliver, sent, outcomes } = harness;
    await deliver(...requests);

    // Every request has one outcome, and the one its script ends with.
    expect(outcomes).toHaveLength(requests.length);
    expect(new Set(outcomes.map(([request]) => request)).size).toBe(requests.length);
    for (const [request, outcome] of outcomes) {
      const plan = planned.get(request.path + request.body) ?? [];
      expect(outcome.kind).toBe(plan.at(-1) === ok ? "delivered" : "undelivered");
      expect(outcome).toMatchObject({ attempts: plan.length });
      // No more was sent than the script's failures made necessary, all under one id.
      const attempts = sent.filter(({ path, body }) => path === request.path && body === request.body);
      expect(attempts).toHaveLength(plan.length);
      expect(new Set(attempts.map(({ messageId }) => messageId)).size).toBe(1);
    }

    // A member's requests went out in order, each of them finished before the next.
    for (const { externalId, path } of requests.filter(({ kind }) => kind === "profile")) {
      const own = requests.filter((request) => request.externalId === externalId).map(({ body }) => body);
      expect(runsOf(sent, path)).toEqual(own);
      expect(
        outcomes.filter(([request]) => request.externalId === externalId).map(([{ body }]) => body),
      ).toEqual(own);
    }

    // No more than five at once, and never two of one member.
    const events = sent.flatMap((request) => [
      { at: request.at, starts: true, member: request.path.split("/")[7] ?? "" },
      { at: request.at + 10, starts: false, member: request.path.split("/")[7] ?? "" },
    ]);
    for (const { starts, member } of events.sort(
      (a, b) => a.at - b.at || Number(a.starts) - Number(b.starts),
    )) {
      expect(inFlight.has(member)).toBe(!starts);
      if (starts) inFlight.add(member);
      else inFlight.delete(member);
      most = Math.max(most, inFlight.size);
    }
    expect(most).toBeLessThanOrEqual(5);
  },
);
