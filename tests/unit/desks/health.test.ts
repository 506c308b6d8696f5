import { expect, test } from "vitest";
import { sourceHealth } from "#lib/desks/health.ts";

const now = new Date("2026-11-16T09:00:00Z");
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
const connected = {
  kind: "jira-cloud",
  pausedAt: null,
  failedAt: null,
  pulledAt: null,
  nextPullAt: null,
};

test.each([
  ["takes files only", { ...connected, kind: "csv", failedAt: ago(1) }, "files"],
  ["was never pulled", connected, "waiting"],
  ["was pulled a minute ago", { ...connected, pulledAt: ago(1), nextPullAt: ago(-4) }, "well"],
  ["is due since a minute", { ...connected, pulledAt: ago(6), nextPullAt: ago(1) }, "well"],
  ["is due since an hour", { ...connected, pulledAt: ago(65), nextPullAt: ago(60) }, "late"],
  ["failed last time", { ...connected, pulledAt: ago(9), failedAt: ago(1) }, "failing"],
  ["failed, and was paused for it", { ...connected, failedAt: ago(9), pausedAt: ago(1) }, "paused"],
])("a source that %s", (_what, source, health) => {
  expect(sourceHealth(source, now)).toBe(health);
});
