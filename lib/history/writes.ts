import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { nounServers } from "#lib/nouns.server.ts";
import { operationsByName, places } from "#lib/nouns.ts";
import { takeBackOperation } from "#lib/operations/undo.ts";
import type { UndoRules } from "#lib/operations/undo-rules.ts";
import type { Call } from "#lib/operations/write.ts";

/** What undo is told of the nouns. */
const rules: UndoRules = {
  operations: operationsByName,
  places,
  rights: Object.assign({}, ...nounServers.map(({ rights }) => rights ?? {})),
  hooks: Object.assign({}, ...nounServers.map(({ undo }) => undo ?? {})),
};

/** Takes back one of one's own operations; see `takeBackOperation`, which asks who may. */
export function undoOperation(actor: Actor, input: { operationId: string }, call: Call) {
  return takeBackOperation(rules, actor, input, call);
}
