import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { authorise } from "#lib/auth/policy.ts";
import { UserError } from "#lib/errors.ts";
import { type Call, write } from "#lib/operations/write.ts";
import { viewOps } from "#lib/saved-views/noun.ts";
import type { RemoveViewInput, SaveViewInput } from "#lib/saved-views/schema.ts";

const AT_MOST = 50;

/** Keeps a view under a name; the same name again replaces it. @throws UserError `saved-views-full` */
export async function saveView(actor: Actor, input: SaveViewInput, call: Call) {
  authorise(actor, "saved-view:edit");
  if (actor.kind !== "person") throw new UserError("not-allowed");
  const { screen, name, query } = input;
  const meta = { operation: viewOps.saved, params: { name }, visibility: actor.id } as const;
  return write(actor, call, meta, async (w) => {
    await w.tx.$executeRaw`SELECT 1 FROM pg_advisory_xact_lock(hashtext('view:' || ${actor.id}))`;
    const own = await w.tx.savedView.findMany({
      where: { personId: actor.id },
      select: { id: true, name: true, screen: true },
    });
    const same = own.find((view) => view.screen === screen && view.name === name);
    if (same) {
      await w.update("saved_view", [same.id], { query });
      return { id: same.id };
    }
    if (own.length >= AT_MOST) throw new UserError("saved-views-full", { most: AT_MOST });
    const [id = ""] = await w.insert("saved_view", [
      { personId: actor.id, screen, name, query, createdAt: call.now },
    ]);
    return { id };
  });
}

/** @throws UserError `not-found` when it is not the actor's own */
export async function removeView(actor: Actor, input: RemoveViewInput, call: Call) {
  authorise(actor, "saved-view:edit");
  if (actor.kind !== "person") throw new UserError("not-allowed");
  const meta = { operation: viewOps.removed, visibility: actor.id } as const;
  return write(actor, call, meta, async (w) => {
    const own = await w.tx.savedView.findFirst({
      where: { id: input.id, personId: actor.id },
      select: { id: true },
    });
    if (!own) throw new UserError("not-found");
    await w.remove("saved_view", [own.id]);
    return { id: own.id };
  });
}
