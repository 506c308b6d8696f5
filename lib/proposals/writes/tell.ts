import "server-only";
import { db } from "#lib/db.ts";
import { PROPOSALS } from "#lib/frame/fresh-channel.ts";

const everyMs = 1_000;

/** Tells whoever reads that there are fresh proposals: of what, they look; at most once a second. */
export function proposalsBell({ now }: { now: () => Date }) {
  let toldAt = 0;
  let isOwed = false;
  return {
    owe: () => {
      isOwed = true;
    },
    async ring(): Promise<void> {
      const at = now().getTime();
      if (!isOwed || (at >= toldAt && at - toldAt < everyMs)) return;
      toldAt = at;
      isOwed = false;
      await db().$executeRaw`SELECT pg_notify(${PROPOSALS}, 'fresh')`;
    },
  };
}
