import type { KnownInsight } from "#lib/proposals/advice/known.ts";

let made = 0;

/** An insight of which nobody decided anything. */
export function knownInsight(fields: Partial<KnownInsight> = {}): KnownInsight {
  made += 1;
  return {
    ...{ id: `insight-${made}`, title: "Rapport perdu en chaufferie", body: "", kind: "problem" },
    ...{ saidAt: Date.parse("2026-11-16T09:00:00Z"), severity: null, language: "fr" },
    ...{ tribeId: null, teamId: null, answer: null, mergedIntoId: null },
    ...{ themes: [], customers: ["Groupe Ventadour"], requesters: [], domains: [], employers: [] },
    ...fields,
  };
}
