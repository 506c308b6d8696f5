import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";

/** What was asked of a database: statements, transactions' ends among them, and the rows that they gave. */
export type Asked = { statements: number; rows: number };

const HEAD = 5;
const DATA_ROW = "D".charCodeAt(0);
const COMMAND_COMPLETE = "C".charCodeAt(0);

/**
 * Another address of a database, by which all that is asked of it under one application's name is counted on its way:
 * the counts are the same however busy the machine is. What tells and hears news has other names, and times of its own.
 */
export async function countedDatabase(databaseUrl: string, applicationName: string) {
  const asked: Asked = { statements: 0, rows: 0 };
  const open = new Set<Socket>();
  const to = new URL(databaseUrl);
  const server = createServer((client) => {
    const database = connect(Number(to.port), to.hostname);
    let isCounted = false;
    client.once("data", (start: Buffer) => {
      isCounted = start.includes(`application_name\0${applicationName}\0`);
    });
    const count = messageCounter((type) => {
      if (!isCounted) return;
      if (type === COMMAND_COMPLETE) asked.statements += 1;
      else if (type === DATA_ROW) asked.rows += 1;
    });
    database.on("data", count);
    for (const [from, into] of [
      [client, database],
      [database, client],
    ] as const) {
      open.add(from);
      from.pipe(into);
      from.on("error", () => into.destroy());
      from.on("close", () => {
        open.delete(from);
        into.destroy();
      });
    }
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const url = new URL(databaseUrl);
  url.port = String(typeof address === "object" && address ? address.port : 0);
  return {
    url: url.href,
    /** What `work` asks for, when nobody else asks meanwhile. */
    async during<Answer>(work: () => Promise<Answer>): Promise<{ asked: Asked; answer: Answer }> {
      const before = { ...asked };
      const answer = await work();
      const statements = asked.statements - before.statements;
      return { asked: { statements, rows: asked.rows - before.rows }, answer };
    },
    async stop(): Promise<void> {
      server.close();
      for (const socket of open) socket.destroy();
      await once(server, "close");
    },
  };
}

/** Calls back for each message of PostgreSQL's protocol with its type, however the bytes were cut on their way. */
function messageCounter(onMessage: (type: number) => void): (bytes: Buffer) => void {
  let head = Buffer.alloc(0);
  let toSkip = 0;
  return (bytes) => {
    let at = 0;
    while (at < bytes.length) {
      const skipped = Math.min(toSkip, bytes.length - at);
      toSkip -= skipped;
      at += skipped;
      const taken = bytes.subarray(at, at + HEAD - head.length);
      head = Buffer.concat([head, taken]);
      at += taken.length;
      if (head.length < HEAD) continue;
      onMessage(head.readUInt8(0));
      toSkip = head.readUInt32BE(1) - 4;
      head = Buffer.alloc(0);
    }
  };
}
