import "server-only";
import { nounServer } from "#lib/frame/noun-server.ts";
import { outboxStaying } from "#lib/outbox/tables.ts";

export const outboxServer = nounServer({ staying: outboxStaying });
