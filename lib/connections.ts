import { Socket } from "node:net";

// The connections to the database that this process holds: where nothing comes on them any more, nobody would learn of
// it but by waiting.

declare global {
  var tribuneConnections: Set<Socket> | undefined;
}

/** One that is held until it closes; for the `stream` of the database's driver. */
export function newConnection(): Socket {
  globalThis.tribuneConnections ??= new Set();
  const held = globalThis.tribuneConnections;
  const socket = new Socket();
  held.add(socket);
  socket.once("close", () => held.delete(socket));
  return socket;
}

/** Breaks them all: whoever awaits an answer on one is told so, and the next who asks gets a new one. */
export function dropConnections(): void {
  for (const socket of globalThis.tribuneConnections ?? []) socket.destroy();
}
