import type { Database } from "#lib/db.ts";
import { undoImport } from "#lib/imports/writes/undo/commands-undo.ts";
import { type UndoSettings, undoInBatches } from "#lib/imports/writes/undo/undo-in-batches.ts";
import { newCall } from "#lib/operations/write.ts";
import type { castOn } from "#tests/support/cast.ts";
import { paris } from "#tests/support/in-paris.ts";
import { monday } from "./importing.ts";

type Here = { database: Database; cast: Awaited<ReturnType<typeof castOn>> };

/** Inès asks, the worker does, and what is told and left of a source. @param here asked when it is there */
export function takingBack(here: () => Here) {
  const ask = (id: string) => undoImport(here().cast.ines, { id }, newCall(monday));
  const goOn = (id: string, more: Partial<UndoSettings> = {}) =>
    undoInBatches(id, { now: () => monday, timeZone: paris, ...more });
  const toldOf = (id: string) =>
    here().database.importUndo.findUniqueOrThrow({
      where: { importRunId: id },
      select: { deleted: true, restored: true, kept: true, stayed: true },
    });
  const undo = async (id: string) => {
    await ask(id);
    await goOn(id);
    return toldOf(id);
  };
  const stored = async (source: string) => {
    const where = { source: { name: source } };
    const { ticket, insight, ticketKey } = here().database;
    return {
      tickets: await ticket.count({ where }),
      insights: await insight.count({ where }),
      keys: await ticketKey.count({ where }),
    };
  };
  return { ask, goOn, toldOf, undo, stored };
}
