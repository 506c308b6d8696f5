import { describe, expect, it } from "vitest";
import type { PersonActor, WornHat } from "#lib/auth/actor.ts";
import { refusalToChange } from "#lib/roadmap/may-change.ts";

const wearing = (code: WornHat["code"], tribeId: string | null = null): PersonActor => ({
  kind: "person",
  id: "someone",
  name: "Someone",
  language: "fr",
  theme: "system",
  singleKeys: true,
  region: null,
  sessionId: null,
  hats: [{ code, tribeId, teamId: null, departmentId: null }],
});

describe("a lane of Planning", () => {
  it.each([
    ["a PM", wearing("pm"), "draft", null],
    ["a lead of another Tribe", wearing("lead-pm", "terrain"), "draft", null],
    ["a customer success manager", wearing("csm"), "draft", "not-allowed"],
    ["Product Ops", wearing("product-ops"), "draft", "not-allowed"],
    ["a PM", wearing("pm"), "committed", "quarter-committed"],
    ["a lead of another Tribe", wearing("lead-pm", "terrain"), "committed", "quarter-committed"],
    ["its Lead PM", wearing("lead-pm", "planning"), "committed", null],
    ["its Engineering Manager", wearing("engineering-manager", "planning"), "committed", null],
    ["the CPO", wearing("cpo"), "committed", null],
    ["its Lead PM", wearing("lead-pm", "planning"), "closed", "quarter-closed"],
    ["the CPO", wearing("cpo"), "closed", "quarter-closed"],
  ] as const)("is %s's to change while %s says %s: %s", (_, actor, state, refusal) => {
    expect(refusalToChange(actor, { tribeId: "planning", state })).toBe(refusal);
  });
});
