import { parseArgs } from "node:util";
import type { Say } from "#lib/cli/sentences.ts";
import { runChecks } from "#lib/doctor/checks.ts";

/** `doctor`: what is wrong and what to do. 0 when all is well. */
export async function doctor(args: string[], say: Say): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { json: { type: "boolean" }, lang: { type: "string" } },
  });
  const checks = await runChecks();
  if (values.json) console.log(JSON.stringify(checks));
  else for (const check of checks) console.log(lineOf(check, say));
  return checks.every((check) => check.ok) ? 0 : 1;
}

function lineOf(check: Awaited<ReturnType<typeof runChecks>>[number], say: Say): string {
  const name = say(`doctor.name.${check.name}`, {});
  if (!check.problem || !check.remedy)
    return say("doctor.well", { name, detail: check.params.version ?? "" });
  const problem = say(`doctor.${check.problem}`, check.params);
  return say("doctor.wrong", {
    name,
    problem,
    remedy: say(`doctor.${check.remedy}`, check.params),
  });
}
