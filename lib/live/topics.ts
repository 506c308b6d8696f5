import type { Permission } from "#lib/auth/policy.ts";
import type { OperationName } from "#lib/operations/catalogue.ts";

// What the news says: which part of the product something happened in, never what, to what or by whom.

/** Each topic, and who may know that something happened there. */
export const topicPermissions = {
  insights: "insight:hand-in",
  customers: "customer:read",
  themes: "theme:read",
  initiatives: "initiative:read",
  roadmap: "roadmap:read",
  okrs: "okr:read",
  imports: "import:read",
  people: "people:read",
} as const satisfies Record<string, Permission>;

export type Topic = keyof typeof topicPermissions;

export function isTopic(value: unknown): value is Topic {
  return typeof value === "string" && Object.hasOwn(topicPermissions, value);
}

type Noun = OperationName extends infer Name
  ? Name extends `${infer First}.${string}`
    ? First
    : Name
  : never;

/** By the noun of an operation's name. What is not listed here is told to nobody. */
const topicsByNoun: Readonly<Partial<Record<Noun, readonly Topic[]>>> = {
  insight: ["insights"],
  comment: ["insights", "themes", "initiatives"],
  theme: ["themes", "insights"],
  initiative: ["initiatives", "okrs"],
  epic: ["initiatives", "roadmap"],
  roadmap: ["roadmap"],
  capacity: ["roadmap"],
  band: ["roadmap", "people"],
  objective: ["okrs"],
  "key-result": ["okrs"],
  import: ["imports", "insights", "customers"],
  source: ["imports", "insights"],
  customer: ["customers"],
  requester: ["customers"],
  person: ["people"],
  hat: ["people"],
  membership: ["people"],
  people: ["people"],
  department: ["people"],
  tribe: ["people", "roadmap"],
  team: ["people", "roadmap"],
};

/** Nouns of which nobody else's screen shows anything. An undo has the topics of what it took back. */
export const silentNouns: readonly string[] = ["undo", "setting", "setup", "view"];

export function nounOf(operationName: string): string {
  return operationName.split(".")[0] ?? operationName;
}

export function topicsOf(operationName: string): readonly Topic[] {
  const topics = Object.entries(topicsByNoun).find(([noun]) => noun === nounOf(operationName));
  return topics?.[1] ?? [];
}
