import { canSomewhere } from "#lib/auth/policy.ts";
import { type CommandName, commands, isCommandName } from "#lib/commands.ts";
import type { Company } from "#tests/integration/commands/company.ts";

export const names: readonly CommandName[] = Object.keys(commands).filter(isCommandName);

/** Who of the company has none of a command's permissions anywhere. */
export function strangersTo(name: CommandName, { people }: Company) {
  const everyone = [
    ...Object.values(people),
    { ...people.clara, name: "Clara without her hats", hats: [] },
  ];
  return everyone.filter(
    (one) => !commands[name].permissions.some((right) => canSomewhere(one, right)),
  );
}
