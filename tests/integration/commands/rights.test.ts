import { beforeAll, describe, expect, it } from "vitest";
import { canSomewhere } from "#lib/auth/policy.ts";
import { type CommandName, commands, isCommandName, runCommand } from "#lib/commands.ts";
import type { Database } from "#lib/db.ts";
import { newCall } from "#lib/operations/write.ts";
import { castOn } from "#tests/support/cast.ts";
import { useDatabase } from "#tests/support/use-database.ts";

const now = new Date("2026-11-16T09:00:00Z");
const names: CommandName[] = Object.keys(commands).filter(isCommandName);

/** What everybody has somewhere: their own work, own settings, own objectives. The act asks whose it is. */
const everybodys: CommandName[] = [
  "comment.write",
  "insight.hand-in",
  "key-result.archive",
  "key-result.check-in",
  "key-result.create",
  "key-result.edit",
  "objective.archive",
  "objective.create",
  "objective.edit",
  "person.edit-preferences",
  "undo",
  "view.remove",
  "view.save",
];

let database: Database;
let everyone: Awaited<ReturnType<typeof people>>;

async function people() {
  const { id: _, ...cast } = await castOn(database);
  return [...Object.values(cast), { ...cast.clara, name: "Clara without her hats", hats: [] }];
}

const strangersTo = (name: CommandName) =>
  everyone.filter((one) => !commands[name].permissions.some((right) => canSomewhere(one, right)));

beforeAll(async () => {
  database = await useDatabase();
  everyone = await people();
});

describe("the right to ask", () => {
  it.each(names.filter((name) => !everybodys.includes(name)))(
    "for %s is refused to who has it nowhere, and nothing is written",
    async (name) => {
      const strangers = strangersTo(name);
      expect(strangers.map((one) => one.name)).toContain("Clara without her hats");
      const before = await database.operation.count();
      for (const stranger of strangers)
        await expect(runCommand(name, stranger, {}, newCall(now)), stranger.name).rejects.toThrow(
          "not-allowed",
        );
      expect(await database.operation.count()).toBe(before);
    },
  );

  it("is everybody's for what is one's own, and for nothing else", () => {
    expect(names.filter((name) => strangersTo(name).length === 0).sort()).toEqual(everybodys);
  });
});
