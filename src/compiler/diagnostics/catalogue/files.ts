import { defineDiagnostics } from "../define.ts";
import { code, msg, plain } from "../message.ts";

/** Entry files, what they include, and how the files fit together. */
export const filesDiagnostics = defineDiagnostics({
  "include-cycle": {
    severity: "error",
    message: msg`${"path"} includes itself through this line.`,
    hints: [msg`Move what both files need into a third one.`],
  },
  "include-limit": {
    severity: "error",
    message: msg`A waybill has at most ${plain("limit")} included files.`,
    hints: [msg`Join some of them.`],
  },
  "include-not-found": {
    severity: "error",
    message: msg`There is no file ${"path"}.`,
    hints: [
      msg`Did you mean ${"suggestion"}?`,
      msg`Start the path from the folder of the file that includes.`,
    ],
  },
  "include-outside": {
    severity: "error",
    message: msg`${"path"} is outside the project.`,
    hints: [msg`Move it into the folder that holds ${code(".git")}, or else into the entry file's folder.`],
  },
  "include-path": {
    severity: "error",
    message: msg`${"path"} is not the relative path of a waybill file.`,
    hints: [msg`Write a path such as ${code("./shared.waybill.yaml")}, with ${code("/")} between folders.`],
  },
  "include-unreadable": {
    severity: "error",
    message: msg`${"path"} cannot be read: ${plain("reason")}.`,
  },
  "missing-name": {
    severity: "error",
    message: msg`The entry file has no ${code("name")}.`,
    hints: [msg`Write ${code("name: …", "waybill 1 …")}, or name the file that includes this one.`],
  },
  "misplaced-name": {
    severity: "error",
    message: msg`Only the entry file has a ${code("name")}; this file is included.`,
    hints: [msg`Remove it.`],
  },
  "stated-twice": {
    severity: "error",
    message: msg`${"key"} is stated twice.`,
    hints: [msg`Keep one of them.`],
  },
});
