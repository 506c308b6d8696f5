// What the launchers tell a person goes to standard error, so that standard output stays the answer's alone.
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/** A reason not to go on that a person can mend; shown without a stack. */
export class Refusal extends Error {
  name = "Refusal";
}

/** We were told to stop, and have: nothing to explain. */
export class Interruption extends Refusal {
  name = "Interruption";

  constructor() {
    super("Stopped.");
  }
}

/** Runs a launcher to its exit code: a refusal is one sentence, anything else a bug with its stack. */
export async function runToExit(work) {
  try {
    process.exitCode = await work();
  } catch (error) {
    const known =
      error instanceof Refusal ||
      error.name === "EmbeddedRefusal" ||
      error.name === "EditedMigration";
    say(known ? error.message : (error.stack ?? String(error)));
    process.exitCode = error instanceof Interruption ? 130 : 1;
  }
}
