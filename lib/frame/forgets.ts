import "server-only";
import type { Forgotten } from "#lib/forgotten/forgotten.ts";
import type { Prisma } from "#lib/generated/prisma/client.ts";
import type { Write } from "#lib/operations/write.ts";
import type { Asks } from "#lib/sql/rows.ts";

/** All by which one person who asks to be forgotten is known here. */
export type Identity = {
  isErased: boolean;
  isColleague: boolean;
  /** Every entry of theirs: of several desks, or of one that gives a name only. */
  requesterIds: string[];
  externalKeys: string[];
  /** In lower case; names of two words or more, since one word alone is nobody's. */
  names: string[];
  emails: string[];
  /** As the desks write them. */
  ids: string[];
  /** What is hashed, so that they are known again. */
  keys: { key: string; words: number }[];
  /** Of LIKE, finding at least every text that mentions them. */
  patterns: string[];
  /** Plain pieces of which one at least stands in every message of a desk that mentions them. */
  fragments: string[];
};

/** What a noun brings to an erasure besides the personal texts of its tables. */
export type Forgets = {
  /** Of the one that keeps those who may ask. */
  readonly askers?: Askers;
  /** How they are called elsewhere: a SELECT of `name` and `email` by their keys and the desks' ids of them. */
  readonly otherwise?: (who: Pick<Identity, "externalKeys" | "ids">) => Prisma.Sql;
  /** Rows that are theirs, in the order in which they are looked for: before all texts. */
  readonly own?: readonly OwnRows[];
  /** Messages as they came, looked through after all texts. */
  readonly messages?: readonly Messages[];
  /**
   * By the column that names one of its things: a SELECT of those `id` among `one` that are somebody else's who is called
   * the same, whose texts keep the name.
   */
  readonly namesakes?: Readonly<Record<string, (names: readonly string[]) => Prisma.Sql>>;
};

export type Askers = {
  /** The entry of that id first, then every other that is the same person. */
  find(tx: Asks, id: string): Promise<Entry[]>;
  /** Makes these entries nobody's. */
  forget(w: Write, ids: readonly string[], now: Date): Promise<void>;
};

export type Entry = {
  id: string;
  name: string;
  email: string | null;
  externalKey: string;
  personId: string | null;
  erasedAt: Date | null;
};

type Place = {
  /** What the step is called where its place is kept. */
  readonly step: string;
  /** With an `id`. */
  readonly table: string;
  /** Which of its rows. */
  readonly theirs: (who: Identity) => Prisma.Sql;
  /** As what an erasure counts them. */
  readonly counted: "tickets" | "events" | null;
};

/** Columns in which a person stands as themselves: what empties them, of an UPDATE. */
export type OwnRows = Place & { readonly empties: Prisma.Sql };

/** A bytea that may say anything: what it says without them. */
export type Messages = Place & {
  readonly body: string;
  readonly without: (forgotten: Forgotten, body: string) => string;
};
