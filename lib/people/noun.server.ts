import "server-only";
import { accountOps } from "#lib/auth/noun.ts";
import { viewerId } from "#lib/auth/reads/privacy.ts";
import { labelledBy } from "#lib/frame/labels.ts";
import { nounServer } from "#lib/frame/noun-server.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import { peopleCommands } from "#lib/people/commands.ts";
import { hatOps, peopleOps, personOps } from "#lib/people/noun.ts";
import { peopleTables } from "#lib/people/tables.ts";
import { requireAdmin, requireRightToHats } from "#lib/people/writes/undo-hats.ts";

export const peopleServer = nounServer({
  commands: peopleCommands,
  tables: peopleTables,
  rights: { [hatOps.given.name]: requireRightToHats, [hatOps.taken.name]: requireRightToHats },
  undo: { hat: { after: requireAdmin } },
  // Of a person the person hears, and nobody else.
  subjects: {
    person: {
      table: "person",
      read: "people:read",
      comment: null,
      seen: (viewer) => Prisma.sql`t.id = ${viewerId(viewer)}::uuid`,
      open: Prisma.sql`false`,
      followed: false,
      path: Prisma.sql`'/okrs'`,
      missing: "not-found",
    },
  },
  hearings: {
    [accountOps.edited.name]: { kind: "yours", who: whoGotAnotherManager },
    [peopleOps.imported.name]: { kind: "yours", who: whoGotAnotherManager },
    // Read at the first sign-in: who has had what opens the account.
    [personOps.invited.name]: {
      kind: "yours",
      who: (changes) => Prisma.sql`
        SELECT c.row_id::uuid AS person_id, 'person' AS subject_kind, c.row_id::uuid AS subject_id FROM ${changes} AS c
        WHERE c.table_name = 'person'`,
    },
  },
  labels: { person: labelledBy("person", "name"), manager: labelledBy("person", "name") },
});

/** Whoever manages reads what is agreed from then on: their people are told who that is. */
function whoGotAnotherManager(changes: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT c.row_id::uuid AS person_id, 'person' AS subject_kind, c.row_id::uuid AS subject_id FROM ${changes} AS c
    WHERE c.table_name = 'person' AND c.before IS NOT NULL
      AND c.after -> 'manager_id' IS DISTINCT FROM c.before -> 'manager_id'`;
}
