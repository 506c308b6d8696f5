import { type SampleCustomer, sampleCustomers } from "#prisma/sample/customers.ts";
import type { Random } from "#prisma/sample/random.ts";
import type { Situation } from "#prisma/sample/situations/situation.ts";
import type { Part } from "#prisma/sample/telling/cast.ts";

const english = new Set(["GB", "IE"]);

/** Somebody whom this could happen to: landlords live in the portal, prospects only ask. */
export function customerFor(
  part: Part,
  situation: Situation,
  isOld: boolean,
  random: Random,
): SampleCustomer | null {
  if (!part.hasCustomer) return null;
  const wantsEnglish = part.language !== "fr";
  const able = sampleCustomers.filter(
    (customer) =>
      customer.talkative === part.talkative && english.has(customer.country) === wantsEnglish,
  );
  const isAsking = part.kind === "question" || part.kind === "request";
  const likely = able.filter(
    ({ state }) =>
      state === "customer" || (state === "prospect" && isAsking) || (state === "lost" && isOld),
  );
  const landlords = likely.filter(({ segment }) => segment === "portal");
  const others = likely.filter(({ segment }) => segment !== "portal");
  const share = landlordShare[situation.team] ?? 0;
  return random.pick(landlords.length > 0 && random.chance(share) ? landlords : others);
}

const landlordShare: Record<string, number> = { portail: 0.75, acces: 0.12, astreinte: 0.06 };
