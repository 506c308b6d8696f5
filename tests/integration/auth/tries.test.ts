import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { beginTry, endTry, forgetOldTries } from "#lib/auth/writes/attempts.ts";
import type { Database } from "#lib/db.ts";
import { useDatabase } from "#tests/support/use-database.ts";

const now = new Date("2026-11-16T09:00:00Z");
const after = (seconds: number) => new Date(now.getTime() + seconds * 1000);
const owner = "owner@soupape.example";
let database: Database;
let addresses = 0;

beforeAll(async () => {
  database = await useDatabase();
});

const freshAddress = () => `198.51.100.${++addresses}`;
const from = (address: string, email = owner, browser: string | null = null) => ({
  email,
  address,
  browser,
});
/** How many of so many tries may be made, of which sixteen are always under way. */
async function made(count: number, tryOf: (index: number) => ReturnType<typeof from>) {
  const waits: number[] = [];
  const left = Array.from({ length: count }, (_, index) => tryOf(index));
  const tryOn = async () => {
    for (let one = left.shift(); one; one = left.shift()) waits.push(await beginTry(one, now));
  };
  await Promise.all(Array.from({ length: 16 }, tryOn));
  return waits.filter((wait) => wait === 0).length;
}

describe("Tries to sign in", () => {
  it("at 120 accounts from one address are soon made to wait", async () => {
    const address = freshAddress();
    expect(await made(120, (index) => from(address, `person${index}@soupape.example`))).toBe(20);
    expect(await beginTry(from(address, "another@soupape.example"), now)).toBe(1);
    expect(await beginTry(from(freshAddress(), "another@soupape.example"), now)).toBe(0);
  });

  it("at one account wait longer and longer where they come from, and nowhere else", async () => {
    const guesser = from(freshAddress());
    expect(await made(40, () => guesser)).toBe(5);
    const waits = [];
    for (let at = 0; at < 100; at += 1) {
      const wait = await beginTry(guesser, after(at));
      if (wait > 0) waits.push(wait);
      at += wait;
      if (wait > 0) await beginTry(guesser, after(at));
    }
    expect(waits).toEqual([5, 9, 19, 39, 79]);
    expect(await beginTry(from(freshAddress()), now)).toBe(0);
  });

  it("by an owner's own browser are counted apart, even from the guesser's address", async () => {
    const address = freshAddress();
    await made(120, (index) => from(address, index % 2 ? owner : `person${index}@soupape.example`));
    expect(await beginTry(from(address), now)).toBeGreaterThan(0);
    const browser = randomUUID();
    expect(await beginTry(from(address, owner, browser), now)).toBe(0);
    expect(await made(30, () => from(address, owner, browser))).toBe(9);
  });

  it("that were right forget the wrong ones at that account, and not those at others", async () => {
    const address = freshAddress();
    for (let wrong = 0; wrong < 4; wrong += 1) await beginTry(from(address), now);
    await beginTry(from(address), now);
    await endTry(from(address));
    expect(await made(30, () => from(address))).toBe(5);
    expect(await made(30, (index) => from(address, `person${index}@soupape.example`))).toBe(11);
  });

  it("go by the account whatever the case, and by the whole network of an IPv6 address", async () => {
    await made(40, (index) => from(`2001:db8:1:2::${index}`));
    expect(await beginTry(from("2001:db8:1:2:3:4:5:6", "Owner@soupape.example"), now)).toBe(5);
    expect(await beginTry(from("2001:db8:1:3::1"), now)).toBe(0);
  });

  it("that wait leave nothing behind, name nobody, and go after a day", async () => {
    const address = freshAddress();
    await made(20, (index) => from(address, `kept${index}@soupape.example`));
    const count = await database.signInAttempt.count();
    await made(50, (index) => from(address, `waits${index}@soupape.example`));
    expect(await database.signInAttempt.count()).toBe(count);
    const rows = JSON.stringify(await database.signInAttempt.findMany());
    expect(rows).not.toContain("soupape");
    expect(rows).not.toContain("198.51");
    await forgetOldTries(after(86_300));
    expect(await database.signInAttempt.count()).toBe(count);
    await forgetOldTries(after(90_000));
    expect(await database.signInAttempt.count()).toBe(0);
  });
});
