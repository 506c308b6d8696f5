import { connect, createServer, type Socket } from "node:net";

/** What stands between: it hands everything on, or closes what comes, or takes it and says nothing. */
export type Way = "open" | "closed" | "silent";

export type Gate = { url: string; port: number; become: (way: Way) => void; close: () => void };

/** A way to the database of that address which can be shut. */
export async function gateTo(address: string): Promise<Gate> {
  const url = new URL(address);
  const to = { host: url.hostname, port: Number(url.port) };
  const passing = new Set<Socket>();
  let way: Way = "open";
  const server = createServer((from) => {
    const on = connect(to);
    for (const socket of [from, on]) {
      passing.add(socket);
      socket.on("error", () => {});
      socket.once("close", () => {
        passing.delete(socket);
        from.destroy();
        on.destroy();
      });
    }
    if (way === "closed") from.destroy();
    from.on("data", (given) => way === "open" && on.write(given));
    on.on("data", (given) => way === "open" && from.write(given));
  });
  const endAll = () => {
    for (const socket of passing) socket.destroy();
  };
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const bound = server.address();
  const port = typeof bound === "object" ? (bound?.port ?? 0) : 0;
  url.port = String(port);
  return {
    url: url.href,
    port,
    become(next) {
      way = next;
      if (next === "closed") endAll();
    },
    close() {
      endAll();
      server.close();
    },
  };
}
