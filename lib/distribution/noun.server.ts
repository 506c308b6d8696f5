import "server-only";
import { distributionTables } from "#lib/distribution/tables.ts";
import { nounServer } from "#lib/frame/noun-server.ts";

export const distributionServer = nounServer({ tables: distributionTables });
