import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import type { Permission } from "#lib/auth/policy.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";

/** What somebody may take along, asked once before anything is read. */
export type Reach = {
  viewer: Actor;
  may: (permission: Permission) => boolean;
  /** What permissions alone don't say: `sees` of a noun, by its name. */
  sees: (what: string) => boolean;
  /** The viewer's id, for SQL. */
  me: Prisma.Sql;
};

/** Null: as it is, or all of it. */
export type Rule = (reach: Reach) => Prisma.Sql | null;

/** What the texts of a table are, for whoever asks to be forgotten. Every column that holds text is one of these. */
export type Texts = {
  name: string;
  /** May hold what people or desks wrote: an erasure looks through it. */
  personal: readonly string[];
  /** Of those who ask themselves: the erasure empties it in a step of its own, and never reads it as a text. */
  apart: readonly string[];
  /** Codes, and names of our own people, companies and places: nobody who asks stands there. */
  impersonal: readonly string[];
  /**
   * From its rows something old can come back by an undo: looked through before all others, and, where people go on
   * writing it meanwhile, once more afterwards.
   */
  remembers: "once" | "twice" | null;
};

/** A table that an export takes along and a restore brings back. */
export type Table = Texts & {
  /** Of the two files, without their ending. */
  file: string;
  /** Each with the key of its meaning where that is not the column's own name: `code=tribe-code`. */
  columns: readonly { name: string; meaning: string }[];
  /** Columns that no file holds. */
  stays: readonly string[];
  /** Of another noun: what is referred to comes back before what refers to it. Those below follow it too. */
  after: string | null;
  /** What the rules below call a row. */
  alias: string;
  key: readonly string[];
  permission: Permission | null;
  /** Which rows, where not all. */
  rows: Rule;
  /** What stands in a column for those who may not see it. */
  instead: Readonly<Record<string, Rule>>;
  /** The columns that say on what a row hangs, one of the nouns' subjects: it goes where that goes. */
  about: { readonly kind: string; readonly id: string } | null;
  /** The column by which a person knows a row. */
  called: string | null;
  /** The column that gives numbers out, and must not give one twice. */
  numbers: string | null;
  /** How an export from before a column was replaced is read: the types of the old ones, and what the new are of them. */
  formerly: {
    readonly columns: Readonly<Record<string, string>>;
    /** SQL; `r` is the old row. */
    readonly gives: Readonly<Record<string, string>>;
  } | null;
  /** SQL, by column: what stands in one of the rows of an export from before there was that column. */
  lacked: Readonly<Record<string, string>>;
  /** References without a constraint in the database: who did something is kept whatever becomes of the person. */
  refers: Readonly<Record<string, string>>;
};

type Words = { personal?: string; apart?: string; impersonal?: string };
type Optional = Partial<Omit<Table, "name" | "file" | "columns" | keyof Words>> & Words;

export function table(name: string, file: string, columns: string, more: Optional = {}): Table {
  const described = columns.split(/\s+/).map((column) => {
    const [own = "", meaning = own.replaceAll("_", "-")] = column.split("=");
    return { name: own, meaning };
  });
  return { name, file, columns: described, ...usual, ...more, ...textsOf(more) };
}

/** A table of which nothing leaves. */
export function staying(name: string, words: Words = {}): Texts {
  return { name, remembers: null, ...textsOf(words) };
}

function textsOf({ personal = "", apart = "", impersonal = "" }: Words) {
  return { personal: listed(personal), apart: listed(apart), impersonal: listed(impersonal) };
}

function listed(columns: string): string[] {
  return columns.split(/\s+/).filter(Boolean);
}

const usual = {
  ...{ stays: [], after: null, alias: "t", key: ["id"], permission: null, rows: () => null },
  ...{
    instead: {},
    about: null,
    called: null,
    numbers: null,
    refers: {},
    remembers: null,
    formerly: null,
    lacked: {},
  },
};

export const unless =
  (permission: Permission, instead: Prisma.Sql): Rule =>
  ({ may }) =>
    may(permission) ? null : instead;

export const nothing = Prisma.sql`NULL`;
export const noObject = Prisma.sql`'{}'::jsonb`;
