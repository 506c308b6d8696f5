import "server-only";
import type { Tx } from "#lib/db.ts";
import { assertRows, isChecked, type Shape } from "#lib/sql/known.ts";
import { noteStatement } from "#lib/sql/note.ts";

/** The client, a transaction, or what else can be asked. */
export type Asks = Pick<Tx, "$queryRaw">;

type Statement<Answer> = (written: TemplateStringsArray, ...values: unknown[]) => Promise<Answer>;

/** All rows of the statement that follows: listRows(db(), z.object({ id: z.guid() }))`SELECT id FROM …`. */
export function listRows<T>(asks: Asks, shape: Shape<T>): Statement<T[]> {
  return async (written, ...values) => {
    const rows: unknown = await asks.$queryRaw(written, ...values);
    assertRows(shape, rows);
    noteStatement(written);
    return rows;
  };
}

/** The row of a statement that answers one at most; null when there is none. */
export function findRow<T>(asks: Asks, shape: Shape<T>): Statement<T | null> {
  return async (written, ...values) => {
    const [row, another] = await listRows(asks, shape)(written, ...values);
    if (isChecked && another !== undefined) throw new Error("More than one row where one is asked");
    return row ?? null;
  };
}

/** The row of a statement that always answers one, as a count does. */
export function oneRow<T>(asks: Asks, shape: Shape<T>): Statement<T> {
  return async (written, ...values) => {
    const row = await findRow(asks, shape)(written, ...values);
    if (row === null) throw new Error("No row where there is always one");
    return row;
  };
}
