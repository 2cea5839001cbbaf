/**
 * Takes: a source file. Gives: its tree and the mistakes found while reading it.
 * Guarantees: a tree exists even for broken input. Does not follow includes, and judges no names.
 */
import type { WaybillNode } from "../ast/nodes.ts";
import { createCollector, type Diagnostic } from "../diagnostics/diagnostic.ts";
import type { SourceFile } from "../source/source-file.ts";
import { parseDsl } from "./dsl/parse-dsl.ts";
import { parseYaml } from "./yaml/parse-yaml.ts";

/** A file's tree and its diagnostics. */
export interface Parsed {
  readonly file: SourceFile;
  readonly tree: WaybillNode;
  /** False after a syntax error: then part of the file is missing from the tree. */
  readonly isWhole: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

/** The endings of waybill files: the first is that of the DSL, the others are those of YAML. */
export const waybillEndings = [".waybill", ".waybill.yaml", ".waybill.yml"] as const;

/** Says whether a path is that of a waybill file. */
export function isWaybillPath(path: string): boolean {
  return waybillEndings.some((ending) => path.endsWith(ending));
}

/** Parses a file. */
export function parse(file: SourceFile): Parsed {
  const collector = createCollector();
  const parseFile = file.path.endsWith(".waybill") ? parseDsl : parseYaml;
  const { tree, isWhole } = parseFile(file, collector.report);
  return { file, tree, isWhole, diagnostics: collector.diagnostics };
}
