import "server-only";
import { z } from "zod";
import type { Actor } from "#lib/auth/actor.ts";
import { db } from "#lib/db.ts";
import type { Labels } from "#lib/frame/noun-server.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import { nounServers } from "#lib/nouns.server.ts";
import { columnOf } from "#lib/operations/rows.ts";
import { listRows } from "#lib/sql/rows.ts";

export type References = { [key: string]: unknown };
type Row = { table: string; rowId: string; fields: References };
/** The first of the rows of a table that an operation wrote: what is known of it since, and what was otherwise. */
type Touched = Row & { was: References };

/** What has a name of its own, by table. A link's column `tribe_id` is a reference to a tribe. */
const labels: Readonly<Record<string, Labels>> = Object.assign(
  {},
  ...nounServers.map((one) => one.labels ?? {}),
);

const uuid = /^[0-9a-f]{8}-[0-9a-f-]{27}$/i;

type Said = { facts: Record<string, string>; was: Record<string, string> };

/** For each operation, names and values by kind: what its rows refer to, under the names of today, and what they did. */
export async function readLabels(
  viewer: Actor,
  operations: readonly { params: References; touched: readonly Touched[] }[],
): Promise<Said[]> {
  const now = operations.map(({ params, touched }) => ({
    ...namedBy(params),
    ...referencesOf(touched),
  }));
  const before = operations.map(({ touched }) =>
    referencesOf(touched.map(({ table, was }) => ({ table, rowId: "", fields: was }))),
  );
  const mentioned = [...now, ...before].flatMap((one) => Object.entries(one));
  const names = new Map(
    (await readNames(viewer, mentioned)).map(({ kind, id, label }) => [`${kind} ${id}`, label]),
  );
  const named = (references: Record<string, string> = {}) =>
    Object.entries(references).flatMap(([kind, id]): [string, string][] => {
      const label = names.get(`${kind} ${id}`);
      return label ? [[kind, label]] : [];
    });
  return operations.map(({ params, touched }, index) => ({
    facts: Object.fromEntries([
      ...[params, ...touched.map(({ fields }) => fields)].flatMap(plainFacts),
      ...named(now[index]),
    ]),
    was: Object.fromEntries([
      ...touched.flatMap(({ was }) => plainFacts(was)),
      ...named(before[index]),
    ]),
  }));
}

/** What an act was asked about, even where nothing changed: `run`, `tribeId`. */
function namedBy(params: References): Record<string, string> {
  return Object.fromEntries(
    Object.entries(params).flatMap(([key, value]) => {
      const kind = columnOf(key).replace(/_id$/, "");
      return Object.hasOwn(labels, kind) && typeof value === "string" && uuid.test(value)
        ? [[kind, value]]
        : [];
    }),
  );
}

/** The first row of each kind that the changes name, a row of its own before a mention. */
function referencesOf(touched: readonly Row[]): Record<string, string> {
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
