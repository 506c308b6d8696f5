import { readiness } from "#lib/trouble/health.ts";

/** Whether it may be sent people: 503 while the database is away or has no room, and why. Nobody need be signed in. */
export function GET(): Promise<Response> {
  return readiness();
}
