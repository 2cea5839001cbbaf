/** The compiler's public API. */
export type { Program } from "./check/program.ts";
export type { Target } from "./check/target.ts";
export {
  type CheckResult,
  type CompileOptions,
  type CompileResult,
  checkWaybill,
  compileWaybill,
} from "./compile.ts";
export {
  type Diagnostic,
  type Edit,
  type Fix,
  hasErrors,
  hintOf,
  type Label,
  messageOf,
} from "./diagnostics/diagnostic.ts";
export { renderJson } from "./diagnostics/render-json.ts";
export { renderText } from "./diagnostics/render-text.ts";
export { createSnapshot, type Snapshot } from "./editor/snapshot.ts";
export type { EmittedModule } from "./emit/forwarder.ts";
export { isWaybillPath } from "./frontend/parse.ts";
export type { IrModule } from "./ir/ir.ts";
export type { DataPlan, PlannedAttribute, PlannedEvent } from "./plan/data-plan.ts";
export type { FileReader, ReadResult } from "./project/file-reader.ts";
export { type Position, positionAt, type SourceFile, type Span } from "./source/source-file.ts";
export { version } from "./version.ts";
