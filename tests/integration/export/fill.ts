import { Client } from "pg";
import { fillFrame } from "./fill-frame.ts";
import { fillTickets } from "./fill-tickets.ts";
import { fillWork } from "./fill-work.ts";
import { type Cast, newIds, type Words } from "./filling.ts";

/**
 * At least one row in every table that leaves, with `words` wherever a text goes. Individual objectives are Inès's own,
 * so that she, who exports, may take them. @returns ids by name
 */
export async function fill(url: string, cast: Cast, words: Words) {
  const client = new Client({ connectionString: url });
  await client.connect();
  const insert = async (table: string, row: Record<string, unknown>) => {
    const names = Object.keys(row);
    await client.query(
      `INSERT INTO "${table}" (${names.map((name) => `"${name}"`).join(", ")})
       VALUES (${names.map((_, index) => `$${index + 1}`).join(", ")})`,
      Object.values(row),
    );
  };
  const made = newIds();
  const some = () => `${words.text()} `;
  const at = () => new Date(Date.UTC(2026, 9, 1, 8, 30, 15, 123));
  const filling = { ...words, cast, client, insert, made, some, at };
  try {
    await fillFrame(filling);
    await fillTickets(filling);
    await fillWork(filling);
    return made;
  } finally {
    await client.end();
  }
}
