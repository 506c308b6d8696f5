import "server-only";
import { authorise, can } from "#lib/auth/policy.ts";
import { UserError } from "#lib/errors.ts";
import type { Operation } from "#lib/operations/operation.ts";
import { placesOf } from "#lib/operations/undo-places.ts";
import type { Asked, UndoRules } from "#lib/operations/undo-rules.ts";

/**
 * Taking an act back is an act: whoever lost the right to the one has lost the other. Product Ops keeps the frame and
 * may take back what is anybody's to see.
 * @throws UserError `undo-not-possible`, `not-allowed`
 */
export async function requireRightToUndo(
  asked: Asked,
  operation: Operation,
  { places, rights }: UndoRules,
): Promise<void> {
  const { tx, actor, operationId } = asked;
  if (operation.undo === "final") throw new UserError("undo-not-possible");
  if (can(actor, "settings:manage") || operation.undo === "author") return;
  if (operation.undo === "checked") {
    const check = rights[operation.name];
    if (!check) throw new Error(`${operation.name} says it is checked, and nobody checks it`);
    return check(asked);
  }
  const found = await placesOf(tx, operationId, places);
  // Without a place a right that asks for one is nobody's but the CPO's.
  for (const place of found.length > 0 ? found : [{}]) authorise(actor, operation.undo, place);
}
