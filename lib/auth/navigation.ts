import type { PersonActor } from "#lib/auth/actor.ts";
import { can, type Permission } from "#lib/auth/policy.ts";

// Six entries a person, not fifteen. Which six follows from the hat; every other screen that one may see is a
// line of the command menu.

export const rooms = {
  today: { path: "/", permission: "insight:hand-in" },
  inbox: { path: "/insights", permission: "insight:list" },
  "hand-in": { path: "/hand-in", permission: "insight:hand-in" },
  distribution: { path: "/distribution", permission: "insight:list" },
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
  people: { path: "/settings/people", permission: "people:manage" },
  customers: { path: "/settings/customers", permission: "source:manage" },
  settings: { path: "/settings", permission: "own-settings:edit" },
} as const satisfies Record<string, { path: string; permission: Permission }>;

export type Room = keyof typeof rooms;

const entriesByPart = {
  executive: ["today", "dashboards", "roadmap", "okrs", "initiatives", "inbox"],
  admin: ["today", "imports", "inbox", "tribes", "company", "audit"],
  lead: ["today", "inbox", "distribution", "roadmap", "okrs", "dashboards"],
  product: ["today", "inbox", "themes", "initiatives", "roadmap", "okrs"],
  board: ["today", "dashboards", "roadmap", "okrs", "hand-in", "tribes"],
  contributor: ["today", "hand-in", "roadmap", "okrs", "tribes"],
} as const satisfies Record<string, readonly Room[]>;

/** The rooms on a person's rail, in order. */
export function navigationOf(person: PersonActor): Room[] {
  return entriesByPart[partOf(person)].filter((room) => can(person, rooms[room].permission));
}

/** Every room a person may enter: what the command menu lists. */
export function roomsOf(person: PersonActor): Room[] {
  return roomNames.filter((room) => can(person, rooms[room].permission));
}

function partOf(person: PersonActor): keyof typeof entriesByPart {
  const wears = (...codes: string[]) => person.hats.some((hat) => codes.includes(hat.code));
  if (wears("cpo")) return "executive";
  if (wears("lead-pm", "engineering-manager", "deputy")) return "lead";
  if (can(person, "theme:edit")) return "product";
  if (wears("product-ops")) return "admin";
  return wears("ceo", "comex") ? "board" : "contributor";
}

const roomNames: Room[] = [
  "today",
  "inbox",
  "hand-in",
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
  people: null,
  customers: null,
  settings: "settings",
} as const satisfies Record<Room, string | null>;
