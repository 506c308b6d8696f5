export type Params = Record<string, string | number>;

/** A refusal meant for people: a key of the `errors` messages and its parameters. The words are chosen when shown. */
export class UserError extends Error {
  readonly key: string;
  readonly params: Params;

  constructor(key: string, params: Params = {}) {
    super(`${key} ${JSON.stringify(params)}`);
    this.name = "UserError";
    this.key = key;
    this.params = params;
  }
}
