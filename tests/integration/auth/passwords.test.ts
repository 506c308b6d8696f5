import { beforeAll, describe, expect, it } from "vitest";
import { system } from "#lib/auth/actor.ts";
import { hashPassword, passwordMatches } from "#lib/auth/password.ts";
import { findActorBySession } from "#lib/auth/reads/actors.ts";
import { findOpenLink } from "#lib/auth/reads/password-links.ts";
import { listOwnSessions } from "#lib/auth/reads/sessions.ts";
import { takePasswordLink } from "#lib/auth/writes/password-links.ts";
import { editPassword, givePassword } from "#lib/auth/writes/passwords.ts";
import { endSession, forgetOldSessions, openSession } from "#lib/auth/writes/sessions.ts";
import type { Database } from "#lib/db.ts";
import { newCall } from "#lib/operations/write.ts";
import { addPersonInput, editPersonInput } from "#lib/people/schema.ts";
import { addPerson, editPerson, invitePerson } from "#lib/people/writes/people.ts";
import { castOn } from "#tests/support/cast.ts";
import { inParis } from "#tests/support/in-paris.ts";
import { useDatabase } from "#tests/support/use-database.ts";

const now = new Date("2026-11-16T09:00:00Z");
const days = (count: number) => new Date(now.getTime() + count * 86_400_000);
const password = "herons on the barge";
let database: Database;
let cast: Awaited<ReturnType<typeof castOn>>;
let people = 0;

beforeAll(async () => {
  process.env.NEXTAUTH_SECRET ??= "a secret of these tests, long enough";
  database = await useDatabase();
  cast = await castOn(database);
});

/** Somebody whom Product Ops has just written down. */
async function newcomer() {
  const email = `newcomer.${++people}@soupape.example`;
  const input = addPersonInput.parse({ name: "Ada Newcomer", email });
  return { ...(await addPerson(cast.ines, input, newCall(now))), email };
}
const invite = async (personId: string) =>
  (await invitePerson(cast.ines, { personId }, newCall(now))).token;
const take = (token: string, given = password, at = now) =>
  takePasswordLink({ token, password: given }, newCall(at));
const hashOf = async (id: string) =>
  (await database.person.findUniqueOrThrow({ where: { id } })).passwordHash;

describe("A one-time link", () => {
  it("lets a newcomer choose a password, once, however many come at once", async () => {
    const { id, email } = await newcomer();
    const token = await invite(id);
    expect(await findOpenLink(token, now)).toMatchObject({ email });
    const tries = await Promise.allSettled(Array.from({ length: 20 }, () => take(token)));
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await passwordMatches(await hashOf(id), password)).toBe(true);
    await expect(take(token, "another barge of herons")).rejects.toThrow("password-link-closed");
  });

  it("answers again what it did when its answer was lost, and only to whoever asked", async () => {
    const { id, email } = await newcomer();
    const token = await invite(id);
    const call = newCall(now);
    const again = () => takePasswordLink({ token, password }, call);
    expect([await again(), await again()]).toEqual([{ email }, { email }]);
    await expect(take(token)).rejects.toThrow("password-link-closed");
  });

  it("takes no weak password, and stays open", async () => {
    const { id } = await newcomer();
    const token = await invite(id);
    await expect(take(token, "Ada Newcomer 26")).rejects.toThrow("password-own-words");
    await expect(take(token, "password1234")).rejects.toThrow("password-common");
    await expect(take(token)).resolves.toHaveProperty("email");
  });

  it("is open for seven days, until a newer one, and for whoever still has an account", async () => {
    const { id } = await newcomer();
    const first = await invite(id);
    const second = await invite(id);
    await expect(take(first)).rejects.toThrow("password-link-closed");
    await expect(take(second, password, days(7.1))).rejects.toThrow("password-link-closed");
    await database.person.update({ where: { id }, data: { deactivatedAt: now } });
    await expect(take(second)).rejects.toThrow("password-link-closed");
  });

  it("is nothing that a copy of the database holds, or that its id alone opens", async () => {
    const { id } = await newcomer();
    const token = await invite(id);
    const [linkId = "", seal = ""] = token.split(".");
    const kept = [
      await database.passwordLink.findMany(),
      await database.operation.findMany({ select: { params: true, result: true } }),
      await database.change.findMany({ select: { before: true, after: true } }),
    ];
    expect(JSON.stringify(kept)).not.toContain(seal);
    for (const forged of [linkId, `${linkId}.`, `${linkId}.${seal}x`, `x.${seal}`, ""])
      await expect(take(forged), forged).rejects.toThrow("password-link-closed");
  });
});

