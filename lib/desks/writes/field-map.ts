import "server-only";
import { z } from "zod";
import { db } from "#lib/db.ts";
import { type FieldMap, unknownFields } from "#lib/desks/jira/issues/fields.ts";
import type { Jira } from "#lib/desks/jira/open-jira.ts";

// What a site's fields mean is asked for once an hour, and kept, so that an event can be read while the desk doesn't
// answer.

const goodForMs = 60 * 60_000;
/** Events don't wait longer than this for a desk that is slow. */
const patienceMs = 10_000;

const id = z.string().nullable();
const kept = z.object({
  names: z.array(z.tuple([z.string(), z.string()])),
  ...{ requestType: id, organisations: id, participants: id, satisfaction: id },
  ...{ epicLink: id, parentLink: id, startDate: id, severity: id },
  ...{ slas: z.array(z.string()), rich: z.array(z.string()), noise: z.array(z.string()) },
});

export async function keepFieldMap(sourceId: string, map: FieldMap, at: Date): Promise<void> {
  const json = JSON.stringify({
    ...map,
    names: [...map.names],
    rich: [...map.rich],
    noise: [...map.noise],
  });
  await db().$executeRaw`
    UPDATE source_state SET fields = coalesce(fields, '{}') || ${json}::jsonb, fields_read_at = ${at} WHERE source_id = ${sourceId}::uuid`;
}

/**
 * The newest that can be had: what is kept, or the desk's own answer when that is over an hour old. Without either, only
 * what every Jira calls the same.
 */
export async function fieldMapFor(
  sourceId: string,
  open: (signal: AbortSignal) => Promise<Jira>,
  at: Date,
): Promise<FieldMap> {
  const state = await db().sourceState.findUnique({
    where: { sourceId },
    select: { fields: true, fieldsReadAt: true },
  });
  const before = kept.safeParse(state?.fields).data;
  const age = state?.fieldsReadAt ? at.getTime() - state.fieldsReadAt.getTime() : goodForMs;
  if (before && age < goodForMs) return opened(before);
  try {
    const jira = await open(AbortSignal.timeout(patienceMs));
    const map = await jira.discoverFields();
    await keepFieldMap(sourceId, map, at);
    return map;
  } catch {
    // The next pull says in words what is wrong with the connection.
    return before ? opened(before) : unknownFields;
  }
}

function opened({ names, rich, noise, ...map }: z.output<typeof kept>): FieldMap {
  return { ...map, names: new Map(names), rich: new Set(rich), noise: new Set(noise) };
}
