import type { PersonActor } from "#lib/auth/actor.ts";
import { rooms } from "#lib/auth/navigation.ts";
import { can } from "#lib/auth/policy.ts";
import { type Work, workOf } from "#lib/auth/work.ts";

// Three things that somebody does on their first day, by the first of their hats; then never again. Whoever sets the
// company up has that to do instead.

export type Step = { name: StepName; href: string };
export type StepName = keyof typeof places;

const places = {
  inbox: "inbox",
  themes: "themes",
  roadmap: "roadmap",
  distribution: "distribution",
  dashboards: "dashboards",
  okrs: "okrs",
  initiatives: "initiatives",
  handIn: "hand-in",
} as const satisfies Record<string, keyof typeof rooms>;

const byWork = {
  pm: ["inbox", "themes", "roadmap"],
  lead: ["distribution", "roadmap", "dashboards"],
  design: ["themes", "initiatives", "handIn"],
  build: ["roadmap", "initiatives", "okrs"],
  executive: ["dashboards", "roadmap", "okrs"],
  ops: [],
  colleague: ["handIn", "roadmap", "okrs"],
} as const satisfies Record<Work, readonly StepName[]>;

export function stepsOf(person: PersonActor): Step[] {
  const names: readonly StepName[] = byWork[workOf(person)];
  return names.flatMap((name) => {
    const { path, permission } = rooms[places[name]];
    return can(person, permission) ? [{ name, href: path }] : [];
  });
}
