import type { Say } from "#lib/cli/sentences.ts";
import { now } from "#lib/clock.ts";
import { env } from "#lib/env.ts";
import { ensureSetupToken } from "#lib/people/writes/set-up.ts";

/** `set-up`: the one-time address that opens a company's own start, while nobody is there yet; nothing afterwards. */
export async function setUp(_args: string[], say: Say): Promise<number> {
  const token = await ensureSetupToken(now());
  if (!token) return 0;
  const address = env().NEXTAUTH_URL ?? `http://localhost:${env().PORT}`;
  console.log(say("cli.set-up", { address: `${address}/set-up?token=${token}` }));
  return 0;
}
