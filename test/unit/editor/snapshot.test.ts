import { expect, test } from "vitest";
import { createSnapshot } from "../../../src/compiler/editor/snapshot.ts";
import { memoryReader } from "../../support/memory-reader.ts";

const files = {
  "main.waybill": 'waybill 1 main\ninclude "./a.waybill", "./b.waybill.yaml"\nsessionm { events order }\n',
  "a.waybill": "waybill 1\nevent Order -> order\n",
  "b.waybill.yaml": "waybill: 1\nprofile:\n  attributes: [a]\n",
};

test("after an edit only the edited file is parsed again", () => {
  const first = createSnapshot("main.waybill", memoryReader(files));
  const edited = { ...files, "a.waybill": "waybill 1\nevent Order -> odrer\n" };
  const second = createSnapshot("main.waybill", memoryReader(edited), first);
  expect(second.files.get("main.waybill")).toBe(first.files.get("main.waybill"));
  expect(second.files.get("b.waybill.yaml")).toBe(first.files.get("b.waybill.yaml"));
  expect(second.files.get("a.waybill")).not.toBe(first.files.get("a.waybill"));
  expect(second.diagnostics.map(({ code }) => code)).toContain("event-not-defined");
});

test("a snapshot is what a check without one before finds, whatever was edited", () => {
  const steps = [
    files,
    { ...files, "a.waybill": "waybill 1\nevent Order ->\n" },
    { ...files, "main.waybill": 'waybill 1 main\ninclude "./a.waybill"\n' },
    { "main.waybill": files["main.waybill"] },
    files,
  ];
  let before: ReturnType<typeof createSnapshot> | undefined;
  for (const step of steps) {
    const now = createSnapshot("main.waybill", memoryReader(step), before);
    const { diagnostics } = createSnapshot("main.waybill", memoryReader(step));
    expect(now.diagnostics).toEqual(diagnostics);
    before = now;
  }
});

test("an earlier snapshot stays as it was, and a file that is gone is let go", () => {
  const first = createSnapshot("main.waybill", memoryReader(files));
  const alone = { "main.waybill": "waybill 1 main\n" };
  const second = createSnapshot("main.waybill", memoryReader(alone), first);
  expect([...second.files.keys()]).toEqual(["main.waybill"]);
  expect(first.files.size).toBe(3);
  expect(first.diagnostics).toEqual(createSnapshot("main.waybill", memoryReader(files)).diagnostics);
});
