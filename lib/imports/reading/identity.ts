import { hash } from "node:crypto";
import type { Column } from "#lib/imports/columns/columns.ts";
import { keyPattern } from "#lib/tickets/keys.ts";

export type Identity = { externalId: string; key: string | null };

const idPattern = /^\d{1,18}$/;

/**
 * What tells a ticket from all others of its desk: its id, since keys change when issues move, or
 * its key where the file has no ids. `index` -1 is a column the file lacks. `externalId` is empty
 * when the row has neither a valid key nor an id.
 */
function deskIdentity(cells: string[], keyIndex: number, idIndex: number): Identity {
  const keyCell = keyIndex === -1 ? "" : (cells[keyIndex] ?? "").trim();
  const idCell = idIndex === -1 ? "" : (cells[idIndex] ?? "").trim().replace(/\.0+$/, "");
  const key = keyPattern.test(keyCell) ? keyCell : null;
  if (idPattern.test(idCell)) return { externalId: idCell, key };
  return { externalId: key === null ? "" : `key:${key}`, key };
}

/**
 * How the rows of a file are told apart: by the desk's own columns, or, where a person mapped them, by those that
 * `mapped` names by their places. Without any the row is what stands in it, whatever the order of its columns.
 */
export function identityReader(
  columns: Column[],
  mapped: readonly number[] | null,
): (cells: string[]) => Identity {
  if (mapped === null) {
    const key = columns.findIndex(({ field }) => field === "key");
    const id = columns.findIndex(({ field }) => field === "id");
    return (cells) => deskIdentity(cells, key, id);
  }
  const [first, ...more] = mapped;
  if (first === undefined) return (cells) => ({ externalId: contentOf(columns, cells), key: null });
  if (more.length === 0) return (cells) => nameIdentity((cells[first] ?? "").trim());
  return (cells) => {
    const values = mapped.map((index) => (cells[index] ?? "").trim());
    const isNothing = values.every((value) => value === "");
    return { externalId: isNothing ? "" : hashed(values), key: null };
  };
}

/** An index takes no more, and nobody calls a ticket by more. */
const longestName = 300;
const longestKey = 80;

/** A key of Jira is one however it came here; a number alone is no name to show, any other reference is. */
function nameIdentity(value: string): Identity {
  if (value === "") return { externalId: "", key: null };
  if (keyPattern.test(value)) return { externalId: `key:${value}`, key: value };
  if (idPattern.test(value)) return { externalId: value, key: null };
  if (value.length > longestName) return { externalId: hashed([value]), key: null };
  const isTaken = /^(key|row|id):/.test(value);
  return {
    externalId: isTaken ? `id:${value}` : value,
    key: value.length <= longestKey && !/\s{2}|\n/.test(value) ? value : null,
  };
}

function contentOf(columns: Column[], cells: string[]): string {
  const filled = columns.flatMap(({ header, index, compared }) => {
    const value = (cells[index] ?? "").trim();
    return value === "" || !compared ? [] : [JSON.stringify([header, value])];
  });
  return filled.length === 0 ? "" : hashed(filled.sort());
}

function hashed(values: string[]): string {
  return `row:${hash("sha256", JSON.stringify(values), "base64url")}`;
}
