import { parseArgs } from "node:util";
import { companyTimeZone } from "#lib/clock.ts";
import { db } from "#lib/db.ts";
import { databaseUrl } from "#lib/env.ts";
import { benchmarkAsk } from "./ask.ts";
import { benchmarkAssignment } from "./assignment.ts";
import { benchmarkDuplicates } from "./duplicates.ts";
import { judge } from "./judgement.ts";

// npm run -s bench -- ask QUESTIONS.csv
// npm run -s bench -- duplicates REPORTS.csv PAIRS.csv
// npm run -s bench -- assignment TRAIN.csv TEST.csv --label COLUMN [--still]
// How well the product's own matcher does on given files; one line of JSON.
// npm run -s bench -- judgement
// How well it does on this company's own history.

const usage = `judgement
ask QUESTIONS.csv
duplicates REPORTS.csv PAIRS.csv
assignment TRAIN.csv TEST.csv --label COLUMN [--still]`;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { label: { type: "string" }, still: { type: "boolean", default: false } },
});
const [part, first, second] = positionals;

async function answer(): Promise<string | null> {
  if (part === "judgement") {
    const judged = await judge(databaseUrl(), companyTimeZone());
    await db().$disconnect();
    return JSON.stringify(judged, null, 2);
  }
  if (part === "ask" && first !== undefined) return JSON.stringify(await benchmarkAsk(first));
  if (first === undefined || second === undefined) return null;
  if (part === "duplicates") return JSON.stringify(await benchmarkDuplicates(first, second));
  if (values.label === undefined) return null;
  return JSON.stringify(await benchmarkAssignment(first, second, values.label, values.still));
}

const printed = await answer();
if (printed === null) {
  console.error(usage);
  process.exitCode = 2;
} else console.log(printed);
