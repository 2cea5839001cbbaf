/** The areas of mutation testing: what is changed, and the tests that should notice. */
export const areas = {
  classifier: {
    mutate: ["src/runtime/sessionm/classify.ts"],
    tests: ["test/runtime/sessionm/classify.test.ts"],
  },
  emitter: {
    mutate: ["src/compiler/emit/*.ts"],
    tests: [
      "test/suites/compile.test.ts",
      "test/unit/emit/code.test.ts",
      "test/unit/emit/expression.test.ts",
    ],
  },
  interpreter: {
    mutate: ["src/interpreter/*.ts"],
    tests: ["test/suites/interpreter.test.ts", "test/suites/expressions.test.ts"],
  },
  rules: {
    mutate: ["src/compiler/check/rules/*.ts", "!src/compiler/check/rules/index.ts"],
    tests: [
      "test/suites/diagnostics.test.ts",
      "test/unit/check/hosts.test.ts",
      "test/unit/check/suggestions.test.ts",
    ],
  },
};
