import "server-only";
import { entryOps } from "#lib/catalogue/noun.ts";
import * as input from "#lib/catalogue/schema.ts";
import * as writes from "#lib/catalogue/writes/entries.ts";
import { command } from "#lib/frame/command.ts";

export const catalogueCommands = {
  "entry.create": command({
    input: input.createEntryInput,
    permissions: ["catalogue:edit"],
    operations: [entryOps.created],
    run: writes.createEntry,
  }),
  "entry.edit": command({
    input: input.editEntryInput,
    permissions: ["catalogue:edit"],
    operations: [entryOps.edited],
    run: writes.editEntry,
  }),
  "entry.verify": command({
    input: input.verifyEntriesInput,
    permissions: ["catalogue:edit"],
    operations: [entryOps.verified],
    run: writes.verifyEntries,
  }),
  "entry.archive": command({
    input: input.archiveEntryInput,
    permissions: ["catalogue:edit"],
    operations: [entryOps.archived],
    run: writes.archiveEntry,
  }),
};
