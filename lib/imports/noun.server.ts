import "server-only";
import { nounServer } from "#lib/frame/noun-server.ts";
import { importsTables } from "#lib/imports/tables.ts";

export const importsServer = nounServer({ tables: importsTables });
