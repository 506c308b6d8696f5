import type { Commitment, Direction } from "#lib/okrs/progress.ts";
import type { Craft, Level } from "#lib/okrs/schema.ts";

export type ServingInitiative = { id: string; number: number; title: string; team: string };

export type KeyResultRow = {
  id: string;
  /** Null where the objective is its own measure. */
  title: string | null;
  direction: Direction;
  start: number;
  target: number;
  unit: string | null;
  version: number;
  /** All values checked in, oldest first. */
  values: number[];
  lastCheckIn: { at: string; confidence: string | null; note: string | null } | null;
  servedBy: ServingInitiative[];
};

export type ObjectiveRow = {
  id: string;
  title: string;
  level: Level;
  commitment: Commitment;
  parentId: string | null;
  isShared: boolean;
  version: number;
  department: { id: string; name: string } | null;
  tribe: { id: string; code: string; name: string; position: number } | null;
  craft: Craft | null;
  owner: { id: string; name: string } | null;
  keyResults: KeyResultRow[];
};
