import "server-only";
import { erasedWord, type Forgotten } from "#lib/customers/forgotten.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import type { Write } from "#lib/operations/write.ts";

type W = Pick<Write, "tx">;
type Column = { table: string; column: string; type: string; keys: string[] };

/** What names our own people, companies and places, or nobody at all. */
const left: ReadonlySet<string> = new Set([
  ...["_prisma_migrations", "department", "erasure", "hat", "identity", "organisation_alias"],
  ...["person", "product", "setting", "setup_token", "sign_in_attempt", "source", "source_secret"],
  ...["requester", "team", "team_period", "tribe", "tribe_period", "tribe_quarter"],
]);
const leftColumns: ReadonlySet<string> = new Set([
  ...["organisation.name", "organisation.domains", "ticket.organisation_names"],
  ...[
    "ticket.reporter_name",
    "ticket.reporter_key",
    "ticket.reporter_email",
    "webhook_event.identifier",
  ],
]);

/** Texts of every table as the database has them, so that one that is added later is looked through too. */
async function listColumns(w: W): Promise<Column[]> {
  const found = await w.tx.$queryRaw<Column[]>`
    SELECT c.table_name AS "table", c.column_name AS "column", c.data_type AS type, ARRAY(
        SELECT k.column_name::text FROM information_schema.table_constraints p
        JOIN information_schema.key_column_usage k USING (constraint_schema, constraint_name)
        WHERE p.table_schema = c.table_schema AND p.table_name = c.table_name AND p.constraint_type = 'PRIMARY KEY'
        ORDER BY k.ordinal_position) AS keys
    FROM information_schema.columns c
    JOIN information_schema.tables t USING (table_schema, table_name)
    WHERE c.table_schema = current_schema() AND t.table_type = 'BASE TABLE' AND c.is_generated = 'NEVER'
      AND (c.data_type IN ('text', 'jsonb') OR c.udt_name = '_text') ORDER BY 1, 2`;
  return found.filter(
    ({ table, column }) => !left.has(table) && !leftColumns.has(`${table}.${column}`),
  );
}

export type Search = {
  /** Says exactly what goes. */
  forgotten: Forgotten;
  /** Of LIKE: find, roughly and in the database, the rows to look at. */
  patterns: string[];
  /** Ids of what is a namesake's: there the name is somebody else's. */
  spared: ReadonlySet<string>;
};

/** Takes every mention out of every text. @returns how many rows changed. */
export async function eraseMentions(w: W, search: Search): Promise<number> {
  const columns = Map.groupBy(await listColumns(w), ({ table }) => table);
  let changed = 0;
  for (const [table, ofTable] of columns) changed += await eraseInTable(w, table, ofTable, search);
  return changed;
}

async function eraseInTable(w: W, table: string, columns: Column[], search: Search) {
  const keys = columns[0]?.keys ?? [];
  const same = keys.map((key) => Prisma.sql`t.${identifier(key)} = r.${identifier(key)}`);
  const texts = columns.map(({ column }) => Prisma.sql`t.${identifier(column)}::text`);
  const found = await w.tx.$queryRaw<{ row: Record<string, unknown> }[]>`
    SELECT to_jsonb(t.*) - 'search' AS row FROM ${identifier(table)} AS t
    WHERE concat_ws(E'\n', ${Prisma.join(texts)}) ILIKE ANY (${search.patterns})`;
  let changed = 0;
  for (const { row } of found) {
    const of = {
      language: typeof row.language === "string" ? row.language : null,
      isNamesakes: [row.id, row.row_id, row.insight_id, row.ticket_id].some(
        (one) => typeof one === "string" && search.spared.has(one),
      ),
    };
    const set = columns.flatMap(({ column, type }) => {
      const after = search.forgotten.json(row[column], of);
      if (JSON.stringify(after) === JSON.stringify(row[column])) return [];
      return [Prisma.sql`${identifier(column)} = ${asColumn(type, after)}`];
    });
    if (set.length === 0) continue;
    // Who has it open must not save the old text over the new one.
    const bump = typeof row.version === "number" ? [Prisma.sql`version = t.version + 1`] : [];
    const place = JSON.stringify(Object.fromEntries(keys.map((key) => [key, row[key]])));
    await w.tx.$executeRaw`
      UPDATE ${identifier(table)} AS t SET ${Prisma.join([...set, ...bump])}
      FROM jsonb_populate_record(NULL::${identifier(table)}, ${place}::jsonb) AS r WHERE ${Prisma.join(same, " AND ")}`;
    changed += 1;
  }
  return changed;
}

function asColumn(type: string, value: unknown): Prisma.Sql {
  if (type === "jsonb") return Prisma.sql`${JSON.stringify(value)}::jsonb`;
  if (Array.isArray(value)) return Prisma.sql`${value.map(String)}::text[]`;
  return Prisma.sql`${String(value)}`;
}

/** Webhooks as they came. One that is no JSON is looked through as a text. @returns how many changed. */
export async function eraseInEvents(
  w: W,
  forgotten: Forgotten,
  fragments: string[],
): Promise<number> {
  const found = await w.tx.$queryRaw<{ id: string; body: Uint8Array }[]>`
    SELECT id::text AS id, body FROM webhook_event e
    WHERE EXISTS (SELECT FROM unnest(${fragments}::text[]) AS f WHERE position(convert_to(f, 'UTF8') IN e.body) > 0)`;
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

const ids = ["accountId", "name", "key", "displayName", "emailAddress"];

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
      ids.flatMap((name) => (text(name) === null ? [] : [[name, erasedWord(null)]])),
    );
  return Object.fromEntries(entries.map(([key, part]) => [key, withoutPeople(forgotten, part)]));
}

function identifier(value: string): Prisma.Sql {
  if (!/^[a-z_]+$/.test(value)) throw new RangeError(`not an identifier: ${value}`);
  return Prisma.raw(`"${value}"`);
}
