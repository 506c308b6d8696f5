import { beforeAll, expect, test } from "vitest";
import { findActorByEmail } from "#lib/auth/reads/actors.ts";
import type { Database } from "#lib/db.ts";
import { UserError } from "#lib/errors.ts";
import { listAudit } from "#lib/history/reads/history.ts";
import { newCall } from "#lib/operations/write.ts";
import { listDeputyChoices } from "#lib/people/reads/deputies.ts";
import { addPersonInput, giveHatInput } from "#lib/people/schema.ts";
import { endMembership, giveHat, startMembership, takeHat } from "#lib/people/writes/hats.ts";
import { importPeople } from "#lib/people/writes/import-people.ts";
import { addPerson, deactivatePerson, editPerson } from "#lib/people/writes/people.ts";
import { castOn } from "#tests/support/cast.ts";
import { inParis, paris } from "#tests/support/in-paris.ts";
import { useDatabase } from "#tests/support/use-database.ts";

const now = new Date("2026-11-16T09:00:00Z");
let database: Database;
let cast: Awaited<ReturnType<typeof castOn>>;

beforeAll(async () => {
  database = await useDatabase();
  cast = await castOn(database);
});

const newcomer = (email: string, fields: object = {}) =>
  addPersonInput.parse({ name: "Ada Newcomer", email, ...fields });
const hat = (fields: object) => giveHatInput.parse(fields);

test("of twenty who add the same address at once, one does, and the others are told", async () => {
  const added = await Promise.allSettled(
    Array.from({ length: 20 }, () =>
      addPerson(cast.ines, newcomer("twenty@soupape.example"), newCall(now)),
    ),
  );
  const refusals = added.flatMap((one) => (one.status === "rejected" ? [one.reason.key] : []));
  expect(refusals).toEqual(Array(19).fill("email-taken"));
});

test("Product Ops adds a person, by an address in lower case and without a password", async () => {
  const { id } = await addPerson(cast.ines, newcomer("Ada@Soupape.example"), newCall(now));
  const person = await database.person.findUniqueOrThrow({ where: { id } });
  expect(person).toMatchObject({ email: "ada@soupape.example", passwordHash: null });
});

test("an address belongs to one person, and only Product Ops keeps people", async () => {
  await expect(
    addPerson(cast.ines, newcomer("louis.marchetti@soupape.example"), newCall(now)),
  ).rejects.toThrow("email-taken");
  await expect(
    addPerson(cast.clara, newcomer("by.clara@soupape.example"), newCall(now)),
  ).rejects.toThrow("not-allowed");
});

test("two who edit a person: the later one is told; nobody manages their own manager", async () => {
  const { id } = await addPerson(cast.ines, newcomer("edited@soupape.example"), newCall(now));
  const profile = {
    name: "Ada",
    email: "edited@soupape.example",
    language: "en",
    departmentId: null,
  } as const;
  const edit = (version: number, managerId: string | null) =>
    editPerson(cast.ines, { id, version, ...profile, managerId }, newCall(now));
  await edit(1, cast.clara.id);
  await expect(edit(1, null)).rejects.toThrow("changed-meanwhile");
  const clara = {
    id: cast.clara.id,
    version: 1,
    name: cast.clara.name,
    email: "clara.vasseur@soupape.example",
    language: "fr",
    departmentId: null,
    managerId: id,
  } as const;
  await expect(editPerson(cast.ines, clara, newCall(now))).rejects.toThrow("manager-circle");
});

test("a hat counts from its first day until the day it is taken off, and stays known", async () => {
  const email = "dated@soupape.example";
  const { id: personId } = await addPerson(cast.ines, newcomer(email), newCall(now));
  const lead = hat({ personId, code: "lead-pm", tribeId: cast.id.ter, startsOn: "2026-12-01" });
  const { id } = await giveHat(cast.ines, lead, newCall(now));
  const hatsOn = async (day: string) =>
    (await findActorByEmail(email, inParis(new Date(`${day}T12:00:00Z`))))?.hats.map(
      ({ code }) => code,
    );
  expect(await hatsOn("2026-11-30")).toEqual([]);
  expect(await hatsOn("2026-12-01")).toEqual(["lead-pm"]);
  await takeHat(cast.ines, { hatId: id ?? "", endsOn: "2027-01-10" }, newCall(now));
  expect(await hatsOn("2027-01-09")).toEqual(["lead-pm"]);
  expect(await hatsOn("2027-01-10")).toEqual([]);
  await expect(giveHat(cast.ines, lead, newCall(now))).rejects.toThrow("hat-worn-already");
  const again = hat({ ...lead, startsOn: "2027-01-10" });
  await expect(giveHat(cast.ines, again, newCall(now))).resolves.toHaveProperty("id");
});

