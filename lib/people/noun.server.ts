import "server-only";
import { labelledBy } from "#lib/frame/labels.ts";
import { nounServer } from "#lib/frame/noun-server.ts";
import { peopleCommands } from "#lib/people/commands.ts";
import { hatOps } from "#lib/people/noun.ts";
import { peopleTables } from "#lib/people/tables.ts";
import { requireAdmin, requireRightToHats } from "#lib/people/writes/undo-hats.ts";

export const peopleServer = nounServer({
  commands: peopleCommands,
  tables: peopleTables,
  rights: { [hatOps.given.name]: requireRightToHats, [hatOps.taken.name]: requireRightToHats },
  undo: { hat: { after: requireAdmin } },
  labels: { person: labelledBy("person", "name"), manager: labelledBy("person", "name") },
});
