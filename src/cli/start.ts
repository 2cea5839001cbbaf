/** The entry of the bundled CLI: starts it on this process. */

import { processHost } from "./host.ts";
import { main } from "./main.ts";

main(process.argv.slice(2), processHost()).then((status) => {
  process.exitCode = status;
});
