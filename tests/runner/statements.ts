import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { listStatements } from "#tests/support/statements.ts";

// Names the statements of the sources that no test has run: nobody knows what those answer.
// node tests/runner/statements.ts <the folder of TRIBUNE_STATEMENTS>

const [folder = ""] = process.argv.slice(2);
const run = new Set(
  readdirSync(folder)
    .flatMap((file) => readFileSync(join(folder, file), "utf8").split("\n"))
    .filter((line) => line !== "")
    .map((line): unknown => JSON.parse(line)),
);
const statements = listStatements();
const never = statements.filter(({ words }) => !run.has(words));
for (const { place, words } of never) console.log(`never run: ${place}  ${words.slice(0, 80)}`);
console.log(`${statements.length - never.length} of ${statements.length} statements were run`);
process.exitCode = never.length === 0 ? 0 : 1;
