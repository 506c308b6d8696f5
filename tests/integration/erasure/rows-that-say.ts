import type { Database } from "#lib/db.ts";

/** Rows of any table in which one of these stands, in any case; webhooks as text. */
export async function rowsThatSay(database: Database, ...words: string[]): Promise<string[]> {
  const tables = await database.$queryRaw<{ name: string }[]>`
    SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
    WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`;
  const found: string[] = [];
  for (const { name } of tables) {
    const body = name === "public.webhook_event" ? "|| convert_from(t.body, 'UTF8')" : "";
    const rows = await database.$queryRawUnsafe<{ text: string }[]>(
      `SELECT to_jsonb(t.*)::text ${body} AS text FROM ${name} t
       WHERE (to_jsonb(t.*)::text ${body}) ILIKE ANY ($1)`,
      words.map((word) => `%${word}%`),
    );
    found.push(...rows.map(({ text }) => `${name}: ${text}`));
  }
  return found;
}
