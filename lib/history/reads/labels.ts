import "server-only";
import { z } from "zod";
import type { Actor } from "#lib/auth/actor.ts";
import { db } from "#lib/db.ts";
import type { Labels } from "#lib/frame/noun-server.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import { nounServers } from "#lib/nouns.server.ts";
import { listRows } from "#lib/sql/rows.ts";

export type References = { [key: string]: unknown };
type Touched = { table: string; rowId: string; fields: References };

/** What has a name of its own, by table. A link's column `tribe_id` is a reference to a tribe. */
const labels: Readonly<Record<string, Labels>> = Object.assign(
  {},
  ...nounServers.map((one) => one.labels ?? {}),
);

const uuid = /^[0-9a-f]{8}-[0-9a-f-]{27}$/i;

/** For each operation, names and codes by kind: what its rows refer to, under the names of today. */
export async function readLabels(
  viewer: Actor,
  operations: readonly { params: References; touched: readonly Touched[] }[],
): Promise<Record<string, string>[]> {
  const references = operations.map(({ touched }) => referencesOf(touched));
  const mentioned = references.flatMap((one) => Object.entries(one));
  const labels = new Map(
    (await readNames(viewer, mentioned)).map(({ kind, id, label }) => [`${kind} ${id}`, label]),
  );
  return operations.map(({ params, touched }, index) => {
    const named = Object.entries(references[index] ?? {}).flatMap(([kind, id]) => {
      const label = labels.get(`${kind} ${id}`);
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
      column.endsWith("_id") && typeof value === "string" ? [[kindOf(column, fields), value]] : [],
    ),
  );
  const rows = touched.flatMap(({ table, rowId }) =>
    Object.hasOwn(labels, table) && uuid.test(rowId) ? [[table, rowId]] : [],
  );
  return Object.fromEntries([...mentions.toReversed(), ...rows.toReversed()]);
}

/** What hangs on a subject says of which kind that is. */
function kindOf(column: string, { subject_kind: kind }: References): string {
  return column === "subject_id" && typeof kind === "string" ? kind : column.slice(0, -3);
}

function plainFacts(fields: References): [string, string][] {
  return Object.entries(fields).flatMap(([key, value]): [string, string][] => {
    if (key.endsWith("_id") || key.endsWith("Id")) return [];
    if (typeof value === "string" || typeof value === "number" || typeof value === "boolean")
      return [[key, String(value)]];
    return [];
  });
}

const named = z.object({ kind: z.string(), id: z.string(), label: z.string().nullable() });

async function readNames(
  viewer: Actor,
  mentioned: readonly [kind: string, id: string][],
): Promise<z.output<typeof named>[]> {
  const selects = Object.entries(labels).flatMap(([kind, labelled]) => {
    const ids = [...new Set(mentioned.flatMap(([of, id]) => (of === kind ? [id] : [])))];
    return ids.length === 0
      ? []
      : Prisma.sql`SELECT ${kind} AS kind, l.id, l.label FROM (${labelled(viewer)}) AS l WHERE l.id = ANY (${ids})`;
  });
  if (selects.length === 0) return [];
  return listRows(
    db(),
    named,
  )`SELECT l.kind, l.id, l.label FROM (${Prisma.join(selects, " UNION ALL ")}) AS l`;
}
