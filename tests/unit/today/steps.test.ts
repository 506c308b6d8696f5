import { expect, it } from "vitest";
import type { PersonActor } from "#lib/auth/actor.ts";
import { type HatCode, hatCodes } from "#lib/auth/hats.ts";
import { stepsOf } from "#lib/today/steps.ts";

const wearing = (...codes: HatCode[]): PersonActor => ({
  ...{ kind: "person", id: "p", name: "Salomé", language: "fr", theme: "system" },
  ...{ singleKeys: true, region: null, sessionId: null },
  hats: codes.map((code) => ({ code, tribeId: null, teamId: null, departmentId: null })),
});

it.for(hatCodes.filter((code) => code !== "product-ops"))("%s begins with three steps", (code) => {
  expect(stepsOf(wearing(code))).toHaveLength(3);
});

it("whoever wears no hat hands in first", () => {
  expect(stepsOf(wearing()).map(({ name }) => name)).toEqual(["handIn", "roadmap", "okrs"]);
});

it("whoever sets the company up has that to do instead", () => {
  expect(stepsOf(wearing("product-ops"))).toEqual([]);
});
