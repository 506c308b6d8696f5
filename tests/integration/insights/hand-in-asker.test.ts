import { beforeAll, beforeEach, expect, it } from "vitest";
import type { Database } from "#lib/db.ts";
import { eraseRequester } from "#lib/erasure/writes/erase.ts";
import { findCustomerOfDomain } from "#lib/insights/reads/customer-of-domain.ts";
import { countOwnInsights } from "#lib/insights/reads/insights.ts";
import { handInInput } from "#lib/insights/schema.ts";
import { handInInsight } from "#lib/insights/writes/hand-in.ts";
import { newCall } from "#lib/operations/write.ts";
import { castOn } from "#tests/support/cast.ts";
import { useDatabase } from "#tests/support/use-database.ts";

const now = new Date("2026-11-16T09:00:00Z");
let database: Database;
let cast: Awaited<ReturnType<typeof castOn>>;
let lebrun: string;

beforeAll(async () => {
  process.env.NEXTAUTH_SECRET ??= "a secret of these tests, long enough";
  database = await useDatabase();
  cast = await castOn(database);
});

beforeEach(async () => {
  await database.requester.deleteMany({ where: { insights: { none: {} } } });
  lebrun = (
    await database.organisation.upsert({
      where: { id: "019a0000-0000-7000-8000-000000000001" },
      create: {
        id: "019a0000-0000-7000-8000-000000000001",
        name: "Transports Lebrun",
        domains: ["lebrun.example", "gmail.com"],
      },
      update: {},
      select: { id: true },
    })
  ).id;
});

async function handIn(input: Record<string, unknown>) {
  const { id } = await handInInsight(
    cast.salome,
    handInInput.parse({ body: "Il manque l'A3", ...input }),
    newCall(now),
  );
  return database.insight.findUniqueOrThrow({
    where: { id },
    include: {
      requesters: { include: { requester: true } },
      organisations: { include: { organisation: true } },
    },
  });
}

it("who said it is the insight's requester, of the organisation whose address they have", async () => {
  const marie = { requesterName: "Marie Dupont", requesterEmail: "Marie.Dupont@lebrun.example" };
  const before = await countOwnInsights(cast.salome);
  const first = await handIn({ ...marie, organisationId: lebrun, saidOn: "2026-11-03" });
  expect(first.requesters.map(({ requester }) => requester)).toMatchObject([
    {
      name: "Marie Dupont",
      email: "marie.dupont@lebrun.example",
      externalKey: "desk:marie.dupont@lebrun.example",
      organisationId: lebrun,
      personId: null,
    },
  ]);
  expect(first.organisations.map(({ organisation }) => organisation.name)).toEqual([
    "Transports Lebrun",
  ]);
  expect(first.saidAt.toISOString().slice(0, 10)).toBe("2026-11-03");
  const second = await handIn({ requesterEmail: marie.requesterEmail, saidOn: "2026-12-24" });
  expect(second.requesters[0]?.requesterId).toBe(first.requesters[0]?.requesterId);
  expect(second.saidAt).toEqual(now);
  expect((await countOwnInsights(cast.salome)).count).toBe(before.count + 2);
});

it("somebody whom a desk told of by the same address is not made a second time", async () => {
  const known = await database.requester.create({
    data: { name: "Zoé Petit", externalKey: "desk:5b10ac8d82e0", email: "zoe@lebrun.example" },
  });
  const insight = await handIn({ requesterName: "Z. Petit", requesterEmail: "ZOE@lebrun.example" });
  expect(insight.requesters.map(({ requesterId }) => requesterId)).toEqual([known.id]);
});

it("a colleague who said it is the colleague, and nobody named is whoever hands it in", async () => {
  const { email } = await database.person.findUniqueOrThrow({ where: { id: cast.louis.id } });
  const colleague = await handIn({ requesterName: "Louis", requesterEmail: email });
  expect(colleague.requesters[0]?.requester.personId).toBe(cast.louis.id);
  const own = await handIn({ requesterName: " ", requesterEmail: "" });
  expect(own.requesters[0]?.requester.personId).toBe(cast.salome.id);
});

it("an address that everybody may have tells no customer", async () => {
  const insight = await handIn({ requesterEmail: "marie.dupont@gmail.com" });
  expect(insight.requesters[0]?.requester).toMatchObject({ organisationId: null });
  expect(await findCustomerOfDomain(cast.salome, "gmail.com")).toBeNull();
  expect(await findCustomerOfDomain(cast.salome, "LEBRUN.example")).toMatchObject({ id: lebrun });
  expect(await findCustomerOfDomain(cast.salome, "nobody.example")).toBeNull();
});

it("who asked to be forgotten comes back neither as requester nor in the words", async () => {
  const gone = { requesterName: "Julie Maréchal", requesterEmail: "julie@lebrun.example" };
  const first = await handIn(gone);
  const requesterId = first.requesters[0]?.requesterId ?? "";
  await eraseRequester(cast.ines, { requesterId }, newCall(now));
  const again = await handIn({
    ...gone,
    title: "Julie Maréchal : A3",
    body: "Julie Maréchal veut l'A3",
  });
  expect(again.requesters).toEqual([]);
  expect(again.title).not.toContain("Maréchal");
  expect(again.body).not.toContain("Maréchal");
  expect(again.body).toContain("veut l'A3");
});

it.each([{ requesterEmail: "no address" }, { saidOn: "31/02/2026" }, { requesterName: 3 }])(
  "what is no address or no day is refused: %j",
  (input) => {
    expect(handInInput.safeParse({ body: "x", ...input }).success).toBe(false);
  },
);
