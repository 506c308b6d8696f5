import { beforeAll, expect, test } from "vitest";
import {
  findCustomer,
  listCustomersOfAccount,
  listCustomersOfDomain,
} from "#lib/customers/reads/customer.ts";
import type { Database } from "#lib/db.ts";
import { castOn } from "#tests/support/cast.ts";
import { useDatabase } from "#tests/support/use-database.ts";

let database: Database;
let cast: Awaited<ReturnType<typeof castOn>>;

beforeAll(async () => {
  database = await useDatabase();
  cast = await castOn(database);
  const { ventadour, pennerley } = cast.id;
  await database.organisation.update({
    where: { id: ventadour },
    data: {
      domains: ["ventadour.example", "groupe.example"],
      aliases: {
        create: [
          { kind: "account-id", value: "001A000001" },
          { kind: "name", value: "ventadour" },
        ],
      },
    },
  });
  await database.organisation.update({
    where: { id: pennerley },
    data: { domains: ["groupe.example", "gmail.com"] },
  });
});

const names = (found: { name: string }[]) => found.map(({ name }) => name);

test("a domain leads to the customer that has it, to both where two share it, to none where all have it", async () => {
  expect(names(await listCustomersOfDomain(cast.salome, "ventadour.example"))).toEqual([
    "Groupe Ventadour Énergies",
  ]);
  expect(await listCustomersOfDomain(cast.salome, "groupe.example")).toHaveLength(2);
  expect(await listCustomersOfDomain(cast.salome, "gmail.com")).toEqual([]);
  expect(await listCustomersOfDomain(cast.salome, "nobody.example")).toEqual([]);
});

test("the customer base’s own id leads to it", async () => {
  expect(names(await listCustomersOfAccount(cast.salome, "001A000001"))).toEqual([
    "Groupe Ventadour Énergies",
  ]);
  expect(await listCustomersOfAccount(cast.salome, "001A000002")).toEqual([]);
});

test("what was merged away leads to the one that stands for it, with its name", async () => {
  const { id } = await database.organisation.create({
    data: {
      ...{ name: "Ventadour Gaz", domains: ["vgaz.example"], mergedIntoId: cast.id.ventadour },
      archivedAt: new Date(),
    },
  });
  expect(await findCustomer(cast.louis, id)).toMatchObject({
    id: cast.id.ventadour,
    names: ["Ventadour Gaz", "ventadour"],
  });
  expect(names(await listCustomersOfDomain(cast.louis, "vgaz.example"))).toEqual([
    "Groupe Ventadour Énergies",
  ]);
});

test("revenue is for whom the company's setting lets see it", async () => {
  const revenueOf = async (who: "salome" | "louis") =>
    (await findCustomer(cast[who], cast.id.ventadour))?.revenueCents;
  expect(await revenueOf("salome")).toBe(21_200_000);
  await database.setting.create({ data: { id: "revenue-visibility", value: "product" } });
  expect(await revenueOf("salome")).toBeNull();
  expect(await revenueOf("louis")).toBe(21_200_000);
});

test("nobody is found by an id that is nobody's", async () => {
  expect(await findCustomer(cast.louis, "00000000-0000-4000-8000-000000000000")).toBeNull();
});
