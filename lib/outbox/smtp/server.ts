import "server-only";
import { Readable } from "node:stream";
import { parseConnectionUrl } from "nodemailer/lib/shared";
import SMTPConnection from "nodemailer/lib/smtp-connection";
import { longestSend } from "#lib/outbox/patience.ts";
import { type Failure, type Outcome, outcomeOf } from "#lib/outbox/smtp/outcome.ts";

export type Parcel = { from: string; to: string; text: Buffer };

/** One connection to a mail server, opened when the first message leaves: one after the other. */
export type MailServer = {
  send: (parcel: Parcel) => Promise<Outcome>;
  close: () => void;
};

/** Many servers end a connection after a hundred. */
const mostOnOne = 100;

export function mailServer(url: string): MailServer {
  let open: SMTPConnection | null = null;
  let sent = 0;
  const close = () => {
    open?.quit();
    open = null;
  };
  return {
    close,
    async send(parcel) {
      if (sent >= mostOnOne) close();
      let wasRead = false;
      try {
        if (!open || open.destroyed) {
          open = await connect(url);
          sent = 0;
        }
        sent += 1;
        const answer = await hand(open, parcel, () => {
          wasRead = true;
        });
        return { kind: "sent", answer };
      } catch (error) {
        const outcome = outcomeOf(failureIn(error), wasRead);
        if (outcome.kind === "shut" || outcome.kind === "doubt") {
          open?.close();
          open = null;
        } else if (open) await reset(open).catch(() => open?.close());
        return outcome;
      }
    },
  };
}

async function connect(url: string): Promise<SMTPConnection> {
  const { auth, tls, ...given } = parseConnectionUrl(url);
  const connection = new SMTPConnection({
    ...given,
    ...(tls ? { tls } : {}),
    // A password is said to nobody in between.
    requireTLS: auth !== undefined && !isOwnMachine(given.host),
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    dnsTimeout: 10_000,
    socketTimeout: 30_000,
  });
  // What breaks while nobody sends is seen by the next that does.
  connection.on("error", () => undefined);
  try {
    await within(connection, (done) => connection.connect((error) => done(error ?? null, true)));
    if (auth) await within(connection, (done) => connection.login({ credentials: auth }, done));
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
}

async function hand(
  connection: SMTPConnection,
  { from, to, text }: Parcel,
  onRead: () => void,
): Promise<string> {
  // Read once the server has asked for it: before, nothing can have arrived.
  const stream = Readable.from(
    (function* () {
      onRead();
      yield text;
    })(),
  );
  const { response } = await within<{ response: string }>(connection, (done) =>
    connection.send({ from, to: [to], size: text.length, use8BitMime: false }, stream, done),
  );
  return response.replace(/\s+/g, " ").slice(0, 500);
}

function reset(connection: SMTPConnection): Promise<unknown> {
  return within(connection, (done) => connection.reset(done));
}

type Done<Result> = (error: Error | null, result?: Result) => void;

/** What the server answers, or why there is no answer: the connection broke, or it took too long. */
function within<Result>(
  connection: SMTPConnection,
  ask: (done: Done<Result>) => void,
): Promise<Result> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      failed(new Error("no answer in time"));
      connection.close();
    }, longestSend);
    const end = () => {
      clearTimeout(timer);
      connection.off("error", failed);
      connection.off("end", ended);
    };
    const failed = (error: Error) => {
      end();
      reject(error);
    };
    const ended = () => failed(new Error("the connection ended"));
    connection.on("error", failed);
    connection.on("end", ended);
    ask((error, result) => {
      end();
      if (error || result === undefined) reject(error ?? new Error("no answer"));
      else resolve(result);
    });
  });
}

function failureIn(error: unknown): Failure {
  return error instanceof Error ? error : { message: String(error) };
}

function isOwnMachine(host: string | undefined): boolean {
  return host === undefined || ["localhost", "127.0.0.1", "[::1]", "::1"].includes(host);
}
