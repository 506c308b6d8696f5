import { randomUUID } from "node:crypto";
import type { Client } from "pg";
import type { castOn } from "#tests/support/cast.ts";

export type Cast = Awaited<ReturnType<typeof castOn>>;

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

export function newIds() {
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
