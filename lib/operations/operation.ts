import type { Permission } from "#lib/auth/policy.ts";

/**
 * How an act is taken back: by whoever has the permission now, for the Tribes and teams it touched; by its author alone,
 * as of a word of one's own; after a check of the noun's own (`noun.server.ts`); or not at all, because an inverse would
 * not take it back.
 */
export type UndoRule = Permission | "author" | "checked" | "final";

/** A kind of act. Its sentence stands under its name in the messages `operations`. */
export type Operation<Name extends string = string> = {
  /** "insight.assigned": the noun, and what was done. */
  readonly name: Name;
  readonly undo: UndoRule;
  /** Which screens have news of it; none where nobody else's shows anything, "subjects": those of all that is commented. */
  readonly topics: readonly string[] | "subjects";
};

type Kebab<Text extends string> = Text extends `${infer First}${infer Rest}`
  ? First extends Lowercase<First>
    ? `${First}${Kebab<Rest>}`
    : `-${Lowercase<First>}${Kebab<Rest>}`
  : Text;

/** `operationsOf("insight", ["insights"], { sharedOut: "insight:share-out" }).sharedOut.name` is "insight.shared-out". */
export function operationsOf<
  const Subject extends string,
  const Acts extends Readonly<Record<string, UndoRule>>,
>(
  subject: Subject,
  topics: Operation["topics"],
  acts: Acts,
): { readonly [Act in keyof Acts & string]: Operation<`${Subject}.${Kebab<Act>}`> };
export function operationsOf(
  subject: string,
  topics: Operation["topics"],
  acts: Readonly<Record<string, UndoRule>>,
): Record<string, Operation> {
  return Object.fromEntries(
    Object.entries(acts).map(([act, undo]) => [
      act,
      { name: `${subject}.${kebab(act)}`, undo, topics },
    ]),
  );
}

function kebab(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
