/** What the tests of an area import as `vitest`: its `expect`, and tests that Mocha runs. */
export { expect } from "vitest";

const seen = new Map();
const finishing = [];

function add(title, body) {
  // Coverage is kept by title, so the second of one title gets a number.
  const count = (seen.get(title) ?? 0) + 1;
  seen.set(title, count);
  const added = globalThis.it(count === 1 ? title : `${title} (${count})`, async () => {
    try {
      await body();
    } finally {
      for (const finish of finishing.splice(0).reverse()) await finish();
    }
  });
  // Stryker would look for the bundle among the sources.
  added.file = undefined;
}

/** Vitest's: what is called in a test and cleans up behind it. */
export const onTestFinished = (finish) => finishing.push(finish);

/** Returns the title of one row: `%s` takes its values in turn, `$name` its member of that name. */
function titleOf(template, row) {
  const values = [...row];
  return template
    .replace(/%s/g, () => String(values.shift()))
    .replace(/\$(\w+)/g, (all, key) => (Object.hasOwn(Object(row[0]), key) ? String(row[0][key]) : all));
}

/** Vitest's `test` and `test.each`, as far as the areas use them. */
export const test = Object.assign(add, {
  each: (rows) => (template, body) => {
    for (const item of rows) {
      const row = Array.isArray(item) ? item : [item];
      add(titleOf(template, row), () => body(...row));
    }
  },
});
