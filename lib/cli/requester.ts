import { parseArgs } from "node:util";
import { system } from "#lib/auth/actor.ts";
import { ask } from "#lib/cli/ask.ts";
import { CliError, type Say } from "#lib/cli/sentences.ts";
import { companyTimeZone, now } from "#lib/clock.ts";
import { findRequesterId } from "#lib/customers/reads/requesters.ts";
import { db } from "#lib/db.ts";
import { findErasure } from "#lib/erasure/reads/erasures.ts";
import { previewErasure } from "#lib/erasure/reads/preview.ts";
import { carryOutErasure } from "#lib/erasure/writes/carry-out.ts";
import { UserError } from "#lib/errors.ts";
import { dropLockedErasureKey } from "#lib/forgotten/writes/erasure-key.ts";

const options = {
  "dry-run": { type: "boolean", default: false },
  json: { type: "boolean", default: false },
  "new-key": { type: "boolean", default: false },
  lang: { type: "string" },
} as const;

/** `requester erase E-MAIL|KEY`: forgets one person, by the whole address or the desk's id. */
export async function requester(args: string[], say: Say): Promise<number> {
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
  const [act, who, ...more] = positionals;
  if (act !== "erase" || !who || more.length > 0) throw new CliError(say("cli.usage", {}));
  const requesterId = await findRequesterId(system, who);
  if (!requesterId) throw new UserError("cli.no-requester", { who });
  if (values["dry-run"]) {
    const preview = await previewErasure(system, requesterId);
    const { entries = [], rows } = preview ?? {};
    const { tickets = 0, comments = 0 } = rows ?? {};
    const answer = { requesters: entries.length, tickets, comments };
    console.log(values.json ? JSON.stringify(answer) : say("cli.requester-forecast", answer));
    return 0;
  }
  if (values["new-key"]) await dropLockedErasureKey(db());
  const { id } = await ask("requester.erase", { requesterId });
  await carryOutErasure(id, { now, timeZone: companyTimeZone() });
  const { finishedAt: _, ...counts } = (await findErasure(system, id)) ?? { finishedAt: null };
  const answer = { requesters: 0, tickets: 0, texts: 0, events: 0, ...counts };
  console.log(values.json ? JSON.stringify(answer) : say("cli.requester-erased", answer));
  return 0;
}
