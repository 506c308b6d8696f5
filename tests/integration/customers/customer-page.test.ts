import { beforeAll, expect, test } from "vitest";
import { findCustomer } from "#lib/customers/reads/customer.ts";
import type { Database } from "#lib/db.ts";
import { listInitiativesServing } from "#lib/initiatives/reads/of-customer.ts";
import { findInsight } from "#lib/insights/reads/insights.ts";
import { countRequestsOf, listRequestsOf, listVoicesOf } from "#lib/insights/reads/of-customer.ts";
import { type Company, companyOn } from "#tests/integration/commands/company.ts";
import { insightOn } from "#tests/support/cast.ts";
import { initiativeOn } from "#tests/support/roadmap.ts";
import { useDatabase } from "#tests/support/use-database.ts";

// Ventadour asked for five things: one is shipped, one planned, one of two merged ones waits with Planning, one nobody
// has looked at. Pennerley's one was merged into Ventadour's.

let company: Company;
let database: Database;

beforeAll(async () => {
  company = await companyOn(await useDatabase());
  database = company.database;
  const { id, ask } = company;
  const on = (title: string, organisationId: string, day: number, tribeId?: string) =>
    insightOn(database, id.desk, {
      ...{ title, body: `Les mots de « ${title} »`, organisationId },
      ...(tribeId ? { tribeId } : {}),
      saidAt: new Date(Date.UTC(2026, 9, day)),
    });
  const shipped = await on("Vue carte", id.ventadour, 1, id.pla);
  const planned = await on("Rapport perdu", id.ventadour, 2, id.pla);
  const waiting = await on("Signer avec des gants", id.ventadour, 3, id.pla);
  const again = await on("Gants et signature", id.ventadour, 4);
  const theirs = await on("Gloves", id.pennerley, 5);
  await on("Heures d’astreinte", id.ventadour, 6);
  const { id: themeId } = await ask("louis", "theme.create", {
    ...{ title: "Rapports", tribeId: id.pla, insightIds: [planned, again] },
  });
  await ask("louis", "insight.merge", { ids: [again, theirs], intoId: waiting });
  await ask("louis", "insight.answer", {
    ...{ ids: [shipped], answer: "shipped", note: "Depuis le T3, sur le web." },
  });
  const initiativeId = await initiativeOn(database, {
    ...{ title: "Ne plus perdre un rapport", teamId: id.dispatch },
  });
  await ask("louis", "insight.answer", { ids: [planned], answer: "planned", initiativeId });
  await database.initiativeTheme.create({ data: { initiativeId, themeId } });
});

const requestsOf = async (who: "louis" | "salome", part: "all" | "answered" | "open" = "all") => {
  const rows = await listRequestsOf(company.people[who], company.id.ventadour, part, 1);
  return rows.map(({ title, outcome }) => `${outcome}: ${title}`);
};

test("what they asked stands by what became of it, the newest first, each thing once", async () => {
  expect(await requestsOf("louis")).toEqual([
    "shipped: Vue carte",
    "planned: Rapport perdu",
    "open: Heures d’astreinte",
    "open: Signer avec des gants",
  ]);
  expect(await countRequestsOf(company.people.louis, company.id.ventadour)).toEqual([
    { outcome: "shipped", count: 1 },
    { outcome: "planned", count: 1 },
    { outcome: "open", count: 2 },
  ]);
});

test("a part of it holds what it names", async () => {
  expect(await requestsOf("louis", "answered")).toHaveLength(2);
  expect(await requestsOf("louis", "open")).toHaveLength(2);
});

test("a row says what those who asked were told, and when; what is made of it; who has it", async () => {
  const [shipped, planned, untouched, waiting] = await listRequestsOf(
    company.people.louis,
    company.id.ventadour,
    "all",
    1,
  );
  expect(shipped).toMatchObject({
    answer: "shipped",
    answerNote: "Depuis le T3, sur le web.",
    answeredAt: expect.stringMatching(/^2026-11-16T/),
  });
  expect(planned?.initiative).toMatchObject({ title: "Ne plus perdre un rapport", quarter: null });
  expect(untouched).toMatchObject({ tribeId: null, initiative: null, answeredAt: null });
  expect(waiting).toMatchObject({ tribeId: company.id.pla });
});

test("an initiative serves them by what was merged, too, and says how much of it", async () => {
  const serving = await listInitiativesServing(company.people.louis, company.id.ventadour);
  expect(serving).toMatchObject([{ title: "Ne plus perdre un rapport", insights: 2 }]);
  const theirs = await listInitiativesServing(company.people.louis, company.id.pennerley);
  expect(theirs).toMatchObject([{ insights: 1 }]);
});

test("their words come newest first", async () => {
  const voices = await listVoicesOf(company.people.louis, company.id.ventadour, 2);
  expect(voices.map(({ words }) => words)).toEqual([
    "Les mots de « Heures d’astreinte »",
    "Les mots de « Signer avec des gants »",
  ]);
});

test("who sees only their own sees of a customer what they handed in, and nothing counts the rest", async () => {
  const { ask, id, people } = company;
  expect(await requestsOf("salome")).toEqual([]);
  const { id: own } = await ask("salome", "insight.hand-in", {
    ...{ title: "Le rapport au client", body: "Envoyé d’un coup.", organisationId: id.ventadour },
  });
  expect(await requestsOf("salome")).toEqual(["open: Le rapport au client"]);
  expect(await countRequestsOf(people.salome, id.ventadour)).toEqual([
    { outcome: "open", count: 1 },
  ]);
  expect(await listInitiativesServing(people.salome, id.ventadour)).toEqual([]);
  expect(await listVoicesOf(people.salome, id.ventadour, 9)).toHaveLength(1);
  await database.insightOrganisation.deleteMany({ where: { insightId: own } });
});

test("who looks after them, by their address and not by their name, sees all that they asked", async () => {
  const { id, people } = company;
  const manager = (accountManager: string | null) =>
    database.organisation.update({ where: { id: id.ventadour }, data: { accountManager } });
  await manager("Salomé Arnaud");
  expect(await requestsOf("salome")).toEqual([]);
  expect(await findCustomer(people.salome, id.ventadour)).toMatchObject({ isOwn: false });
  await manager("Salome.Arnaud@soupape.example");
  expect(await requestsOf("salome")).toHaveLength(4);
  const customer = await findCustomer(people.salome, id.ventadour);
  expect(customer).toMatchObject({ isOwn: true, accountManager: "Salomé Arnaud" });
  const [first] = await listRequestsOf(people.salome, id.ventadour, "all", 1);
  expect(await findInsight(people.salome, first?.number ?? 0)).not.toBeNull();
  const [pennerleys] = await listRequestsOf(people.louis, id.pennerley, "all", 1);
  await manager(null);
  expect(await findInsight(people.salome, pennerleys?.number ?? 0)).toBeNull();
});
