import { beforeAll, describe, expect, it } from "vitest";
import { type ActorOf, type CommandName, commands, runCommand } from "#lib/commands.ts";
import { newCall } from "#lib/operations/write.ts";
import { cases } from "#tests/integration/commands/cases.ts";
import { names, strangersTo } from "#tests/integration/commands/catalogue.ts";
import { type Company, companyOn, now } from "#tests/integration/commands/company.ts";
import { useDatabase } from "#tests/support/use-database.ts";

/** What everybody has somewhere: their own work, own settings, own objectives. The act asks whose it is. */
const everybodys: CommandName[] = [
  "comment.write",
  "follow.end",
  "follow.start",
  "insight.hand-in",
  "key-result.archive",
  "key-result.check-in",
  "key-result.create",
  "key-result.edit",
  "key-result.retract",
  "message.allow",
  "message.silence",
  "notice.clear",
  "notice.read",
  "objective.archive",
  "objective.create",
  "objective.edit",
  "person.edit-password",
  "person.edit-preferences",
  "session.end",
  "undo",
  "view.remove",
  "view.save",
];
const somebodys = names.filter((name) => !everybodys.includes(name));

let company: Company;

beforeAll(async () => {
  process.env.NEXTAUTH_SECRET ??= "a secret of these tests, long enough";
  company = await companyOn(await useDatabase());
});

/** The act itself, past the door that asks for its permissions. */
function actOf<Name extends CommandName>(name: Name, actor: ActorOf<Name>, input: unknown) {
  const { input: schema, ...command } = commands[name];
  return command.run(actor, schema.parse(input), newCall(now));
}

describe("the right to ask", () => {
  it.each(somebodys)(
    "for %s is refused to who has it nowhere, and nothing is written",
    async (name) => {
      const strangers = strangersTo(name, company);
      expect(strangers.map((one) => one.name)).toContain("Clara without her hats");
      const before = await company.database.operation.count();
      for (const stranger of strangers)
        await expect(runCommand(name, stranger, {}, newCall(now)), stranger.name).rejects.toThrow(
          "not-allowed",
        );
      expect(await company.database.operation.count()).toBe(before);
    },
  );

  it("is everybody's for what is one's own, and for nothing else", () => {
    const open = names.filter((name) => strangersTo(name, company).length === 0);
    expect(open.sort()).toEqual(everybodys);
  });
});

describe("the right to do", () => {
  it.each(somebodys)(
    "%s is asked by the act itself, for what would otherwise be done",
    async (name) => {
      const input = await cases[name].works(company);
      const before = await company.database.operation.count();
      for (const stranger of strangersTo(name, company))
        await expect(actOf(name, stranger, input), stranger.name).rejects.toThrow("not-allowed");
      expect(await company.database.operation.count()).toBe(before);
    },
  );
});
