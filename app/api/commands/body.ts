import { z } from "zod";
import { storableJson } from "#lib/text.ts";

export const AT_MOST_COMMANDS = 100;
export const AT_MOST_BYTES = 1_000_000;

export const commandsBody = z.strictObject({
  /** Whose acts they are: a page that was left open may send when somebody else has signed in. */
  personId: z.string().max(100).optional(),
  commands: z
    .array(z.strictObject({ name: z.string().max(100), input: z.unknown(), operationId: z.uuid() }))
    .min(1)
    .max(AT_MOST_COMMANDS),
});

/**
 * The request's JSON; null when it is larger than `limit` bytes or no JSON. What is too large is read on without
 * being kept (a connection closed halfway would take the sender's next request with it), to an end of patience.
 */
export async function readJson(request: Request, limit: number): Promise<unknown> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size <= limit) chunks.push(chunk);
    if (size > 20 * limit) return null;
  }
  if (size > limit) return null;
  try {
    return storableJson(Buffer.concat(chunks).toString("utf8"));
  } catch {
    return null;
  }
}
