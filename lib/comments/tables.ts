import "server-only";
import { table } from "#lib/frame/table.ts";

export const commentsTables = [
  table("comment", "comments", "id subject_kind subject_id author_id body created_at version", {
    personal: "body",
    impersonal: "subject_kind",
    about: { kind: "subject_kind", id: "subject_id" },
  }),
];
