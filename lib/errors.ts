import type { ErrorArguments, ErrorKey, Params } from "#lib/i18n/sentences.ts";

export type { Params };

/**
 * A refusal meant for people: the key of its sentence and what that mentions, which the compiler knows. The words are
 * chosen when it is shown, by refusalSentence.
 */
export class UserError<Key extends ErrorKey = ErrorKey> extends Error {
  readonly key: ErrorKey;
  readonly params: Params;

  constructor(key: Key, ...[params]: ErrorArguments<Key>) {
    super(`${key} ${JSON.stringify(params ?? {})}`);
    this.name = "UserError";
    this.key = key;
    this.params = params ?? {};
  }
}

/** What was asked does not have the form it must have; `fields` names where, with zod's code of each fault. */
export class InvalidInput extends UserError<"invalid"> {
  readonly fields: Readonly<Record<string, string>>;

  constructor(issues: readonly { path: readonly PropertyKey[]; code: string }[]) {
    super("invalid");
    this.fields = Object.fromEntries(issues.map(({ path, code }) => [path.join("."), code]));
  }
}
