import { beforeAll, expect, test } from "vitest";
import { listCustomers, listPairs } from "#lib/customers/reads/customers.ts";
import { listOrganisations } from "#lib/customers/reads/organisations.ts";
import { findRequesterId, findRequesters } from "#lib/customers/reads/requesters.ts";
import type { Database } from "#lib/db.ts";
import { previewErasure } from "#lib/erasure/reads/preview.ts";
import { castOn, insightOn } from "#tests/support/cast.ts";
import { useDatabase } from "#tests/support/use-database.ts";

let database: Database;
let cast: Awaited<ReturnType<typeof castOn>>;
let askerId: string;

/** Ventadour asked for one thing, by Maud Lenoir, and may be one with Pennerley. */
beforeAll(async () => {
  database = await useDatabase();
  cast = await castOn(database);
  const { desk, ventadour, pennerley } = cast.id;
  const insightId = await insightOn(database, desk, { organisationId: ventadour });
  const asker = await database.requester.create({
    data: {
      name: "Maud Lenoir",
      externalKey: "desk:maud@ventadour.example",
      email: "maud@ventadour.example",
      organisationId: ventadour,
      insights: { create: { insightId } },
    },
  });
  askerId = asker.id;
  await database.organisationPair.create({
    data: { aId: ventadour, bId: pennerley, reason: "domain" },
  });
});

test("customers are found by a part of their name, accents aside, with what they said", async () => {
  const { rows, total } = await listCustomers(cast.ines, "ventadour energ", 1);
  expect(rows).toMatchObject([
    { name: "Groupe Ventadour Énergies", insights: 1, revenueCents: 21_200_000, merged: [] },
  ]);
  expect(total).toBe(1);
});

test("two that may be one are shown beside each other, until somebody has decided", async () => {
  const { pairs, total } = await listPairs(cast.ines);
  expect(pairs).toMatchObject([
    { reason: "domain", a: { insights: 1 }, b: { name: "Pennerley Boilers", insights: 0 } },
  ]);
  expect(total).toBe(1);
});

test("a field proposes first the customer whose name begins with what was typed", async () => {
  const found = await listOrganisations(cast.louis, "pen");
  expect(found).toEqual([{ id: cast.id.pennerley, name: "Pennerley Boilers", state: "customer" }]);
});

test("who asks to be forgotten is found by a part of the name or the whole address", async () => {
  expect(await findRequesters(cast.ines, "lenoir")).toMatchObject([
    { name: "Maud Lenoir", organisation: "Groupe Ventadour Énergies", insights: 1 },
  ]);
  expect(await findRequesterId(cast.ines, "MAUD@ventadour.example")).toBe(askerId);
  expect(await findRequesterId(cast.ines, "nobody@ventadour.example")).toBeNull();
});

test("before somebody is erased one sees what would go", async () => {
  expect(await previewErasure(cast.ines, askerId)).toEqual({
    entries: [{ id: askerId, name: "Maud Lenoir", email: "maud@ventadour.example" }],
    rows: { tickets: 0, comments: 0 },
  });
});
