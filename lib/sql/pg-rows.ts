import type { ClientBase } from "pg";
import { assertRows, type Shape } from "#lib/sql/known.ts";
import { noteStatement } from "#lib/sql/note.ts";

// The same as rows.ts for a connection of one's own, where Prisma isn't: migrations, exports, checks of a server.

/** Words of a statement that can't be a value, such as a table's quoted name. */
class Verbatim {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** Puts words into a statement as they are: never anything that came from outside. */
export const verbatim = (text: string) => new Verbatim(text);

/** All rows of the statement that follows: pgRows(client, z.object({ id: z.guid() }))`SELECT id FROM …`. */
export function pgRows<T>(client: Pick<ClientBase, "query">, shape: Shape<T>) {
  return async (written: TemplateStringsArray, ...given: unknown[]): Promise<T[]> => {
    const values: unknown[] = [];
    const text = written.reduce((before, after, index) => {
      const value = given[index - 1];
      if (value instanceof Verbatim) return before + value.text + after;
      return `${before}$${values.push(value)}${after}`;
    });
    const { rows }: { rows: unknown } = await client.query(text, values);
    assertRows(shape, rows);
    noteStatement(written);
    return rows;
  };
}
