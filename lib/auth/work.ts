import type { PersonActor } from "#lib/auth/actor.ts";
import type { HatCode } from "#lib/auth/hats.ts";

/** What a person's day is about, by hat: it decides their rail and the first steps they are shown. */
const workByHat = {
  pm: "pm",
  "lead-pm": "lead",
  "engineering-manager": "lead",
  deputy: "lead",
  "product-designer": "design",
  "lead-product-designer": "design",
  "product-marketing": "design",
  "data-analyst": "design",
  qa: "build",
  developer: "build",
  "lead-developer": "build",
  cpo: "executive",
  ceo: "executive",
  comex: "executive",
  "product-ops": "ops",
  sales: "colleague",
  csm: "colleague",
  support: "colleague",
  colleague: "colleague",
} as const satisfies Record<HatCode, string>;

export type Work = (typeof workByHat)[HatCode];

/** That of the first hat. */
export function workOf(person: PersonActor): Work {
  return workByHat[person.hats[0]?.code ?? "colleague"];
}
