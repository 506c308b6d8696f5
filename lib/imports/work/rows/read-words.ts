import { fold } from "#lib/fold.ts";
import type { Kind, Origin } from "#lib/initiatives/schema.ts";
import type { Commitment, Direction } from "#lib/okrs/progress.ts";
import type { Level } from "#lib/okrs/schema.ts";
import { cellWords } from "#lib/tables/cell-words.ts";

// Words chosen from a list, in English and French, each to its code; null for any other.

const kinds: Record<string, Kind> = {
  ...{ product: "product", produit: "product", business: "product", metier: "product" },
  ...{ feature: "product", fonctionnalite: "product", fonctionnel: "product", customer: "product" },
  ...{ tech: "tech", technical: "tech", technique: "tech", "tech debt": "tech", dette: "tech" },
  ...{ "dette technique": "tech", platform: "tech", plateforme: "tech", infrastructure: "tech" },
};
const origins: Record<string, Origin> = {
  ...{ "bottom-up": "bottom-up", "bottom up": "bottom-up", customers: "bottom-up" },
  ...{ clients: "bottom-up", terrain: "bottom-up", insights: "bottom-up" },
  ...{
    "top-down": "top-down",
    "top down": "top-down",
    strategic: "top-down",
    strategy: "top-down",
  },
  ...{ strategique: "top-down", strategie: "top-down", direction: "top-down" },
};
const levels: Record<string, Level> = {
  ...{ company: "company", entreprise: "company", societe: "company", organisation: "company" },
  ...{ organization: "company", global: "company", corporate: "company" },
  ...{ department: "department", departement: "department", tribe: "department" },
  ...{ tribu: "department", craft: "department", metier: "department" },
  ...{ individual: "individual", individuel: "individual", personal: "individual" },
  ...{ personnel: "individual", person: "individual" },
};
const directions: Record<string, Direction> = {
  ...{ more: "more", increase: "more", up: "more", grow: "more", plus: "more", augmenter: "more" },
  ...{ hausse: "more", "↑": "more", less: "less", decrease: "less", down: "less", reduce: "less" },
  ...{ moins: "less", reduire: "less", baisse: "less", baisser: "less", diminuer: "less" },
  ...{ "↓": "less", keep: "keep", maintain: "keep", maintenir: "keep", garder: "keep" },
  ...{ stable: "keep", "→": "keep", hit: "hit", "yes/no": "hit", "oui/non": "hit" },
  ...{ milestone: "hit", jalon: "hit", binary: "hit", binaire: "hit", done: "hit", boolean: "hit" },
};
const commitments: Record<string, Commitment> = {
  ...{ committed: "committed", engage: "committed", commit: "committed", engagement: "committed" },
  ...{ aspirational: "aspirational", ambitieux: "aspirational", stretch: "aspirational" },
  ...{ aspiration: "aspirational", aspirationnel: "aspirational", moonshot: "aspirational" },
};
const types: Record<string, "objective" | "key-result"> = {
  ...{ objective: "objective", objectif: "objective", o: "objective", goal: "objective" },
  ...{ "key result": "key-result", "resultat cle": "key-result", kr: "key-result" },
  ...{ rc: "key-result", "key results": "key-result", "key-result": "key-result" },
};

const of =
  <Code>(words: Record<string, Code>) =>
  (cell: string): Code | null =>
    words[fold(cell)] ?? null;

export const readKind = of(kinds);
export const readOrigin = of(origins);
export const readLevel = of(levels);
export const readDirection = of(directions);
export const readCommitment = of(commitments);
export const readType = of(types);

const yes = new Set(["yes", "oui", "true", "vrai", "done", "fait", "x", "✓", "✅"]);
const no = new Set(["no", "non", "false", "faux", "not done", "pas fait"]);

/** A yes or no as key results keep it. */
export function readYesNo(cell: string): 0 | 1 | null {
  const word = fold(cell);
  if (yes.has(word)) return 1;
  return no.has(word) ? 0 : null;
}

const epic = /^(?:https?:\/\/\S+\/browse\/)?([a-z][a-z0-9_]{0,49}-[1-9]\d{0,9})$/i;

/** A key of Jira, or the address of its page. */
export function readEpicKey(cell: string): string | null {
  return epic.exec(cell.trim())?.[1]?.toUpperCase() ?? null;
}

/** Behind each page of a relation Notion writes its address, or the file that it was exported to. */
const notionTarget = /\s*\((?:https?:\/\/[^\s()]*|[^()\n]*\.(?:md|csv|html))\)/g;

/** The names in a relation, a rollup or a list, each as it stands: those of a plain list may hold commas. */
export function relationNames(cell: string): string[] {
  if (/\(https?:\/\/[^\s()]*\)|\.(?:md|csv|html)\)/.test(cell))
    return cell
      .replace(/\)\s*,\s*/g, ")\n")
      .replace(notionTarget, "")
      .split("\n")
      .map((name) => name.trim())
      .filter(Boolean);
  return cellWords(cell, { commas: false });
}
