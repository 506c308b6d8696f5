import { backUpTo } from "#lib/cli/backup.ts";
import { customers } from "#lib/cli/customers.ts";
import { doctor } from "#lib/cli/doctor.ts";
import { exportTo } from "#lib/cli/export.ts";
import { importFile } from "#lib/cli/import.ts";
import { requester } from "#lib/cli/requester.ts";
import { restoreFrom } from "#lib/cli/restore.ts";
import { CliError, languageAsked, sentences } from "#lib/cli/sentences.ts";
import { setUp } from "#lib/cli/set-up.ts";
import { user } from "#lib/cli/user.ts";
import { shell } from "#lib/env.ts";
import { UserError } from "#lib/errors.ts";
import { stillBell } from "#lib/operations/bell.ts";

// npm run -s tribune -- <command>: nothing but the answer on standard output; what is wrong, in one sentence, on
// standard error. Exit code 0 done, 1 not done, 2 done in part.

const commands = {
  import: importFile,
  export: exportTo,
  backup: backUpTo,
  restore: restoreFrom,
  customers,
  requester,
  user,
  doctor,
  "set-up": setUp,
};

function isCommand(given: string): given is keyof typeof commands {
  return Object.hasOwn(commands, given);
}

const [name = "", ...rest] = process.argv.slice(2);
const say = sentences(languageAsked(rest));

try {
  if (!isCommand(name)) {
    const usage = say("cli.usage", {});
    if (["help", "--help", "-h"].includes(name)) console.log(usage);
    else throw new CliError(usage);
  } else {
    process.exitCode = await commands[name](rest, say);
  }
} catch (error) {
  process.exitCode = 1;
  console.error(messageOf(error));
} finally {
  await stillBell();
  await globalThis.tribuneDatabase?.$disconnect();
}

function messageOf(error: unknown): string {
  if (error instanceof UserError) return say(error.key, error.params);
  if (error instanceof CliError) return error.message;
  // node:util's own words name the option that it does not know.
  if (
    error instanceof TypeError &&
    "code" in error &&
    String(error.code).startsWith("ERR_PARSE_ARGS")
  ) {
    return `${error.message}\n${say("cli.usage", {})}`;
  }
  // Whoever wants to look further asks for it; nobody else has use for a stack.
  if (shell().wantsTrace) console.error(error);
  return say("cli.unexpected", {});
}
