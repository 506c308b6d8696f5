import { beforeAll, expect, test } from "vitest";
import { system } from "#lib/auth/actor.ts";
import type { Database } from "#lib/db.ts";
import { unknownFields } from "#lib/desks/jira/issues/fields.ts";
import { ticketOf } from "#lib/desks/jira/issues/ticket.ts";
import { sourceOps } from "#lib/desks/noun.ts";
import { takeTickets } from "#lib/desks/writes/write-desk-tickets.ts";
import { carryOutErasure } from "#lib/erasure/writes/carry-out.ts";
import { eraseRequester } from "#lib/erasure/writes/erase.ts";
import { newCall, write } from "#lib/operations/write.ts";
import { castOn } from "#tests/support/cast.ts";
import { paris } from "#tests/support/in-paris.ts";
import { useDatabase } from "#tests/support/use-database.ts";
import { fileOf, importFile, monday } from "../imports/importing.ts";

let database: Database;
let cast: Awaited<ReturnType<typeof castOn>>;

beforeAll(async () => {
  process.env.NEXTAUTH_SECRET ??= "a secret of these tests, long enough";
  database = await useDatabase();
  cast = await castOn(database);
});

const map = { ...unknownFields, organisations: "customfield_1" };

type Told = {
  id: string;
  organisation?: { id: string; name: string };
  reporter?: object;
  minute: number;
};

/** A ticket as Jira's own answers tell it, taken in as a pull or a webhook does. */
async function take({ id, organisation, reporter, minute }: Told) {
  const issue = {
    id,
    key: `ORG-${id}`,
    self: null,
    fields: {
      summary: `Ticket ${id}`,
      description: "Reported by phone",
      updated: `2026-11-16T09:${String(minute).padStart(2, "0")}:00.000+0000`,
      customfield_1: organisation ? [organisation] : [],
      ...(reporter ? { reporter } : {}),
    },
  };
  const ticket = ticketOf(issue, map, String, { row: 1 });
  const call = newCall(monday);
  await write(system, call, { operation: sourceOps.eventTaken }, async (w) => {
    await takeTickets(w, { sourceId: cast.id.desk, runId: null, rawNames: [], now: monday }, [
      ticket,
    ]);
    return null;
  });
}

async function customersOf(key: string): Promise<string[]> {
  const rows = await database.$queryRaw<{ name: string }[]>`
    SELECT o.name FROM ticket t JOIN insight i ON i.ticket_id = t.id
    JOIN insight_organisation l ON l.insight_id = i.id JOIN organisation o ON o.id = l.organisation_id
    WHERE t.key = ${key} ORDER BY o.name`;
  return rows.map(({ name }) => name);
}

test("an organisation that was renamed in the desk stays one, by the desk's id", async () => {
  await take({ id: "11", organisation: { id: "7", name: "Cryo Atlantique" }, minute: 1 });
  await take({ id: "12", organisation: { id: "7", name: "Atlantic Cold Group" }, minute: 2 });
  await take({ id: "11", organisation: { id: "7", name: "Atlantic Cold Group" }, minute: 3 });
  expect(await customersOf("ORG-11")).toEqual(["Cryo Atlantique"]);
  expect(await customersOf("ORG-12")).toEqual(["Cryo Atlantique"]);
  await importFile(
    await fileOf("Issue key,Summary,Organizations", "CSV-1,Cold,ATLANTIC COLD GROUP"),
    "Another desk",
  );
  expect(await customersOf("CSV-1")).toEqual(["Cryo Atlantique"]);
});

test("where the new name is somebody else's already, a person says whether they are one", async () => {
  await importFile(
    await fileOf("Issue key,Summary,Organizations", "CSV-2,Warm,Baltic Cold"),
    "Another desk",
  );
  await take({ id: "21", organisation: { id: "8", name: "Ostsee Kälte" }, minute: 1 });
  await take({ id: "22", organisation: { id: "8", name: "Baltic Cold" }, minute: 2 });
  const pairs = await database.organisationPair.findMany();
  const ids = await database.organisation.findMany({
    where: { name: { in: ["Ostsee Kälte", "Baltic Cold"] } },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  expect(pairs.map(({ aId, bId }) => [aId, bId])).toEqual([ids.map(({ id }) => id)]);
});

test("somebody reported by the desk is of the customer whose domain they write from", async () => {
  await database.organisation.update({
    where: { id: cast.id.pennerley },
    data: { domains: ["pennerley.example"] },
  });
  const reporter = (accountId: string, emailAddress: string) => ({
    accountId,
    displayName: `Person ${accountId}`,
    emailAddress,
  });
  await take({ id: "31", reporter: reporter("a1", "jo@pennerley.example"), minute: 1 });
  await take({ id: "32", reporter: reporter("a2", "jo@gmail.com"), minute: 1 });
  const people = await database.requester.findMany({
    where: { externalKey: { in: ["desk:a1", "desk:a2"] } },
    orderBy: { externalKey: "asc" },
  });
  expect(people.map(({ organisationId }) => organisationId)).toEqual([cast.id.pennerley, null]);
});

test("who was erased stays erased under a new account with the old address", async () => {
  const reporter = (accountId: string, displayName: string) => ({
    accountId,
    displayName,
    emailAddress: "Odile.Fabre@pennerley.example",
  });
  await take({ id: "41", reporter: reporter("acc-odile-1", "Odile Fabre"), minute: 1 });
  const asked = await database.requester.findFirstOrThrow({
    where: { externalKey: "desk:acc-odile-1" },
  });
  const { id } = await eraseRequester(cast.ines, { requesterId: asked.id }, newCall(monday));
  await carryOutErasure(id, { now: () => monday, timeZone: paris });
  await take({ id: "41", reporter: reporter("acc-odile-1", "Odile Fabre"), minute: 5 });
  await take({ id: "42", reporter: reporter("acc-odile-2", "O. F."), minute: 1 });
  const tickets = await database.ticket.findMany({ where: { key: { in: ["ORG-41", "ORG-42"] } } });
  const nobody = { reporterName: null, reporterKey: null, reporterEmail: null };
  expect(tickets).toMatchObject([nobody, nobody]);
  const hers = { email: { contains: "odile", mode: "insensitive" } } as const;
  expect(await database.requester.count({ where: hers })).toBe(0);
});
