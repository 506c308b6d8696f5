import { system } from "#lib/auth/actor.ts";
import { moment } from "#lib/clock.ts";
import { db } from "#lib/db.ts";
import { insightOps } from "#lib/insights/noun.ts";
import { write } from "#lib/operations/write.ts";

// A process that writes one operation and then ends: by itself, or killed before its bell can ring.

const [operationId = "", how] = process.argv.slice(2);
await write(
  system,
  { ...moment(), operationId },
  { operation: insightOps.edited },
  async () => null,
);
if (how === "killed") process.kill(process.pid, "SIGKILL");
await db().$disconnect();
