import { env } from "#lib/env.ts";

/** Where people reach us, as NEXTAUTH_URL says; without it this machine alone does. */
export function ownAddress(): URL {
  const { NEXTAUTH_URL, PORT } = env();
  return new URL(NEXTAUTH_URL ?? `http://localhost:${PORT}`);
}

/**
 * Whether a request is for us. A page of somebody else's, whose name leads to our network address, says its own name:
 * it would be answered as ours otherwise. While we are on this machine alone, any of the machine's own names will do.
 */
export function isOwnHost(host: string | undefined, own: URL): boolean {
  if (!host || !URL.canParse(`${own.protocol}//${host}`)) return false;
  const asked = new URL(`${own.protocol}//${host}`);
  if (asked.host === own.host) return true;
  return isLoopback(own) && isLoopback(asked) && asked.port === own.port;
}

/** Whether a page of ours asks, by the Origin that browsers name for whatever may change something. */
export function isOwnOrigin(origin: string | null, own: URL): boolean {
  if (origin === null || !URL.canParse(origin)) return false;
  const asking = new URL(origin);
  return asking.protocol === own.protocol && isOwnHost(asking.host, own);
}

export function isLoopback({ hostname }: URL): boolean {
  return hostname === "localhost" || hostname === "[::1]" || /^127(\.\d+){3}$/.test(hostname);
}
