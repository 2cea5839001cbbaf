import { connectionDiagnostics } from "./connection.ts";
import { expressionsDiagnostics } from "./expressions.ts";
import { filesDiagnostics } from "./files.ts";
import { ignoringDiagnostics } from "./ignoring.ts";
import { mappingDiagnostics } from "./mapping.ts";
import { planDiagnostics } from "./plan.ts";
import { shapeDiagnostics } from "./shape.ts";
import { syntaxDiagnostics } from "./syntax.ts";
import { testingDiagnostics } from "./testing.ts";

/** Every diagnostic of the compiler, by its permanent code. */
export const catalogue = {
  ...connectionDiagnostics,
  ...expressionsDiagnostics,
  ...filesDiagnostics,
  ...ignoringDiagnostics,
  ...mappingDiagnostics,
  ...planDiagnostics,
  ...shapeDiagnostics,
  ...syntaxDiagnostics,
  ...testingDiagnostics,
};

export type Catalogue = typeof catalogue;

/** The code of a diagnostic: kebab-case words, permanent. */
export type DiagnosticCode = keyof Catalogue;
