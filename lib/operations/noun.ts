import { noun } from "#lib/frame/noun.ts";
import type { Operation } from "#lib/operations/operation.ts";

/** Taking back is an act too. It is final: what is wanted again is done again. Its news are those of what it took back. */
export const undone = { name: "undo", undo: "final", topics: [] } as const satisfies Operation;

export const operations = noun({ name: "operations", operations: [{ undone }] });
