import type { DeclaredMessages } from "#lib/i18n/declared-messages.ts";

// What may be said of refusals, as the compiler knows it from the declaration of the messages.

export type Params = Record<string, string | number>;

/** Every refusal's key, with what its sentence asks for: those of `errors` bare, a room's own behind its name. */
type Sentences = DeclaredMessages["errors"] &
  OfRoom<"importsErrors"> &
  OfRoom<"jiraErrors"> &
  Pick<OfRoom<"cli">, `cli.no-${"file" | "place" | "requester" | "user"}`>;

type OfRoom<Room extends keyof DeclaredMessages> = {
  [Key in keyof DeclaredMessages[Room] & string as `${Room}.${Key}`]: DeclaredMessages[Room][Key];
};

export type ErrorKey = keyof Sentences;

/** Why a row of a file is left out: its own part of the messages `importsErrors`. */
export type RowReason = keyof DeclaredMessages["importsErrors"] & `row-${string}`;
/** What a person should know of a file that comes in all the same. */
export type WarningKey = Exclude<keyof DeclaredMessages["importsErrors"], RowReason>;

/** The values that a sentence mentions; for one of several keys, those of all of them. */
export type ErrorParams<Key extends ErrorKey> = Together<
  Key extends ErrorKey ? (asked: Asked<Sentences[Key]>) => void : never
>;

/** What goes with a key: nothing where its sentence mentions nothing, anything where the key may be any. */
export type ErrorArguments<Key extends ErrorKey> = [ErrorKey] extends [Key]
  ? [params?: Params]
  : keyof ErrorParams<Key> extends never
    ? []
    : [params: ErrorParams<Key>];

type Together<Each> = [Each] extends [(asked: infer All) => void] ? All : never;

type Asked<Text> = Text extends `{${infer One}}${infer Rest}` ? Value<One> & Asked<Rest> : unknown;

type Value<One extends string> = One extends `${infer Name}, ${"number" | "date"}`
  ? { [name in Name]: number }
  : { [name in One]: string | number };
