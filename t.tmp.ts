import { createSourceFile } from "./src/compiler/source/source-file.ts";
import { parse } from "./src/compiler/frontend/parse.ts";
import { readFileSync } from "node:fs";
import { renderText } from "./src/compiler/diagnostics/render-text.ts";
for (const f of process.argv.slice(2)) { const {tree,diagnostics}=parse(createSourceFile(f,readFileSync(f,"utf8")));
console.log(renderText(diagnostics));
console.log(JSON.stringify(tree.events,(k,v)=>k==="span"?v.file.text.slice(v.start,v.end):v,1)?.slice(0,1500));}
