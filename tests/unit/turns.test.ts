import { expect, test } from "vitest";
import { Busy } from "#lib/busy.ts";
import { turns, turnsOfEach } from "#lib/turns.ts";

const patient = { atOnce: 2, waiting: 10, patienceMs: 60_000 };

test("those beyond what is done at once wait, and begin in the order in which they came", async () => {
  const { take } = turns(patient);
  const [first, second] = [await take(), await take()];
  const begun: string[] = [];
  const third = take().then((end) => {
    begun.push("third");
    return end;
  });
  const fourth = take().then(() => begun.push("fourth"));
  await Promise.resolve();
  expect(begun).toEqual([]);
  first();
  const endThird = await third;
  expect(begun).toEqual(["third"]);
  endThird();
  await fourth;
  expect(begun).toEqual(["third", "fourth"]);
  second();
});

test("a turn that is ended twice gives its place to one only", async () => {
  const { take } = turns({ ...patient, atOnce: 1 });
  const end = await take();
  const next = take();
  let hasThird = false;
  const third = take().then(() => {
    hasThird = true;
  });
  end();
  end();
  const endNext = await next;
  expect(hasThird).toBe(false);
  endNext();
  await third;
});

test("where too many wait already, one more is told at once", async () => {
  const { take } = turns({ ...patient, atOnce: 1, waiting: 1 });
  await take();
  void take();
  await expect(take()).rejects.toThrow(Busy);
});

test("nobody waits for ever, and who gave up takes no turn", async () => {
  const all = turns({ atOnce: 1, waiting: 2, patienceMs: 1 });
  const end = await all.take();
  await expect(all.take()).rejects.toThrow(Busy);
  end();
  expect(all.isIdle()).toBe(true);
});

test("what one person asks for takes no turn of another", async () => {
  const take = turnsOfEach({ ...patient, atOnce: 1 });
  const end = await take("Nora");
  let hasSecond = false;
  const second = take("Nora").then((endSecond) => {
    hasSecond = true;
    endSecond();
  });
  (await take("Iris"))();
  expect(hasSecond).toBe(false);
  end();
  await second;
});
