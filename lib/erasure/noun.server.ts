import "server-only";
import { erasureStaying, erasureTables } from "#lib/erasure/tables.ts";
import { nounServer } from "#lib/frame/noun-server.ts";

export const erasureServer = nounServer({ tables: erasureTables, staying: erasureStaying });
