import "server-only";
import { nounServer } from "#lib/frame/noun-server.ts";
import { savedViewsTables } from "#lib/saved-views/tables.ts";

export const savedViewsServer = nounServer({ tables: savedViewsTables });
