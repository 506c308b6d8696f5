import "server-only";
import { z } from "zod";
import type { RowKey, TextTable } from "#lib/customers/reads/erasure-tables.ts";
import { erasedWord, type Forgotten } from "#lib/customers/writes/forgotten.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import { identifier } from "#lib/operations/identifier.ts";
import { isOperationId } from "#lib/operations/operation-id.ts";
import type { Write } from "#lib/operations/write.ts";
import { bytes, onlyId } from "#lib/sql/columns.ts";
import { listRows } from "#lib/sql/rows.ts";

type W = Pick<Write, "tx">;

export type Search = {
  /** Says exactly what goes. */
  forgotten: Forgotten;
  /** In lower case: whoever else is called so keeps the name. */
  names: string[];
};

const wholeRow = z.object({ row: z.record(z.string(), z.unknown()) });

/** Takes every mention out of these rows' texts. @returns how many rows changed. */
export async function eraseInRows(
  w: W,
  { table, columns, keys }: TextTable,
  places: RowKey[],
  { forgotten, names }: Search,
): Promise<number> {
  const same = Prisma.join(
    keys.map(({ key }) => Prisma.sql`t.${identifier(key)} = r.${identifier(key)}`),
    " AND ",
  );
  const found = await listRows(w.tx, wholeRow)`
    SELECT to_jsonb(t.*) - 'search' AS row
    FROM ${identifier(table)} AS t, jsonb_populate_recordset(NULL::${identifier(table)}, ${JSON.stringify(places)}::jsonb) AS r
    WHERE ${same} FOR UPDATE OF t`;
  const spared = await namesakesIn(
    w,
    names,
    found.flatMap(({ row }) => idsOf(row)),
  );
  let changed = 0;
  for (const { row } of found) {
    const of = {
      language: typeof row.language === "string" ? row.language : null,
      isNamesakes: idsOf(row).some((id) => spared.has(id)),
    };
    const set = columns.flatMap(({ column, type }) => {
      const after = forgotten.json(row[column], of);
      if (JSON.stringify(after) === JSON.stringify(row[column])) return [];
      return [Prisma.sql`${identifier(column)} = ${asColumn(type, after)}`];
    });
    if (set.length === 0) continue;
    // Who has it open must not save the old text over the new one.
    const bump = typeof row.version === "number" ? [Prisma.sql`version = t.version + 1`] : [];
    const place = JSON.stringify(Object.fromEntries(keys.map(({ key }) => [key, row[key]])));
    await w.tx.$executeRaw`
      UPDATE ${identifier(table)} AS t SET ${Prisma.join([...set, ...bump])}
      FROM jsonb_populate_record(NULL::${identifier(table)}, ${place}::jsonb) AS r WHERE ${same}`;
    changed += 1;
  }
  return changed;
}

function idsOf({ id, row_id, insight_id, ticket_id }: Record<string, unknown>): string[] {
  return [id, row_id, insight_id, ticket_id].flatMap((one) =>
    typeof one === "string" && isOperationId(one) ? [one] : [],
  );
}

/** Those of the ids that are of somebody else of that name, of their tickets or of the insights from those. */
async function namesakesIn(w: W, names: string[], candidates: string[]): Promise<Set<string>> {
  if (names.length === 0 || candidates.length === 0) return new Set();
  const found = await listRows(w.tx, onlyId)`
    WITH one AS MATERIALIZED (SELECT DISTINCT id::uuid AS id FROM unnest(${candidates}::text[]) AS id)
    SELECT t.id::text AS id FROM one JOIN ticket t USING (id) WHERE lower(t.reporter_name) = ANY (${names})
    UNION ALL SELECT i.id::text FROM one JOIN insight i USING (id) JOIN ticket t ON t.id = i.ticket_id
      WHERE lower(t.reporter_name) = ANY (${names})
    UNION ALL SELECT r.id::text FROM one JOIN requester r USING (id)
      WHERE lower(r.name) = ANY (${names}) AND r.erased_at IS NULL`;
  return new Set(found.map(({ id }) => id));
}

function asColumn(type: string, value: unknown): Prisma.Sql {
  if (type === "jsonb") return Prisma.sql`${JSON.stringify(value)}::jsonb`;
  if (Array.isArray(value)) return Prisma.sql`${value.map(String)}::text[]`;
  return Prisma.sql`${String(value)}`;
}

const keptEvent = z.object({ id: z.guid(), body: bytes });

/** Webhooks as they came. One that is no JSON is looked through as a text. @returns how many changed. */
export async function eraseInEvents(w: W, forgotten: Forgotten, ids: string[]): Promise<number> {
  const found = await listRows(w.tx, keptEvent)`
    SELECT id::text AS id, body FROM webhook_event WHERE id = ANY (${ids}::uuid[]) FOR UPDATE`;
  let changed = 0;
  for (const { id, body } of found) {
    const before = Buffer.from(body).toString("utf8");
    const after = eventWithout(forgotten, before);
    if (after === before) continue;
    await w.tx
      .$executeRaw`UPDATE webhook_event SET body = convert_to(${after}, 'UTF8') WHERE id = ${id}::uuid`;
    changed += 1;
  }
  return changed;
}

/** The body of a webhook without the forgotten: a person's object that is one of them says nothing any more. */
export function eventWithout(forgotten: Forgotten, body: string): string {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body);
  } catch {
    return forgotten.text(body, { language: null });
  }
  const after = forgotten.json(withoutPeople(forgotten, parsed), { language: null });
  return JSON.stringify(after) === JSON.stringify(parsed) ? body : JSON.stringify(after);
}

const names = ["accountId", "name", "key", "displayName", "emailAddress"];

function withoutPeople(forgotten: Forgotten, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((part) => withoutPeople(forgotten, part));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value);
  const text = (name: string) => {
    const found: unknown = entries.find(([key]) => key === name)?.[1];
    return typeof found === "string" ? found : null;
  };
  const isPerson = text("displayName") !== null || text("emailAddress") !== null;
  const known = ["accountId", "name", "key"].some((name) =>
    forgotten.holds({ id: text(name), name: text("displayName"), email: text("emailAddress") }),
  );
  if (isPerson && known)
    return Object.fromEntries(
      names.flatMap((name) => (text(name) === null ? [] : [[name, erasedWord(null)]])),
    );
  return Object.fromEntries(entries.map(([key, part]) => [key, withoutPeople(forgotten, part)]));
}
