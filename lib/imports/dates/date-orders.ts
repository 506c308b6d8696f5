import { withoutEmptyWord } from "#lib/tables/empty-words.ts";
import type { DateField } from "#lib/tickets/ticket.ts";
import { type DateOrder, dateEvidence } from "./dates.ts";

export const dateFields: readonly DateField[] = ["created", "updated", "resolved"];

type Tally = {
  dmy: number;
  mdy: number;
  either: number;
  unreadable: number;
  sample: string;
  line: number;
  example: string;
};

export type DateColumn = {
  /** What the values say, or null where they leave it open. */
  order: DateOrder | null;
  /** Whether somebody must say it: numbers stand there that mean a date either way. */
  undecided: boolean;
  /** The first value that is a date in either order. */
  example: string;
  /** Values that are no date in the order taken, with the first that is none in any order ("empty" without one). */
  unreadable(order: DateOrder): { count: number; sample: string; line: number };
};

/**
 * Gathers what the values of one column say of its order: a number above 12 in the first place
 * means day first, in the second month first. It is decided for the column, never for a row.
 */
export function dateTally() {
  const tally: Tally = {
    dmy: 0,
    mdy: 0,
    either: 0,
    unreadable: 0,
    sample: "",
    line: 0,
    example: "",
  };

  function add(value: string, line: number): void {
    const evidence = dateEvidence(value);
    if (evidence === "fixed" || withoutEmptyWord(value) === null) return;
    tally[evidence] += 1;
    if (evidence === "either" && tally.example === "") tally.example = value.trim().slice(0, 40);
    if (evidence === "unreadable" && tally.sample === "") {
      tally.sample = value.trim().slice(0, 40).toWellFormed();
      tally.line = line;
    }
  }

  function result(): DateColumn {
    const { dmy, mdy, either, unreadable, sample, line } = tally;
    const order = dmy > 0 && mdy === 0 ? "dmy" : mdy > 0 && dmy === 0 ? "mdy" : null;
    return {
      order,
      undecided: order === null && dmy + mdy + either > 0,
      example: tally.example,
      unreadable: (taken) => {
        const count = unreadable + (taken === "dmy" ? mdy : dmy);
        return { count, sample: sample || "empty", line };
      },
    };
  }

  return { add, result };
}

/**
 * The order of each date column: what its values say, else what the person said, else what the
 * other columns of the file agree on, else day first.
 */
export function settleOrders(
  columns: Map<DateField, DateColumn>,
  said: DateOrder | undefined,
  saidOf: { [field in DateField]?: DateOrder | undefined } = {},
): { orders: Record<DateField, DateOrder>; undecided: DateField[] } {
  const known = new Set([...columns.values()].flatMap(({ order }) => order ?? []));
  const [only] = known;
  const agreed = known.size === 1 && only !== undefined ? only : "dmy";
  const orderOf = (field: DateField) =>
    columns.get(field)?.order ?? saidOf[field] ?? said ?? agreed;
  return {
    orders: {
      created: orderOf("created"),
      updated: orderOf("updated"),
      resolved: orderOf("resolved"),
    },
    undecided: dateFields.filter(
      (field) => (saidOf[field] ?? said) === undefined && columns.get(field)?.undecided,
    ),
  };
}