describe("An administrator", () => {
  it("gets no link to an account that has begun: signed in, worked, or with people below", async () => {
    const open = [cast.louis.id, cast.clara.id];
    await openSession(cast.louis.id, now);
    const report = await newcomer();
    await database.person.update({
      where: { id: report.id },
      data: { managerId: cast.clara.id },
    });
    for (const personId of open) await expect(invite(personId)).rejects.toThrow("account-begun");
    await expect(invite(cast.ines.id)).rejects.toThrow("account-begun");
  });

  it("keeps no link of before an account began", async () => {
    const { id } = await newcomer();
    const token = await invite(id);
    await openSession(id, now);
    expect(await findOpenLink(token, now)).toBeNull();
    await expect(take(token)).rejects.toThrow("password-link-closed");
  });

  it("gives no password, and no other address to an account that has begun", async () => {
    const { id } = await newcomer();
    await expect(givePassword(cast.ines, { personId: id, password }, newCall(now))).rejects.toThrow(
      "not-allowed",
    );
    const renamed = (version: number, email: string) =>
      editPersonInput.parse({ id, version, name: "Ada", email });
    await editPerson(cast.ines, renamed(1, "corrected@soupape.example"), newCall(now));
    await openSession(id, now);
    await expect(
      editPerson(cast.ines, renamed(2, "ines.too@soupape.example"), newCall(now)),
    ).rejects.toThrow("email-is-its-owners");
  });

  it("has the command line give a link to whoever forgot theirs", async () => {
    const { id } = await newcomer();
    await openSession(id, now);
    const { token } = await invitePerson(system, { personId: id }, newCall(now));
    await take(token);
    expect(await passwordMatches(await hashOf(id), password)).toBe(true);
  });
});

describe("One's own", () => {
  it("password is changed by whoever knows it; all other sessions end", async () => {
    const { louis } = cast;
    const data = { passwordHash: await hashPassword(password) };
    await database.person.update({ where: { id: louis.id }, data });
    const here = await openSession(louis.id, now);
    const there = await openSession(louis.id, now);
    const actor = await findActorBySession(here, inParis(now));
    if (!actor) throw new Error("no session");
    const change = (current: string, to: string) =>
      editPassword(actor, { current, password: to }, newCall(now));
    await expect(change("not the barge", "herons on the quay")).rejects.toThrow("password-wrong");
    await expect(change(password, "soupape tribune")).rejects.toThrow("password-own-words");
    await change(password, "herons on the quay");
    expect(await passwordMatches(await hashOf(louis.id), "herons on the quay")).toBe(true);
    expect(await findActorBySession(there, inParis(now))).toBeNull();
    expect(await findActorBySession(here, inParis(now))).not.toBeNull();
    for (let wrong = 0; wrong < 10; wrong += 1)
      await change("no", "herons at sea today").catch(() => {});
    await expect(change("herons on the quay", "herons at sea today")).rejects.toThrow(
      "password-tries",
    );
  });

  it("sessions are seen and ended by their owner alone", async () => {
    const by = {
      userAgent: "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
      address: "192.0.2.7",
    };
    const here = await openSession(cast.yanis.id, now, by);
    const there = await openSession(cast.yanis.id, now);
    const others = await openSession(cast.rachel.id, now);
    const actor = await findActorBySession(here, inParis(now));
    if (!actor) throw new Error("no session");
    expect(await listOwnSessions(actor, now)).toMatchObject([
      { id: here, isThisOne: true, browser: "Firefox, Linux", address: "192.0.2.7" },
      { id: there, isThisOne: false },
    ]);
    await expect(endSession(actor, { id: others }, newCall(now))).rejects.toThrow("not-found");
    await endSession(actor, { id: null }, newCall(now));
    expect((await listOwnSessions(actor, now)).map(({ id }) => id)).toEqual([here]);
    expect(await findActorBySession(others, inParis(now))).not.toBeNull();
  });

  it("sessions keep where they came from for a month after their end", async () => {
    const by = { userAgent: "", address: "192.0.2.8" };
    const id = await openSession(cast.salome.id, now, by);
    await forgetOldSessions(days(29));
    expect((await database.session.findUniqueOrThrow({ where: { id } })).address).not.toBeNull();
    await forgetOldSessions(days(31));
    expect((await database.session.findUniqueOrThrow({ where: { id } })).address).toBeNull();
  });
});
