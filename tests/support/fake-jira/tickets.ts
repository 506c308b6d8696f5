/** A ticket of the made-up desk; what it looks like on the wire is in wire.ts. */
export type FakeTicket = {
  id: string;
  key: string;
  formerKeys: string[];
  project: "SAV" | "ROAD";
  type: string;
  title: string;
  paragraphs: string[];
  status: keyof typeof statuses;
  priority: string;
  severity: string | null;
  labels: string[];
  reporter: number;
  organisation: number | null;
  requestType: number | null;
  satisfaction: number | null;
  breached: boolean;
  parent: string | null;
  created: number;
  updated: number;
  resolved: number | null;
  comments: FakeComment[];
  changes: { at: number; from: keyof typeof statuses; to: keyof typeof statuses }[];
  /** Sent in place of what it should be. */
  broken: Record<string, unknown> | null;
};

export type FakeComment = {
  id: string;
  at: number;
  author: number;
  body: string;
  isPublic: boolean;
};

/** Names as a French site gives them; the keys of their categories are Jira's own. */
export const statuses = {
  open: { id: "10101", name: "Ouvert", category: { id: 2, key: "new", name: "À faire" } },
  working: {
    id: "10102",
    name: "En cours",
    category: { id: 4, key: "indeterminate", name: "En cours" },
  },
  done: { id: "10103", name: "Terminé", category: { id: 3, key: "done", name: "Terminé" } },
};

export const people = [
  { name: "Odile Vasseur", mail: "odile.vasseur@garage.example", portal: true },
  { name: "Karim Belhadj", mail: null, portal: true },
  { name: "Solveig Åström", mail: "solveig@hvac.example", portal: true },
  { name: "Tomás Iribarne", mail: "tomas.iribarne@soupape.example", portal: false },
  { name: "Louise Pelletier", mail: "louise.pelletier@soupape.example", portal: false },
];
export const organisations = ["Garage Vasseur", "Chauffage Åström", "Nord Élec", "Plomberie Duval"];
export const requestTypes = [
  "Signaler un problème",
  "Demander une évolution",
  "Poser une question",
];

const subjects = [
  "Export impossible depuis la tournée",
  "Trier les interventions par ville",
  "Le planning est lent le lundi",
  "Comment partager un devis ?",
  "Photo refusée sur le terrain",
];
const types = ["Incident", "Demande de service", "Question"];
const minute = 60_000;

/** The same N tickets every time: created a few minutes apart from 2 March 2026 on, a third of them done. */
export function makeTickets(count: number): FakeTicket[] {
  return Array.from({ length: count }, (_, index) => makeTicket(index));
}

export function makeTicket(index: number): FakeTicket {
  const created =
    Date.UTC(2026, 2, 2, 8) + index * 7 * minute + (index % 60) * 1000 + (index % 997);
  const status = (["open", "working", "done"] as const)[index % 3] ?? "open";
  const updated = created + (index % 3) * 3 * minute + 417;
  const pick = <T>(list: readonly T[]): T | null => list[(index * 7 + 3) % list.length] ?? null;
  return {
    id: String(50_000 + index),
    key: `SAV-${index + 1}`,
    formerKeys: [],
    project: "SAV",
    type: pick(types) ?? "Incident",
    title: `${pick(subjects)} (${index + 1})`,
    paragraphs: [`Bonjour, depuis la mise à jour n° ${index}, cela ne va plus.`, "Merci d'avance."],
    status,
    priority: ["High", "Medium", "Low"][index % 3] ?? "Medium",
    severity: index % 4 === 0 ? null : (["Bloquant", "Majeur", "Mineur"][index % 3] ?? null),
    labels: index % 5 === 0 ? ["mobile", "terrain"] : [],
    reporter: index % people.length,
    organisation: index % 6 === 5 ? null : index % organisations.length,
    requestType: index % requestTypes.length,
    satisfaction: status === "done" ? (index % 5) + 1 : null,
    breached: index % 4 === 1,
    parent: null,
    created,
    updated,
    resolved: status === "done" ? updated : null,
    comments: commentsOf(index, created),
    changes: changesOf(status, created),
    broken: null,
  };
}

function commentsOf(index: number, created: number): FakeComment[] {
  return Array.from({ length: index % 3 }, (_, nth) => ({
    id: String(900_000 + index * 10 + nth),
    at: created + (nth + 1) * minute,
    author: nth === 0 ? index % people.length : 3,
    body: nth === 0 ? "Toujours pas, *urgent*." : "Note : le client est sur l'ancienne version.",
    isPublic: nth === 0,
  }));
}

function changesOf(status: keyof typeof statuses, created: number): FakeTicket["changes"] {
  const working = { at: created + 2 * minute, from: "open", to: "working" } as const;
  const done = { at: created + 6 * minute, from: "working", to: "done" } as const;
  return status === "open" ? [] : status === "working" ? [working] : [working, done];
}
