import "server-only";
import { backupStaying } from "#lib/backup/tables.ts";
import { nounServer } from "#lib/frame/noun-server.ts";

export const backupServer = nounServer({ staying: backupStaying });
