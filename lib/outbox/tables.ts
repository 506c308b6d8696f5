import "server-only";
import { staying } from "#lib/frame/table.ts";

/** What another house sent, this one doesn't. What a server answered names our own people at most. */
export const outboxStaying = [
  staying("outbox", {
    impersonal: "channel kind subject_kind idempotency_key state failure answer message_id",
  }),
];
