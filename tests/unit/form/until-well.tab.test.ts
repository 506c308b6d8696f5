import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { againMs, untilWell } from "#components/form/until-well.ts";
import type { Answer } from "#lib/action.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const refused = (key: string): Answer<unknown> => ({
  ok: false,
  error: { key, params: {} },
  fields: {},
});
const done: Answer<unknown> = { ok: true, result: 1 };

function form(answers: Answer<unknown>[]) {
  const said: string[] = [];
  const left = { is: false };
  let sent = 0;
  const act = async () => answers[Math.min(sent++, answers.length - 1)] ?? done;
  const answer = untilWell(
    act,
    ({ key }) => said.push(key),
    () => left.is,
  );
  return { answer, said, left, sent: () => sent };
}

test("what only the moment refuses is said and tried again until it is done", async () => {
  const { answer, said } = form([
    refused("busy"),
    refused("storage-full"),
    refused("database-away"),
    done,
  ]);
  await vi.advanceTimersByTimeAsync(3 * againMs);
  expect(await answer).toEqual(done);
  expect(said).toEqual(["busy", "storage-full", "database-away"]);
});

test.each(["not-allowed", "changed-meanwhile", "unexpected", "not-sent", "signed-out-form"])(
  "a refusal that stays is told at once: %s",
  async (key) => {
    const { answer, said, sent } = form([refused(key), done]);
    expect(await answer).toEqual(refused(key));
    expect([sent(), said]).toEqual([1, []]);
  },
);

test("whoever closes the form meanwhile has it sent no more", async () => {
  const { answer, left, sent } = form([refused("busy"), done]);
  await vi.advanceTimersByTimeAsync(1);
  left.is = true;
  await vi.advanceTimersByTimeAsync(10 * againMs);
  expect(await answer).toBeNull();
  expect(sent()).toBe(1);
});
