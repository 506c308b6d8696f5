import { randomUUID } from "node:crypto";
import type { authCommands } from "#lib/auth/commands.ts";
import { hashPassword } from "#lib/auth/password.ts";
import { openSession } from "#lib/auth/writes/sessions.ts";
import { runCommand } from "#lib/commands.ts";
import type { commentsCommands } from "#lib/comments/commands.ts";
import type { dutyCommands } from "#lib/duty/commands.ts";
import type { historyCommands } from "#lib/history/commands.ts";
import type { noticesCommands } from "#lib/notices/commands.ts";
import { newCall } from "#lib/operations/write.ts";
import type { outboxCommands } from "#lib/outbox/commands.ts";
import type { savedViewsCommands } from "#lib/saved-views/commands.ts";
import type { settingsCommands } from "#lib/settings/commands.ts";
import type { CasesOf } from "#tests/integration/commands/case.ts";
import { type Company, now } from "#tests/integration/commands/company.ts";
import { archiveInitiative, freshInitiative } from "#tests/integration/commands/fresh.ts";

type Own = typeof authCommands &
  typeof dutyCommands &
  typeof commentsCommands &
  typeof historyCommands &
  typeof noticesCommands &
  typeof outboxCommands &
  typeof savedViewsCommands &
  typeof settingsCommands;

const view = { screen: "insights", query: "state=inbox" } as const;

/** Something that louis has just done. */
async function freshAct({ id, people, next }: Company): Promise<string> {
  const call = newCall(now);
  const theme = { title: `Rapports ${next()}`, tribeId: id.pla };
  await runCommand("theme.create", people.louis, theme, call);
  return call.operationId;
}

/** What salome is told of something she follows. */
async function freshNotice(company: Company): Promise<string> {
  const { database, people, ask } = company;
  const on = { on: "initiative", id: await freshInitiative(company) };
  await ask("salome", "follow.start", on);
  await ask("louis", "comment.write", { ...on, body: "Prêt en mars" });
  const told = await database.notice.findFirstOrThrow({
    where: { personId: people.salome.id, subjectId: on.id },
  });
  return told.id;
}

/** A message to salome that the server refused. */
async function freshFailure({ database, people, next }: Company): Promise<string> {
  const made = await database.outbox.create({
    data: {
      ...{ channel: "mail", kind: "digest", recipientId: people.salome.id, notBefore: now },
      ...{ idempotencyKey: `failure ${next()}`, madeAt: now, endedAt: now },
      ...{ state: "failed", failure: "refused", tries: 1 },
    },
  });
  return made.id;
}

/** A week of the distant future, louis's; each time another. */
async function freshWeek({ database, people, next }: Company, personId = people.louis.id) {
  const week = new Date(Date.UTC(2030, 0, 7 + 7 * next()));
  return database.dutyWeek.create({
    data: { week, personId },
    select: { id: true, version: true },
  });
}

async function uploadLimit({ database, next }: Company) {
  const chosen = await database.setting.findUnique({ where: { id: "upload-limit" } });
  const value = 2_000_000 + next();
  return { id: "upload-limit" as const, value, version: chosen?.version ?? 0 };
}

