import "server-only";
import { table } from "#lib/frame/table.ts";

export const commentsTables = [
  table(
    "comment",
    "comments",
    "id subject_kind subject_id author_id body mentions created_at version",
    {
      personal: "body",
      impersonal: "subject_kind",
      about: { kind: "subject_kind", id: "subject_id" },
      formerly: {
        columns: {
          insight_id: "uuid",
          theme_id: "uuid",
          initiative_id: "uuid",
          objective_id: "uuid",
        },
        gives: {
          subject_kind: `CASE WHEN r.insight_id IS NOT NULL THEN 'insight' WHEN r.theme_id IS NOT NULL THEN 'theme'
          WHEN r.initiative_id IS NOT NULL THEN 'initiative' ELSE 'objective' END`,
          subject_id: "coalesce(r.insight_id, r.theme_id, r.initiative_id, r.objective_id)",
        },
      },
    },
  ),
];
