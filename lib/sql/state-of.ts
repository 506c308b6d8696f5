import { z } from "zod";

/** How the client hands on what the database said. */
const fromDatabase = z.object({
  meta: z.object({
    driverAdapterError: z.object({ cause: z.object({ originalCode: z.string() }) }),
  }),
});

/** PostgreSQL's own code (SQLSTATE) for an error; null for what did not come from there. */
export function stateOf(error: unknown): string | null {
  const { data } = fromDatabase.safeParse(error);
  return data?.meta.driverAdapterError.cause.originalCode ?? null;
}
