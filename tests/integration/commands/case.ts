import type { CommandName, InputOf } from "#lib/commands.ts";
import type { ErrorKey } from "#lib/i18n/sentences.ts";
import type { Company, Player } from "#tests/integration/commands/company.ts";

type Given<Input> = Input | Promise<Input>;

/** What must be known of a command to try all that holds for every command. */
export type Case<Name extends CommandName> = {
  /** Somebody who may. */
  who: Player;
  /** An input that does something, another one each time it is asked for. */
  works(company: Company): Given<InputOf<Name>>;
  /** An input that has its form and is refused, or why there is none. */
  refused: string | { key: ErrorKey; by?: Player; input(company: Company): Given<InputOf<Name>> };
  /** What somebody else does meanwhile so that an input that worked is refused, or why two never conflict. */
  conflict:
    | string
    | { key: ErrorKey; meanwhile(company: Company, input: InputOf<Name>): Promise<unknown> };
};

export type CasesOf<Commands> = { [Name in keyof Commands & CommandName]: Case<Name> };
