import "server-only";
import { table } from "#lib/frame/table.ts";

export const catalogueTables = [
  table(
    "catalogue_entry",
    "catalogue-entries",
    `id title=entry-title words=entry-words answer=entry-answer quarter=entry-quarter to_say limits place=entry-place
      help_url video_url training_url team_id initiative_id theme_id is_draft=entry-is-draft verified_at verified_by_id
      created_at created_by_id archived_at version`,
    {
      personal: "title words to_say limits place help_url video_url training_url",
      impersonal: "answer quarter",
      permission: "catalogue:edit",
      called: "title",
      refers: { created_by_id: "person", verified_by_id: "person" },
    },
  ),
  table("entry_version", "entry-versions", "id entry_id version content=entry-content", {
    personal: "content",
    permission: "catalogue:edit",
  }),
];
