import type { HatCode } from "#lib/auth/hats.ts";

export type WornHat = {
  code: HatCode;
  tribeId: string | null;
  teamId: string | null;
  departmentId: string | null;
};

/** Someone signed in, with the hats worn today. Reads take them first as `viewer`, commands as `actor`. */
export type PersonActor = {
  kind: "person";
  id: string;
  name: string;
  language: "en" | "fr";
  /** Where dates and numbers are written as there; null: the first of the language's. */
  region: string | null;
  theme: "system" | "light" | "dark";
  singleKeys: boolean;
  hats: WornHat[];
  sessionId: string | null;
};

/** The command line, the seed and the worker: whoever runs them holds the database anyway. */
export type SystemActor = { kind: "system" };

export type Actor = PersonActor | SystemActor;

export const system: SystemActor = { kind: "system" };
