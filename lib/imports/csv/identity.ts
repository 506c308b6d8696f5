import { keyPattern } from "./find-key-column.ts";

export type Identity = { externalId: string; key: string | null };

const idPattern = /^\d{1,18}$/;

/**
 * What tells a ticket from all others of its desk: its id, since keys change when issues move, or
 * its key where the file has no ids. `index` -1 is a column the file lacks. `externalId` is empty
 * when the row has neither a valid key nor an id.
 */
export function identityOf(cells: string[], keyIndex: number, idIndex: number): Identity {
  const keyCell = keyIndex === -1 ? "" : (cells[keyIndex] ?? "").trim();
  const idCell = idIndex === -1 ? "" : (cells[idIndex] ?? "").trim().replace(/\.0+$/, "");
  const key = keyPattern.test(keyCell) ? keyCell : null;
  if (idPattern.test(idCell)) return { externalId: idCell, key };
  return { externalId: key === null ? "" : `key:${key}`, key };
}
