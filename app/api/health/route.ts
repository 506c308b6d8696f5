import { readiness } from "#lib/trouble/health.ts";

/** As /api/health/ready, for whoever knows one address only. */
export function GET(): Promise<Response> {
  return readiness();
}
