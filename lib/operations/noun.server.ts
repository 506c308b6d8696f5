import "server-only";
import { nounServer } from "#lib/frame/noun-server.ts";
import { operationsTables } from "#lib/operations/tables.ts";

export const operationsServer = nounServer({ tables: operationsTables });
