// Where things lie: the clone, the folder of the embedded database, the Node.js that the project pins.
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");

/** What belongs to this clone, wherever the data are: who serves from it, who is installing or building. */
export const cloneFolder = join(root, ".tribune", "clone");

/** The folder of the embedded database and of what goes with it. */
export function dataFolder(env = process.env) {
  return env.TRIBUNE_DATA_DIR ? resolve(env.TRIBUNE_DATA_DIR) : join(root, ".tribune");
}

export const pinnedNode = join(root, "node_modules", "node", "bin", "node");

export function packageFile(specifier) {
  return createRequire(join(root, "package.json")).resolve(specifier);
}
