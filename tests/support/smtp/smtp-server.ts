import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

/** What the server does with a message to somebody. */
export type Does =
  | "take"
  /** Refuses the recipient, or the text: for ever, or for now. */
  | "refuse"
  | "refuse-text"
  | "later"
  /** Takes the text and breaks the connection without saying so; or breaks it before there is a text. */
  | "take-and-drop"
  | "drop"
  /** Takes it, later. */
  | "slow";

export type Got = { from: string; to: string; text: string; messageId: string };

/** A mail server of a test's own, that does as `does` says of each recipient. Everything it took stands in `got`. */
export async function smtpServer(does: (to: string) => Does = () => "take", port = 0) {
  const got: Got[] = [];
  let connections = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    // Keeps a whole machine's worth of noise out of a test's output.
    logger: false,
    closeTimeout: 100,
    onConnect(_session, done) {
      connections += 1;
      done();
    },
    onRcptTo({ address }, session, done) {
      const what = does(address);
      if (what === "refuse")
        return done(Object.assign(new Error("no such user"), { responseCode: 550 }));
      if (what === "later")
        return done(Object.assign(new Error("try later"), { responseCode: 451 }));
      if (what === "drop") return drop(session.id);
      done();
    },
    onData(stream, { envelope, id }, done) {
      const to = envelope.rcptTo[0]?.address ?? "";
      const what = does(to);
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", () => {
        const text = Buffer.concat(parts).toString();
        if (what === "refuse-text")
          return done(Object.assign(new Error("no such words here"), { responseCode: 554 }));
        const from = envelope.mailFrom ? envelope.mailFrom.address : "";
        const messageId = /^Message-ID: (\S+)/im.exec(text)?.[1] ?? "";
        got.push({ from, to, text, messageId });
        if (what === "take-and-drop") return drop(id);
        if (what === "slow") setTimeout(done, 300);
        else done();
      });
    },
  });
  server.on("error", () => undefined);
  function drop(id: string): void {
    for (const connection of server.connections)
      if (connection.id === id) connection._socket.destroy();
  }
  server.listen(port, "127.0.0.1");
  await once(server.server, "listening");
  const address = server.server.address();
  const taken = isAddress(address) ? address.port : 0;
  return {
    url: `smtp://127.0.0.1:${taken}`,
    port: taken,
    got,
    connections: () => connections,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

function isAddress(address: AddressInfo | string | null): address is AddressInfo {
  return typeof address === "object" && address !== null;
}
