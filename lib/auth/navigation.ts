import type { PersonActor } from "#lib/auth/actor.ts";
import { can, type Permission } from "#lib/auth/policy.ts";
import { type Work, workOf } from "#lib/auth/work.ts";
import { isTurnOfQuarter, type Moment } from "#lib/quarter.ts";

// Six entries a person, not fifteen. Which six follows from the hat; every other screen that one may see is a
// line of the command menu.

export const rooms = {
  today: { path: "/", permission: "insight:hand-in" },
  inbox: { path: "/insights", permission: "insight:list" },
  "hand-in": { path: "/hand-in", permission: "insight:hand-in" },
  distribution: { path: "/distribution", permission: "insight:list" },
  catalogue: { path: "/catalogue", permission: "catalogue:read" },
  themes: { path: "/themes", permission: "theme:read" },
  initiatives: { path: "/initiatives", permission: "initiative:read" },
  roadmap: { path: "/roadmap", permission: "roadmap:read" },
  okrs: { path: "/okrs", permission: "okr:read" },
  dashboards: { path: "/dashboards", permission: "dashboard:read" },
  imports: { path: "/imports", permission: "import:read" },
  sources: { path: "/settings/sources", permission: "source:manage" },
  tribes: { path: "/tribes", permission: "people:read" },
  audit: { path: "/audit", permission: "audit:read" },
  company: { path: "/settings/company", permission: "settings:manage" },
  state: { path: "/settings/company/state", permission: "settings:manage" },
  people: { path: "/settings/people", permission: "people:manage" },
  customers: { path: "/settings/customers", permission: "source:manage" },
  settings: { path: "/settings", permission: "own-settings:edit" },
} as const satisfies Record<string, { path: string; permission: Permission }>;

export type Room = keyof typeof rooms;

const rails = {
  pm: ["today", "inbox", "themes", "initiatives", "roadmap", "okrs"],
  lead: ["today", "inbox", "themes", "initiatives", "roadmap", "dashboards"],
  // What waits is shared out when a quarter turns.
  leadAtTheTurn: ["today", "inbox", "distribution", "initiatives", "roadmap", "dashboards"],
  design: ["today", "themes", "initiatives", "roadmap", "okrs"],
  build: ["today", "initiatives", "roadmap", "okrs"],
  executive: ["today", "dashboards", "roadmap", "okrs", "initiatives"],
  ops: ["today", "catalogue", "inbox", "dashboards", "sources", "company"],
  colleague: ["today", "roadmap", "okrs"],
} as const satisfies Record<Work | "leadAtTheTurn", readonly Room[]>;

/** The rooms on a person's rail, in order: those of the first hat. */
export function navigationOf(person: PersonActor, at: Moment): Room[] {
  const rail = workOf(person);
  const entries = rails[rail === "lead" && isTurnOfQuarter(at) ? "leadAtTheTurn" : rail];
  return entries.filter((room) => can(person, rooms[room].permission));
}

/** Every room a person may enter: what the command menu lists. */
export function roomsOf(person: PersonActor): Room[] {
  return roomNames.filter((room) => can(person, rooms[room].permission));
}

const roomNames: Room[] = [
  "today",
  "inbox",
  "hand-in",
  "catalogue",
  "distribution",
  "themes",
  "initiatives",
  "roadmap",
  "okrs",
  "dashboards",
  "imports",
  "sources",
  "tribes",
  "audit",
  "company",
  "state",
  "people",
  "customers",
  "settings",
];

/** What the addresses within a room start with: people, customers and sources are the company's settings too. */
export function withinOf(room: Room): string {
  return room === "company" ? "/settings" : rooms[room].path;
}

/** Where a room has a G key: its name in components/keyboard/key-map.ts. */
export function goKeyOf(room: Room) {
  return goKeys[room];
}

const goKeys = {
  today: "today",
  inbox: "inbox",
  "hand-in": "handIn",
  catalogue: "catalogue",
  distribution: "distribution",
  themes: "themes",
  initiatives: "initiatives",
  roadmap: "roadmap",
  okrs: "okrs",
  dashboards: "dashboard",
  imports: "imports",
  sources: null,
  tribes: "people",
  audit: "audit",
  company: null,
  state: null,
  people: null,
  customers: null,
  settings: "settings",
} as const satisfies Record<Room, string | null>;
