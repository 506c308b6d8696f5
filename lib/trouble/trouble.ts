import "server-only";
import { Busy } from "#lib/busy.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import type { Trouble } from "#lib/troubles.ts";

/** By code: PostgreSQL's, then Prisma's, the system's. */
const codes: readonly [Trouble, RegExp][] = [
  // No room for a file, for memory, for a file of its own; an error while it wrote.
  ["storage-full", /^(53100|53200|58030|ENOSPC|EDQUOT)$/],
  // Cancelled, lock not had, serialisation, deadlock, too many connections.
  ["busy", /^(57014|55P03|40001|40P01|53300|P2024|P2028|P2034|P1008)$/],
  // Being shut down or started; no connection, or one that broke; an address that leads nowhere for now.
  [
    "database-away",
    /^(57P0[1-5]|08\d{3}|25P03|P1001|P1002|P1017|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EAI_AGAIN|ENOTFOUND)$/,
  ],
];

/** What the drivers say without a code. */
const sentences: readonly [Trouble, RegExp][] = [
  [
    "busy",
    /timeout exceeded when trying to connect|Unable to start a transaction in the given time|"TooManyConnections"/,
  ],
  [
    "database-away",
    /Connection (terminated|ended)|closed the connection|not queryable|"(DatabaseNotReachable|ConnectionClosed|SocketTimeout)"/,
  ],
];

/** Which trouble an error stands for; null when it is a bug. */
export function troubleOf(error: unknown): Trouble | null {
  if (error instanceof Busy) return "busy";
  if (!(error instanceof Error)) return null;
  const said = saidBy(error);
  const own = "code" in error && typeof error.code === "string" ? [error.code] : [];
  for (const code of [...codesIn(said), ...own]) {
    const found = codes.find(([, known]) => known.test(code));
    if (found) return found[0];
  }
  return sentences.find(([, known]) => known.test(`${error.message} ${said}`))?.[0] ?? null;
}

/** Prisma keeps what PostgreSQL said in what it says of its own; nothing of an error that is not Prisma's. */
function saidBy(error: Error): string {
  const isPrismas =
    error instanceof Prisma.PrismaClientKnownRequestError ||
    error instanceof Prisma.PrismaClientUnknownRequestError ||
    error.name === "DriverAdapterError";
  if (!isPrismas) return "";
  return `${error.message} ${JSON.stringify("meta" in error ? error.meta : error.cause)}`;
}

/** `Code: "53100"`, `"originalCode":"55P03"`, `code: 57014` and the like. */
function codesIn(said: string): string[] {
  return [...said.matchAll(/code["'`:\s\\]+([0-9A-Z]{5})\b/gi)].flatMap(([, code]) => code ?? []);
}