export const ownCases: CasesOf<Own> = {
  "person.edit-preferences": {
    who: "salome",
    // One after the other never alike.
    works: ({ next }) => ({ singleKeys: next() % 2 === 0, theme: "dark" }),
    refused: "One may prefer whatever there is.",
    conflict: "Only oneself changes one's preferences, and the last word holds.",
  },
  "person.edit-password": {
    who: "salome",
    works: async ({ database, people, next }) => {
      const current = "the tide of many herons";
      const data = { passwordHash: await hashPassword(current) };
      await database.person.update({ where: { id: people.salome.id }, data });
      return { current, password: `${current} and ${next()} barges` };
    },
    refused: {
      key: "password-common",
      by: "louis",
      input: async ({ database, people }) => {
        const data = { passwordHash: await hashPassword("a boat of herons") };
        await database.person.update({ where: { id: people.louis.id }, data });
        return { current: "a boat of herons", password: "password1234" };
      },
    },
    conflict: {
      key: "password-wrong",
      meanwhile: ({ ask }, asked) => ask("salome", "person.edit-password", asked),
    },
  },
  "session.end": {
    who: "salome",
    works: async ({ people }) => ({ id: await openSession(people.salome.id, now) }),
    refused: { key: "not-found", input: () => ({ id: randomUUID() }) },
    conflict: {
      key: "not-found",
      meanwhile: ({ ask }, asked) => ask("salome", "session.end", asked),
    },
  },
  "comment.write": {
    who: "salome",
    works: async (company) => ({
      on: "initiative",
      id: await freshInitiative(company),
      body: "Attendu depuis mars",
    }),
    refused: {
      key: "not-found",
      input: () => ({ on: "initiative", id: randomUUID(), body: "Attendu" }),
    },
    conflict: {
      key: "not-found",
      meanwhile: (company, { id }) => archiveInitiative(company, id),
    },
  },
  "follow.start": {
    who: "salome",
    works: async (company) => ({ on: "initiative", id: await freshInitiative(company) }),
    refused: { key: "not-found", input: () => ({ on: "initiative", id: randomUUID() }) },
    conflict: "What one follows is one's own, and what was archived may be followed.",
  },
  "follow.end": {
    who: "salome",
    works: async (company) => ({ on: "initiative", id: await freshInitiative(company) }),
    refused: { key: "not-found", input: () => ({ on: "nothing", id: randomUUID() }) },
    conflict: "What one follows is one's own, and what was archived may be followed.",
  },
  "notice.read": {
    who: "salome",
    works: async (company) => ({ ids: [await freshNotice(company)] }),
    refused: "What is read before, or somebody else's, stays as it is.",
    conflict: "One's own news, read twice, was read.",
  },
  "notice.clear": {
    who: "salome",
    works: async (company) => ({ ids: [await freshNotice(company)] }),
    refused: "What is cleared before, or somebody else's, stays as it is.",
    conflict: "One's own news, cleared twice, is out of sight.",
  },
  "message.retry": {
    who: "ines",
    works: async (company) => ({ ids: [await freshFailure(company)] }),
    refused: { key: "not-found", input: () => ({ ids: [randomUUID()] }) },
    conflict: {
      key: "not-found",
      meanwhile: ({ ask }, asked) => ask("ines", "message.retry", asked),
    },
  },
  "message.silence": {
    who: "salome",
    works: async (company) => ({ on: "initiative", id: await freshInitiative(company) }),
    refused: { key: "not-found", input: () => ({ on: "nothing", id: randomUUID() }) },
    conflict: "What one silences is one's own; twice is once.",
  },
  "message.allow": {
    who: "salome",
    works: async (company) => {
      const on = { on: "initiative", id: await freshInitiative(company) };
      return company.ask("salome", "message.silence", on);
    },
    refused: { key: "not-found", input: () => ({ id: randomUUID() }) },
    conflict: {
      key: "not-found",
      meanwhile: ({ ask }, asked) => ask("salome", "message.allow", asked),
    },
  },
  undo: {
    who: "louis",
    works: async (company) => ({ operationId: await freshAct(company) }),
    refused: {
      key: "undo-not-yours",
      by: "camille",
      input: async (company) => ({ operationId: await freshAct(company) }),
    },
    conflict: {
      key: "undo-done-before",
      meanwhile: ({ ask }, asked) => ask("ines", "undo", asked),
    },
  },
  "view.save": {
    who: "salome",
    works: ({ next }) => ({ ...view, name: `Inbox ${next()}` }),
    refused: {
      key: "saved-views-full",
      by: "bastien",
      input: async ({ database, people }) => {
        const views = Array.from({ length: 50 }, (_, number) => ({
          ...{ ...view, personId: people.bastien.id, name: `View ${number}` },
        }));
        await database.savedView.createMany({ data: views });
        return { ...view, name: "One more" };
      },
    },
    conflict: "Views are one's own, and the same name again replaces.",
  },
  "view.remove": {
    who: "salome",
    works: ({ ask, next }) => ask("salome", "view.save", { ...view, name: `Inbox ${next()}` }),
    refused: { key: "not-found", input: () => ({ id: randomUUID() }) },
    conflict: {
      key: "not-found",
      meanwhile: ({ ask }, asked) => ask("salome", "view.remove", asked),
    },
  },
  "duty.exchange": {
    who: "louis",
    works: async (company) => ({
      week: await freshWeek(company),
      with: await freshWeek(company, company.people.camille.id),
    }),
    refused: {
      key: "not-allowed",
      by: "camille",
      input: async (company) => ({
        week: await freshWeek(company),
        with: await freshWeek(company),
      }),
    },
    conflict: {
      key: "changed-meanwhile",
      meanwhile: ({ ask }, asked) => ask("louis", "duty.exchange", asked),
    },
  },
  "duty.give": {
    who: "ines",
    works: async (company) => ({
      ...(await freshWeek(company)),
      personId: company.people.camille.id,
    }),
    refused: {
      key: "duty-sorts-not",
      input: async (company) => ({
        ...(await freshWeek(company)),
        personId: company.people.salome.id,
      }),
    },
    conflict: {
      key: "changed-meanwhile",
      meanwhile: ({ ask }, asked) => ask("ines", "duty.give", { ...asked, personId: null }),
    },
  },
  "setting.change": {
    who: "ines",
    works: uploadLimit,
    refused: {
      key: "changed-meanwhile",
      input: () => ({ id: "revenue-visibility", value: "all", version: 99 }),
    },
    conflict: {
      key: "changed-meanwhile",
      meanwhile: ({ ask }, asked) => ask("ines", "setting.change", asked),
    },
  },
};
