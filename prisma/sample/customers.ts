import { customerNames, type SampleSegment } from "#prisma/sample/customer-names.ts";
import { type Random, seededRandom } from "#prisma/sample/random.ts";

export type SampleCustomer = {
  code: string;
  name: string;
  segment: SampleSegment;
  /** ISO 3166-1 alpha-2. */
  country: string;
  domain: string;
  state: "customer" | "prospect" | "lost";
  /** Yearly revenue in thousands of euros; null unless a customer. */
  arr: number | null;
  /** Amount at stake in thousands of euros; null unless a prospect. */
  atStake: number | null;
  lostReason: string | null;
  /** True for the fifth that makes three fifths of the insights. */
  talkative: boolean;
};

const given: SampleCustomer[] = [
  client("Groupe Ventadour Énergies", "enterprise", "FR", 212, true, "ventadour.example"),
  client("Ascenseurs Tavernay", "mid", "FR", 38, true),
  client("Frigo Méridien", "mid", "FR", 52, true),
  client("Mélusin Chauffage", "small", "FR", 9, false),
  client("Aubanel & Fils", "small", "FR", 4.8, false),
  client("OPH Val d'Orsanne", "portal", "FR", 24, true),
  client("Pennerley Boilers", "mid", "GB", 64, true),
  client("Ballyroe Lifts", "mid", "IE", 31, true),
  prospect("Régie de Saint-Avel", "portal", "FR", 140),
  lost("Orsanne Multiservices", "mid", "FR", "hors-ligne"),
];

/** Yearly revenue by segment, in thousands of euros. */
const revenue: Record<SampleSegment, [number, number]> = {
  enterprise: [95, 260],
  mid: [22, 78],
  small: [3, 14],
  portal: [14, 60],
};

const lostReasons = ["hors-ligne", "prix", "facturation", "rachat", "connecteur comptable"];

/** 150 customers, prospects and lost ones: the ten of the page first, the same ones every day. */
export const sampleCustomers: SampleCustomer[] = [...given, ...others()];

function others(): SampleCustomer[] {
  const random = seededRandom("customers");
  return customerNames.map(({ name, segment, country, state, talkative }) => {
    const amount = amountFor(segment, random);
    if (state === "prospect") return prospect(name, segment, country, amount);
    if (state === "lost") return lost(name, segment, country, random.pick(lostReasons));
    return client(name, segment, country, amount, talkative);
  });
}

function amountFor(segment: SampleSegment, random: Random): number {
  const [low, high] = revenue[segment];
  const amount = low + random.next() * (high - low);
  return amount < 10 ? Math.round(amount * 10) / 10 : Math.round(amount);
}

function client(
  name: string,
  segment: SampleSegment,
  country: string,
  arr: number,
  talkative: boolean,
  domain = `${slug(name)}.example`,
): SampleCustomer {
  const none = { atStake: null, lostReason: null };
  return {
    ...none,
    code: slug(name),
    name,
    segment,
    country,
    domain,
    state: "customer",
    arr,
    talkative,
  };
}

function prospect(name: string, segment: SampleSegment, country: string, atStake: number) {
  return {
    ...client(name, segment, country, 0, false),
    state: "prospect",
    arr: null,
    atStake,
  } as const;
}

function lost(name: string, segment: SampleSegment, country: string, lostReason: string) {
  return {
    ...client(name, segment, country, 0, false),
    state: "lost",
    arr: null,
    lostReason,
  } as const;
}

function slug(name: string): string {
  return name
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/&/g, "et")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}
