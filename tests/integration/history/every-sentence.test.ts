import { beforeAll, describe, expect, it } from "vitest";
import { type CommandName, runCommand } from "#lib/commands.ts";
import { listAudit } from "#lib/history/reads/history.ts";
import { operationsByName } from "#lib/nouns.ts";
import { newCall } from "#lib/operations/write.ts";
import { cases } from "#tests/integration/commands/cases.ts";
import { names } from "#tests/integration/commands/catalogue.ts";
import { type Company, companyOn, now } from "#tests/integration/commands/company.ts";
import { faultsOf, sentencesOf } from "#tests/support/messages/sentences.ts";
import { useDatabase } from "#tests/support/use-database.ts";

let company: Company;

beforeAll(async () => {
  process.env.NEXTAUTH_SECRET ??= "a secret of these tests, long enough";
  company = await companyOn(await useDatabase());
});

let seconds = 0;
/** Each act a second after the one before, so that the newest stands first, and within the hour's grace. */
const later = () => new Date(now.getTime() + ++seconds * 1000);

const all = { timeZone: "Europe/Paris", personId: null, from: null, to: null };

/** What the audit tells of the newest act, to whoever did it and may read it. */
async function told(id: string) {
  const { bastien, ines } = company.people;
  const pages = [await listAudit(bastien, all, null), await listAudit(ines, all, null)];
  return pages.flatMap(({ entries }) => entries.filter((entry) => entry.id === id)).slice(0, 1);
}

/** What a sentence says where it doesn't know its object. */
const namesNothing =
  /\b(une? (insight|initiative|thème|tribe|équipe|objectif|résultat clé|source|client|département|import|fichier)|quelqu’un|quelque chose|an action)\b/i;

/** What is one's own is in nobody else's audit; an undo is told where it was done. */
const ones: readonly CommandName[] = [
  ...(["follow.start", "follow.end", "notice.read", "notice.clear"] as const),
  ...(["person.edit-password", "person.edit-preferences", "session.end"] as const),
  ...(["message.silence", "message.allow"] as const),
  ...(["view.save", "view.remove", "undo"] as const),
];

describe.each(names)("%s", (name: CommandName) => {
  it("is told in sentences of both languages, and that it was taken back", async () => {
    const { who, works } = cases[name];
    const input = await works(company);
    const call = newCall(later());
    await runCommand(name, company.people[who], input, call);
    const [entry] = await told(call.operationId);
    if (!entry) return expect(ones).toContain(name);
    const undo = { ...entry, name: "undo", undid: entry.name };
    const isFinal = operationsByName.get(entry.name)?.undo === "final";
    const sentences = [entry, ...(isFinal ? [] : [undo])].flatMap(sentencesOf);
    expect(sentences.flatMap(faultsOf)).toEqual([]);
    expect(sentences.filter((sentence) => namesNothing.test(sentence))).toEqual([]);
  });
});
