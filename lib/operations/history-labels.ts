import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { can } from "#lib/auth/policy.ts";
import { objectiveIsVisible } from "#lib/auth/reads/privacy.ts";
import { db } from "#lib/db.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";

export type References = { [key: string]: unknown };
type Touched = { table: string; rowId: string; fields: References };

/** What has a name of its own, and where it stands. A link's column `tribe_id` is a reference to a tribe. */
const kinds = [
  ...["insight", "theme", "initiative", "tribe", "team", "person", "department"],
  ...["organisation", "objective", "key_result", "source", "product"],
];

const uuid = /^[0-9a-f]{8}-[0-9a-f-]{27}$/i;

/** For each operation, names and codes by kind: what its rows refer to, under the names of today. */
export async function readLabels(
  viewer: Actor,
  operations: readonly { params: References; touched: readonly Touched[] }[],
): Promise<Record<string, string>[]> {
  const references = operations.map(({ touched }) => referencesOf(touched));
  const ids = [...new Set(references.flatMap((one) => Object.values(one)))];
  const labels = new Map(
    (await readNames(viewer, ids)).map(({ kind, id, label }) => [`${kind} ${id}`, label]),
  );
  return operations.map(({ params, touched }, index) => {
    const named = Object.entries(references[index] ?? {}).flatMap(([kind, id]) => {
      const label = labels.get(`${kind === "merged_into" ? "insight" : kind} ${id}`);
      return label ? [[kind, label]] : [];
    });
    const plain = [params, ...touched.map(({ fields }) => fields)].flatMap(plainFacts);
    return Object.fromEntries([...plain, ...named]);
  });
}

/** The first row of each kind that the changes name, a row of its own before a mention. */
function referencesOf(touched: readonly Touched[]): Record<string, string> {
  const mentions = touched.flatMap(({ fields }) =>
    Object.entries(fields).flatMap(([column, value]) =>
      column.endsWith("_id") && typeof value === "string" ? [[column.slice(0, -3), value]] : [],
    ),
  );
  const rows = touched.flatMap(({ table, rowId }) =>
    kinds.includes(table) && uuid.test(rowId) ? [[table, rowId]] : [],
  );
  return Object.fromEntries([...mentions.toReversed(), ...rows.toReversed()]);
}

function plainFacts(fields: References): [string, string][] {
  return Object.entries(fields).flatMap(([key, value]): [string, string][] => {
    if (key.endsWith("_id") || key.endsWith("Id")) return [];
    if (typeof value === "string" || typeof value === "number" || typeof value === "boolean")
      return [[key, String(value)]];
    return [];
  });
}

function readNames(
  viewer: Actor,
  ids: string[],
): Promise<{ kind: string; id: string; label: string }[]> {
  if (ids.length === 0) return Promise.resolve([]);
  const named = (kind: string) =>
    Prisma.sql`SELECT ${kind} AS kind, id::text AS id, name AS label FROM ${Prisma.raw(kind)} WHERE id = ANY (${ids}::uuid[])`;
  // What another insight says is not for whoever may see only their own: they read its number.
  const title = can(viewer, "insight:list") ? Prisma.sql`title` : Prisma.sql`NULL`;
  return db().$queryRaw`
    SELECT 'insight' AS kind, id::text AS id, 'INS-' || number || coalesce(' (' || nullif(left(${title}, 80), '') || ')', '') AS label
      FROM insight WHERE id = ANY (${ids}::uuid[])
    UNION ALL SELECT 'theme', id::text, title FROM theme WHERE id = ANY (${ids}::uuid[])
    UNION ALL SELECT 'initiative', id::text, title FROM initiative WHERE id = ANY (${ids}::uuid[])
    UNION ALL SELECT 'objective', o.id::text, o.title FROM objective o WHERE o.id = ANY (${ids}::uuid[]) AND ${objectiveIsVisible(viewer)}
    UNION ALL SELECT 'key_result', k.id::text, coalesce(k.title, o.title) FROM key_result k JOIN objective o ON o.id = k.objective_id
      WHERE k.id = ANY (${ids}::uuid[]) AND ${objectiveIsVisible(viewer)}
    UNION ALL ${Prisma.join(
      ["tribe", "team", "person", "department", "organisation", "source", "product"].map(named),
      " UNION ALL ",
    )}`;
}
