import "server-only";
import { staying, table } from "#lib/frame/table.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";

export const noticesTables = [
  table("follow", "follows", "id person_id subject_kind subject_id since stopped_at version", {
    impersonal: "subject_kind",
    about: { kind: "subject_kind", id: "subject_id" },
    rows: ({ me }) => Prisma.sql`t.person_id = ${me}`,
  }),
];

/** Told once: whoever moves to another house begins with nothing to read, and hears of everything there. */
export const noticesStaying = [
  staying("notice", { impersonal: "kind subject_kind fold_key" }),
  staying("silence", { impersonal: "kind subject_kind" }),
];
