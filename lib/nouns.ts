import { auth } from "#lib/auth/noun.ts";
import { catalogue } from "#lib/catalogue/noun.ts";
import { comments } from "#lib/comments/noun.ts";
import { customers } from "#lib/customers/noun.ts";
import { desks } from "#lib/desks/noun.ts";
import { distribution } from "#lib/distribution/noun.ts";
import { duty } from "#lib/duty/noun.ts";
import { erasure } from "#lib/erasure/noun.ts";
import type { Form } from "#lib/frame/form.ts";
import type { Noun } from "#lib/frame/noun.ts";
import { imports } from "#lib/imports/noun.ts";
import { initiatives } from "#lib/initiatives/noun.ts";
import { insights } from "#lib/insights/noun.ts";
import { notices } from "#lib/notices/noun.ts";
import { okrs } from "#lib/okrs/noun.ts";
import { operations } from "#lib/operations/noun.ts";
import type { Operation } from "#lib/operations/operation.ts";
import { outbox } from "#lib/outbox/noun.ts";
import { people } from "#lib/people/noun.ts";
import { proposals } from "#lib/proposals/noun.ts";
import { roadmap } from "#lib/roadmap/noun.ts";
import { savedViews } from "#lib/saved-views/noun.ts";
import { settings } from "#lib/settings/noun.ts";
import { themes } from "#lib/themes/noun.ts";
import { tribes } from "#lib/tribes/noun.ts";

/** Every noun of the house: a new one is a line here and a line in nouns.server.ts. */
export const nouns = [
  operations,
  auth,
  settings,
  people,
  tribes,
  customers,
  erasure,
  insights,
  savedViews,
  duty,
  themes,
  distribution,
  proposals,
  initiatives,
  catalogue,
  comments,
  notices,
  outbox,
  roadmap,
  okrs,
  imports,
  desks,
] as const satisfies readonly Noun[];

type ValuesOf<Group> = Group[keyof Group];
type Groups = (typeof nouns)[number]["operations"][number];

/** The name of anything that can be done: "insight.assigned". */
export type OperationName = (
  Groups extends infer Group
    ? Group extends unknown
      ? ValuesOf<Group>
      : never
    : never
) extends infer Act
  ? Act extends { readonly name: infer Name extends string }
    ? Name
    : never
  : never;

type TopicsOf<Declared> = Declared extends { readonly topics: infer Topics } ? keyof Topics : never;

/** A part of the product that there can be news of. */
export type Topic = TopicsOf<(typeof nouns)[number]>;

const declared: readonly Noun[] = nouns;

/** Every act by its name. */
export const operationsByName: ReadonlyMap<string, Operation> = new Map(
  declared
    .flatMap(({ operations }) => operations.flatMap((group) => Object.values(group)))
    .map((operation) => [operation.name, operation]),
);

/** What sentences of the history may mention: what things are called, and the values with how each reads. */
export const facts: { kinds: readonly string[]; values: ReadonlyMap<string, Form> } = {
  kinds: [...new Set(declared.flatMap((one) => one.facts?.kinds ?? []))],
  values: new Map(declared.flatMap((one) => Object.entries(one.facts?.values ?? {}))),
};

/** The columns that say to which Tribe or team a row belongs, by table. */
export const places: NonNullable<Noun["places"]> = Object.assign(
  {},
  ...declared.map((one) => one.places ?? {}),
);
