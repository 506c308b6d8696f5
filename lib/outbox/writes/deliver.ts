import "server-only";
import { findActorById } from "#lib/auth/reads/actors.ts";
import { ownAddress } from "#lib/door/own-address.ts";
import { mailSettings } from "#lib/env.ts";
import type { Working } from "#lib/frame/job.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import { parcelOf } from "#lib/outbox/mail/parcel.ts";
import { addressOf, hostOf } from "#lib/outbox/mail/sender.ts";
import { pauseAfter } from "#lib/outbox/patience.ts";
import { findAddressee, writeLetter } from "#lib/outbox/reads/letter.ts";
import { isSilenced, type Withheld, wasTold, whyWithheld } from "#lib/outbox/reads/withheld.ts";
import { type MailServer, mailServer, type Parcel } from "#lib/outbox/smtp/server.ts";
import {
  handOver,
  noteOutcome,
  putBack,
  type Taken,
  takeDue,
  takeOver,
  withdraw,
} from "#lib/outbox/writes/leaving.ts";
import type { Moment } from "#lib/quarter.ts";

/** How many are taken at a time: as many as are sure to leave within their lease while the server answers. */
const batch = 10;

type Clock = Pick<Working, "now" | "timeZone" | "signal">;

/**
 * What sends the messages whose time has come: one after the other, so that a kill leaves one of them in doubt at most.
 * It knows how long the server has not answered, and leaves it alone meanwhile.
 */
export function deliverer(): (working: Clock) => Promise<void> {
  let failures = 0;
  let quietUntil = 0;
  return async (working) => {
    const now = working.now();
    await takeOver(now);
    if (now.getTime() < quietUntil) return;
    const settings = mailSettings();
    const server = settings && mailServer(settings.url);
    try {
      const isOpen = await deliverAll(working, server, settings?.from ?? null);
      failures = isOpen ? 0 : failures + 1;
      quietUntil = now.getTime() + pauseAfter(failures);
    } finally {
      server?.close();
    }
  };
}

/** @returns whether the server answered */
async function deliverAll(
  { now, timeZone, signal }: Clock,
  server: MailServer | null,
  from: string | null,
): Promise<boolean> {
  const host = from ? hostOf(from) : ownAddress().hostname;
  while (!signal.aborted) {
    const taken = await takeDue(now(), batch, host);
    if (taken.length === 0) return true;
    const prepared = await Promise.all(
      taken.map(async (message) => ({
        message,
        ready: await prepare(message, { now: now(), timeZone }, from),
      })),
    );
    for (const [index, { message, ready }] of prepared.entries()) {
      const isOpen = !signal.aborted && (await send(message, ready, server, now));
      if (!isOpen) {
        await putBack(taken.slice(index + (signal.aborted ? 0 : 1)));
        return signal.aborted;
      }
    }
  }
  return true;
}

type Ready = { parcel: Parcel } | { withheld: Withheld };

/** What it says now, to whom; or why it stays here. */
async function prepare(message: Taken, at: Moment, from: string | null): Promise<Ready> {
  const [actor, addressee] = await Promise.all([
    findActorById(message.recipientId, at),
    findAddressee(message.recipientId),
  ]);
  if (!actor || !addressee) return { withheld: "account-closed" };
  if (!addressee.wants) return { withheld: "not-wanted" };
  const untold =
    message.kind === "notice" ? Prisma.sql`NOT ${wasTold(at.now, message.id)}` : Prisma.sql`true`;
  const written = await writeLetter(
    message,
    { actor, timeZone: addressee.timeZone ?? at.timeZone, at },
    { which: Prisma.sql`n.read_at IS NULL AND NOT ${isSilenced} AND ${untold}` },
  );
  if (!written) return { withheld: await whyWithheld(message.id, message.noticeIds, at.now) };
  if (!from) return { withheld: "no-server" };
  const to = { name: actor.name, email: addressee.email };
  const text = await parcelOf({
    ...written,
    ...{ from, to, messageId: message.messageId, at: at.now },
  });
  return { parcel: { from: addressOf(from), to: to.email, text } };
}

/** @returns whether the server answered */
async function send(
  message: Taken,
  ready: Ready,
  server: MailServer | null,
  now: () => Date,
): Promise<boolean> {
  if ("withheld" in ready || !server) {
    await withdraw(message, "withheld" in ready ? ready.withheld : "no-server", now());
    return true;
  }
  const until = await handOver(message, now());
  if (!until) return true;
  const outcome = await server.send(ready.parcel);
  await noteOutcome({ ...message, until }, outcome, now());
  return outcome.kind !== "shut" && outcome.kind !== "doubt";
}
