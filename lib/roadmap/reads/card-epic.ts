import { Prisma } from "#lib/generated/prisma/client.ts";

/** For a SELECT on `initiative i` that joins `epicJoin`. */
export const epicColumn = Prisma.sql`
  CASE WHEN i.epic_key IS NULL THEN NULL ELSE jsonb_build_object(
    'key', i.epic_key, 'read', CASE WHEN e.key IS NULL THEN 'no' WHEN e.failure IS NULL THEN 'yes' ELSE 'failed' END,
    'status', e.status, 'done', coalesce(e.children_done, 0), 'total', coalesce(e.children_total, 0),
    'startsOn', e.starts_on::text, 'dueOn', e.due_on::text) END AS epic`;

/** One row an epic for the whole board; where several desks were asked, that which has it. */
export const epicJoin = Prisma.sql`
  LEFT JOIN (
    SELECT DISTINCT ON (key) * FROM epic WHERE read_at IS NOT NULL
    ORDER BY key, external_id IS NULL, read_at DESC
  ) AS e ON e.key = i.epic_key`;
