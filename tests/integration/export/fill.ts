import { randomUUID } from "node:crypto";
import { Client } from "pg";
import type { castOn } from "#tests/support/cast.ts";
import { fillFrame } from "./fill-frame.ts";
import { fillTickets } from "./fill-tickets.ts";
import { fillWork } from "./fill-work.ts";

type Cast = Awaited<ReturnType<typeof castOn>>;

/** What people and desks may write, one after the other, again from the first when they are used up. */
export type Words = { text: () => string; json: () => string };

/** What the parts write with: ids that they share, and a text that is never empty. */
export type Filling = Words & {
  cast: Cast;
  client: Client;
  insert: (table: string, row: Record<string, unknown>) => Promise<void>;
  made: ReturnType<typeof newIds>;
  some: () => string;
  at: () => Date;
};

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

function newIds() {
  return {
    department: randomUUID(),
    product: randomUUID(),
    run: randomUUID(),
    ticket: randomUUID(),
    parent: randomUUID(),
    split: randomUUID(),
    theme: randomUUID(),
    initiative: randomUUID(),
    company: randomUUID(),
    own: randomUUID(),
    measure: randomUUID(),
    requester: randomUUID(),
    operation: randomUUID(),
  };
}
