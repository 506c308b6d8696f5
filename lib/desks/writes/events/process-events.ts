import "server-only";
import { randomUUID } from "node:crypto";
import { system } from "#lib/auth/actor.ts";
import { db } from "#lib/db.ts";
import { asideReasonOf, mayBeTickets } from "#lib/desks/aside-reason.ts";
import { type Decision, decideEvents, type Standing } from "#lib/desks/decide-events.ts";
import { sourceOps } from "#lib/desks/noun.ts";
import { type ReadEvent, readEvent } from "#lib/desks/read-event.ts";
import { findConnected, openSource } from "#lib/desks/reads/connected.ts";
import { admissionFor, type Round } from "#lib/desks/reads/event-admission.ts";
import { readKnownStatuses } from "#lib/desks/reads/known-statuses.ts";
import { readTicketsHere } from "#lib/desks/reads/tickets-here.ts";
import { readWaitingEvents, type WaitingEvent } from "#lib/desks/reads/waiting-events.ts";
import { putAside } from "#lib/desks/writes/asides.ts";
import { noteEpicsDue } from "#lib/desks/writes/events/epics-due.ts";
import { failEvent, finishEvents, noteLastEvent } from "#lib/desks/writes/events/finish-events.ts";
import { writeAsides, writeDecidedTickets } from "#lib/desks/writes/events/write-events.ts";
import { fieldMapFor } from "#lib/desks/writes/field-map.ts";
import { newCall, type Write, write } from "#lib/operations/write.ts";
import { haveSourceAlone } from "#lib/tickets/writes/source-lock.ts";
import { troubleOf } from "#lib/trouble/trouble.ts";
import { allow, transactionLimits } from "#lib/waits.ts";

const mostTries = 3;

/** `moved`: events that stand elsewhere than before, those that wait for a ticket now among them. */
type Done = { moved: number; handled: number };
const nothing: Done = { moved: 0, handled: 0 };

/**
 * Takes in what a connection's webhooks brought, batch by batch, until nothing is left that can be. One event that is no
 * good stops no other.
 * @returns how many are over
 */
export async function handleEvents(
  sourceId: string,
  now: () => Date,
  signal?: AbortSignal,
): Promise<number> {
  const source = await findConnected(sourceId);
  if (!source) return 0;
  const map = await fieldMapFor(sourceId, (until) => openSource(source, until), now());
  const statuses = await readKnownStatuses(db(), sourceId);
  const round = { source, map, statuses, isSilent: false };
  for (let total = 0; ; ) {
    const goesOn = !signal?.aborted && (await findConnected(sourceId)) !== null;
    const done = goesOn ? await handleBatch(round, now()) : nothing;
    total += done.handled;
    if (done.moved === 0) return total;
  }
}

async function handleBatch(round: Round, now: Date): Promise<Done> {
  const rows = await readWaitingEvents(round.source.id, now);
  if (rows.length === 0) return nothing;
  const read = await Promise.all(rows.map((row) => opened(round, row, now)));
  const events = read.filter((event) => event !== null);
  const failed = rows.length - events.length;
  const taking = { round, admission: await admissionFor(round, events), now };
  const done = await takeTogether(taking, events);
  return { moved: done.moved + failed, handled: done.handled + failed };
}

async function opened(round: Round, row: WaitingEvent, now: Date): Promise<ReadEvent | null> {
  try {
    return readEvent(row, round.map, round.statuses);
  } catch (error) {
    await giveUp(round.source.id, row.id, error, now);
    return null;
  }
}

type Taking = { round: Round; admission: Standing["admission"]; now: Date };

/** In one; when that fails each by itself, so that only the one that is the cause stays behind. */
async function takeTogether(taking: Taking, events: ReadEvent[]): Promise<Done> {
  if (events.length === 0) return nothing;
  try {
    return await takeEvents(taking, events);
  } catch (error) {
    console.error(`events ${taking.round.source.id}: one by one`, error);
    const done = { ...nothing };
    for (const event of events) {
      const alone = await takeAlone(taking, event);
      done.moved += alone.moved;
      done.handled += alone.handled;
    }
    return done;
  }
}

async function takeAlone(taking: Taking, event: ReadEvent): Promise<Done> {
  try {
    return await takeEvents(taking, [event]);
  } catch (error) {
    // What the database could not do just now is no fault of the event's.
    if (troubleOf(error) || !mayBeTickets(error)) return nothing;
    const [row] = await db().webhookEvent.updateManyAndReturn({
      where: { id: event.id },
      data: { tries: { increment: 1 } },
      select: { tries: true },
    });
    if ((row?.tries ?? mostTries) < mostTries) return nothing;
    const { siteIssueId: externalId, key } = event.event;
    // The pull that comes next asks the desk for it, whatever the event told.
    if (externalId !== null)
      await putAside(
        taking.round.source.id,
        { externalId, key, changedAt: null },
        asideReasonOf(error, externalId),
        taking.now,
      );
    await giveUp(taking.round.source.id, event.id, error, taking.now);
    return { moved: 1, handled: 1 };
  }
}

async function takeEvents({ round, admission, now }: Taking, events: ReadEvent[]): Promise<Done> {
  const { source, map } = round;
  const decide = async (w: Pick<Write, "tx">) =>
    decideEvents(events, { known: await readTicketsHere(w.tx, source.id, events), admission, now });
  const finish = async (w: Pick<Write, "tx">, decision: Decision) => {
    await writeAsides(w, source.id, decision);
    await noteEpicsDue(w, source.id, events, now);
    await finishEvents(w, decision, events, now);
    await noteLastEvent(w, source.id, events);
    const handled = decision.outcomes.size;
    return { moved: handled + decision.waits.size, handled };
  };
  const expected = await decide({ tx: db() });
  const count = expected.tickets.length + expected.deleted.length;
  if (count === 0)
    return db().$transaction(async (tx) => {
      await allow(tx, "desk");
      await haveSourceAlone(tx, source.id);
      return finish({ tx }, expected);
    }, transactionLimits("desk"));
  const meta = {
    operation: sourceOps.eventTaken,
    params: { source: source.name, count },
    work: "desk",
  } as const;
  return write(system, newCall(now), meta, async (w) => {
    await haveSourceAlone(w.tx, source.id);
    const decision = await decide(w);
    await writeDecidedTickets(w, { sourceId: source.id, map, now }, decision);
    return finish(w, decision);
  });
}

async function giveUp(sourceId: string, eventId: string, error: unknown, now: Date): Promise<void> {
  const id = randomUUID();
  console.error(`event ${sourceId} ${id}`, error);
  await failEvent(eventId, { key: "source-event-failed", params: { id } }, now);
}
