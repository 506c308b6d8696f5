import { db } from "#lib/db.ts";
import { stillBell } from "#lib/operations/bell.ts";
import { deliverer } from "#lib/outbox/writes/deliver.ts";
import { castOn } from "#tests/support/cast.ts";
import { manyMessages } from "#tests/support/smtp/many-messages.ts";
import { smtpServer } from "#tests/support/smtp/smtp-server.ts";
import type { Bench } from "./bench.ts";
import { type Figure, seconds } from "./figure.ts";

const MAILS = 2_000;
const FIRST = 500;

/** How long it takes to put messages into words and hand them to a server on this machine, one after the other. */
export async function benchmarkMail({ databaseUrl, say }: Bench): Promise<Figure[]> {
  process.env.DATABASE_URL = databaseUrl;
  process.env.NEXTAUTH_SECRET ??= "a secret of this benchmark's own, long enough";
  process.env.MAIL_FROM = "Tribune <tribune@soupape.example>";
  const { louis } = await castOn(db());
  const now = new Date();
  await manyMessages(db(), louis, { count: MAILS, now });
  let atFirst = 0;
  const server = await smtpServer(() => {
    if (server.got.length === FIRST) atFirst ||= inUse();
    return "take";
  });
  process.env.SMTP_URL = server.url;
  try {
    const [begun, before] = [performance.now(), process.cpuUsage()];
    await deliverer()({
      now: () => new Date(),
      timeZone: "Europe/Paris",
      signal: new AbortController().signal,
    });
    const took = performance.now() - begun;
    const { user, system } = process.cpuUsage(before);
    const atEnd = inUse();
    const kept = server.got.reduce((sum, { text }) => sum + text.length, 0);
    say(`${server.got.length} arrived in ${seconds(took)}`);
    return [
      {
        what: `${MAILS.toLocaleString("en")} mails to a server on this machine`,
        measured: `${seconds(took)} (${seconds((user + system) / 1000)} of this process, its server included), ${server.got.length.toLocaleString("en")} arrived`,
        promised: "under 60 s",
      },
      {
        what: `Memory in use after ${MAILS.toLocaleString("en")} of them beside after ${FIRST}, without what the server keeps`,
        measured: `${megabytes(atEnd - kept * (1 - FIRST / MAILS))} beside ${megabytes(atFirst)}`,
        promised: "flat",
      },
    ];
  } finally {
    await server.close();
    await stillBell();
    await db().$disconnect();
  }
}

function inUse(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(0)} MB`;
