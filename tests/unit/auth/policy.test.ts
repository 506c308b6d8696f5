import { describe, expect, it } from "vitest";
import type { PersonActor, WornHat } from "#lib/auth/actor.ts";
import type { HatCode } from "#lib/auth/hats.ts";
import { can, type Permission, permissionSets, policy } from "#lib/auth/policy.ts";

const wearing = (...hats: (Partial<WornHat> & { code: HatCode })[]): PersonActor => ({
  kind: "person",
  id: "p1",
  name: "Someone",
  language: "en",
  theme: "system",
  singleKeys: true,
  region: null,
  sessionId: null,
  hats: hats.map((hat) => ({ tribeId: null, teamId: null, departmentId: null, ...hat })),
});

const contributor = wearing({ code: "csm" });
const pm = wearing({ code: "pm", teamId: "dispatch" });
const leadPm = wearing({ code: "lead-pm", tribeId: "planning" });
const manager = wearing({ code: "engineering-manager", tribeId: "planning" });
const cpo = wearing({ code: "cpo" });
const ops = wearing({ code: "product-ops" });
const planning = { tribeId: "planning" };
const dispatch = { teamId: "dispatch", tribeId: "planning" };
const terrain = { tribeId: "terrain", teamId: "mobile" };

describe("the policy", () => {
  it.each<[string, PersonActor, Permission, object, boolean]>([
    ["a contributor hands in", contributor, "insight:hand-in", {}, true],
    ["a contributor reads roadmaps", contributor, "roadmap:read", {}, true],
    ["a contributor does not triage", contributor, "insight:triage", {}, false],
    ["a contributor does not list insights", contributor, "insight:list", {}, false],
    ["a contributor does not share out", contributor, "insight:share-out", planning, false],
    ["a contributor does not claim", contributor, "insight:claim", dispatch, false],
    ["a PM triages", pm, "insight:triage", {}, true],
    ["a PM claims into their team", pm, "insight:claim", dispatch, true],
    ["a PM does not claim into another team", pm, "insight:claim", terrain, false],
    ["a PM does not share out", pm, "insight:share-out", planning, false],
    ["a PM does not commit", pm, "roadmap:commit", planning, false],
    ["a Lead PM shares out in their Tribe", leadPm, "insight:share-out", planning, true],
    ["a Lead PM does not share out elsewhere", leadPm, "insight:share-out", terrain, false],
    ["a Lead PM commits their Tribe", leadPm, "roadmap:commit", planning, true],
    ["a Lead PM does not commit another Tribe", leadPm, "roadmap:commit", terrain, false],
    ["a Lead PM commits no Tribe at all", leadPm, "roadmap:commit", {}, false],
    ["an Engineering Manager commits their Tribe", manager, "roadmap:commit", planning, true],
    ["the CPO commits any Tribe", cpo, "roadmap:commit", terrain, true],
    ["Product Ops imports", ops, "import:run", {}, true],
    ["Product Ops does not triage", ops, "insight:triage", {}, false],
    ["a PM does not import", pm, "import:run", {}, false],
    ["a Lead PM does not manage people", leadPm, "people:manage", {}, false],
  ])("%s: %s", (_, person, permission, scope, allowed) => {
    expect(can(person, permission, scope)).toBe(allowed);
  });

  it("gives everyone the contributor's set", () => {
    expect(permissionSets(wearing())).toEqual(["contributor"]);
    expect(permissionSets(leadPm)).toEqual(["contributor", "lead"]);
  });

  it("gives somebody without a hat nothing but the contributor's permissions", () => {
    const allowed = Object.keys(policy).filter((name) => can(wearing(), name as Permission));
    expect(allowed).toEqual(
      Object.keys(policy).filter((name) => can(contributor, name as Permission)),
    );
  });
});
