import "server-only";
import { labelledBy } from "#lib/frame/labels.ts";
import { nounServer } from "#lib/frame/noun-server.ts";
import { initiativesTables } from "#lib/initiatives/tables.ts";
import { keepFactorsTakenBack } from "#lib/initiatives/writes/factors.ts";

export const initiativesServer = nounServer({
  tables: initiativesTables,
  undo: { initiative: { after: keepFactorsTakenBack } },
  labels: { initiative: labelledBy("initiative", "title") },
});