test("the same hat given by two at once is given once", async () => {
  const { id: personId } = await addPerson(
    cast.ines,
    newcomer("twice@soupape.example"),
    newCall(now),
  );
  const given = await Promise.allSettled(
    Array.from({ length: 8 }, () =>
      giveHat(cast.ines, hat({ personId, code: "qa" }), newCall(now)),
    ),
  );
  expect(given.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(given.every((one) => one.status === "fulfilled" || one.reason instanceof UserError)).toBe(
    true,
  );
});

test("a Lead PM names a deputy of their own Tribe, for a time, and gives no other hat", async () => {
  const holiday = {
    personId: cast.louis.id,
    code: "deputy",
    startsOn: "2026-12-21",
    endsOn: "2027-01-04",
  };
  const mine = hat({ ...holiday, tribeId: cast.id.pla });
  await expect(giveHat(cast.clara, mine, newCall(now))).resolves.toHaveProperty("id");
  const theirs = hat({ ...holiday, tribeId: cast.id.ter });
  await expect(giveHat(cast.clara, theirs, newCall(now))).rejects.toThrow("not-allowed");
  await expect(giveHat(cast.clara, hat({ ...mine, endsOn: null }), newCall(now))).rejects.toThrow(
    "deputy-needs-end",
  );
  await expect(
    giveHat(cast.clara, hat({ personId: cast.clara.id, code: "cpo" }), newCall(now)),
  ).rejects.toThrow("not-allowed");
});

test("a deputy names nobody, and nobody stands in for longer than 90 days or than the lead leads", async () => {
  const deputy = { personId: cast.aissatou.id, code: "deputy", tribeId: cast.id.ter };
  const standingIn = {
    code: "deputy",
    tribeId: cast.id.ter,
    teamId: null,
    departmentId: null,
  } as const;
  const forNow = { ...cast.camille, hats: [...cast.camille.hats, standingIn] };
  const named = hat({ ...deputy, startsOn: "2026-11-16", endsOn: "2099-01-01" });
  await expect(giveHat(forNow, named, newCall(now))).rejects.toThrow("not-allowed");
  await expect(giveHat(cast.yanis, named, newCall(now))).rejects.toThrow("deputy-too-long");
  const own = { personId: cast.yanis.id, tribeId: cast.id.ter };
  await database.hat.updateMany({ where: own, data: { endsOn: new Date("2026-12-01") } });
  const beyond = hat({ ...deputy, startsOn: "2026-11-16", endsOn: "2026-12-15" });
  await expect(giveHat(cast.yanis, beyond, newCall(now))).rejects.toThrow("deputy-beyond-own-time");
  const within = hat({ ...deputy, startsOn: "2026-11-16", endsOn: "2026-12-01" });
  await expect(giveHat(cast.yanis, within, newCall(now))).resolves.toHaveProperty("id");
  await database.hat.updateMany({ where: own, data: { endsOn: null } });
  await database.hat.deleteMany({ where: { ...deputy } });
});

test("a lead sees who stands in for their own Tribe until the first day without, and for no other", async () => {
  const { deputies, people } = await listDeputyChoices(cast.clara, [cast.id.pla], inParis(now));
  expect(deputies).toMatchObject([
    { name: "Louis Marchetti", startsOn: "2026-12-21", endsOn: "2027-01-04" },
  ]);
  expect(people.map(({ id }) => id)).toContain(cast.louis.id);
  const over = new Date("2027-01-04T09:00:00Z");
  expect((await listDeputyChoices(cast.clara, [cast.id.pla], inParis(over))).deputies).toEqual([]);
  await expect(listDeputyChoices(cast.clara, [cast.id.ter], inParis(now))).rejects.toThrow(
    "not-allowed",
  );
});

test("the last of Product Ops can neither leave nor be let go", async () => {
  const worn = await database.hat.findFirstOrThrow({ where: { personId: cast.ines.id } });
  await expect(takeHat(cast.ines, { hatId: worn.id, endsOn: null }, newCall(now))).rejects.toThrow(
    "last-admin",
  );
  await expect(deactivatePerson(cast.ines, { id: cast.ines.id }, newCall(now))).rejects.toThrow(
    "last-admin",
  );
});

test("a closed account loses its sessions, hats and places at once and keeps what it did", async () => {
  const { id } = await addPerson(cast.ines, newcomer("leaving@soupape.example"), newCall(now));
  await giveHat(
    cast.ines,
    hat({ personId: id, code: "developer", startsOn: "2026-01-01" }),
    newCall(now),
  );
  await database.session.create({ data: { personId: id, expiresAt: new Date("2027-01-01") } });
  await deactivatePerson(cast.ines, { id }, newCall(now));
  const left = await database.person.findUniqueOrThrow({
    where: { id },
    include: { hats: true, sessions: true },
  });
  expect(left.deactivatedAt).not.toBeNull();
  expect(left.sessions[0]?.revokedAt).toEqual(now);
  expect(left.hats[0]?.endsOn).toEqual(new Date("2026-11-16"));
  await expect(deactivatePerson(cast.ines, { id }, newCall(now))).rejects.toThrow("not-found");
});

test("one is in a team once at a time", async () => {
  const place = {
    personId: cast.salome.id,
    teamId: cast.id.mobile,
    role: "qa",
    startsOn: "2026-01-01",
  } as const;
  const { id } = await startMembership(cast.ines, place, newCall(now));
  await expect(startMembership(cast.ines, place, newCall(now))).rejects.toThrow("member-already");
  await endMembership(cast.ines, { membershipId: id ?? "", endsOn: null }, newCall(now));
  await expect(
    startMembership(cast.ines, { ...place, startsOn: null }, newCall(now)),
  ).resolves.toHaveProperty("id");
});

test("a company's people come in from its own file, and the same file again changes nothing", async () => {
  const csv = [
    "Nom;E-mail;Fonction;Tribe;Équipe;Département;Responsable",
    "Zoé Lead;zoe@soupape.example;Lead PM;Édition;;Produit;",
    "Max Dev;max@soupape.example;développeur;Édition;Rédaction;Produit;zoe@soupape.example",
    "Sans Adresse;;développeur;Édition;Rédaction;;",
    "Louis Marchetti;louis.marchetti@soupape.example;;;;Produit;",
    "Inconnu;inconnu@soupape.example;astronaute;;;;",
  ].join("\r\n");
  const first = await importPeople(cast.ines, { csv: `\uFEFF${csv}` }, newCall(now));
  expect(first).toEqual({
    created: 2,
    updated: 1,
    unchanged: 0,
    refused: [
      { line: 4, reason: "email" },
      { line: 6, reason: "hat" },
    ],
  });
  expect(await importPeople(cast.ines, { csv }, newCall(now))).toMatchObject({
    created: 0,
    updated: 0,
    unchanged: 3,
  });
  const max = await database.person.findUniqueOrThrow({
    where: { email: "max@soupape.example" },
    select: {
      manager: true,
      memberships: { select: { role: true, team: { include: { tribe: true } } } },
    },
  });
  expect(max.manager?.name).toBe("Zoé Lead");
  expect(max.memberships[0]).toMatchObject({
    role: "developer",
    team: { name: "Rédaction", tribe: { code: "ÉDI" } },
  });
});

test("a file without names or addresses is refused whole", async () => {
  await expect(importPeople(cast.ines, { csv: "a,b\n1,2" }, newCall(now))).rejects.toThrow(
    "people-csv-no-columns",
  );
  await expect(importPeople(cast.louis, { csv: "name,email" }, newCall(now))).rejects.toThrow(
    "not-allowed",
  );
});

test("the audit tells who did what to whom, by person and by day", async () => {
  const day = { personId: cast.clara.id, from: "2026-11-16", to: "2026-11-16", timeZone: paris };
  const { entries } = await listAudit(cast.ines, day, null);
  expect(entries).toHaveLength(1);
  expect(entries[0]?.facts).toMatchObject({
    person: "Louis Marchetti",
    hat: "deputy",
    tribe: "Planning",
  });
  const before = await listAudit(cast.ines, { ...day, from: null, to: "2026-11-15" }, null);
  expect(before.entries).toEqual([]);
  await expect(listAudit(cast.salome, day, null)).rejects.toThrow("not-allowed");
});
