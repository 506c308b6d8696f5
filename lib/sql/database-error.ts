import { z } from "zod";

/** How the client hands on what the database said. */
const fromDatabase = z.object({
  meta: z.object({
    driverAdapterError: z.object({
      cause: z.object({ originalCode: z.string(), originalMessage: z.string() }),
    }),
  }),
});

/** What PostgreSQL said, with its own code (SQLSTATE); null of an error that did not come from there. */
export function databaseErrorIn(error: unknown): { code: string; message: string } | null {
  const { data } = fromDatabase.safeParse(error);
  if (!data) return null;
  const { originalCode: code, originalMessage: message } = data.meta.driverAdapterError.cause;
  return { code, message };
}
