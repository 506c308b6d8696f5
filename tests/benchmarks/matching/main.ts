import { parseArgs } from "node:util";
import { benchmarkAssignment } from "./assignment.ts";
import { benchmarkDuplicates } from "./duplicates.ts";

// npm run -s bench -- duplicates REPORTS.csv PAIRS.csv
// npm run -s bench -- assignment TRAIN.csv TEST.csv --label COLUMN [--still]
// How well the product's own matcher does on given files; one line of JSON.

const usage = `duplicates REPORTS.csv PAIRS.csv
assignment TRAIN.csv TEST.csv --label COLUMN [--still]`;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { label: { type: "string" }, still: { type: "boolean", default: false } },
});
const [part, first, second] = positionals;
const answer =
  first === undefined || second === undefined
    ? null
    : part === "duplicates"
      ? await benchmarkDuplicates(first, second)
      : values.label === undefined
        ? null
        : await benchmarkAssignment(first, second, values.label, values.still);
if (answer === null) {
  console.error(usage);
  process.exitCode = 2;
} else console.log(JSON.stringify(answer));
