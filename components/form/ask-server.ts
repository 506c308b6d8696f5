import { type AnswerShape, said } from "#components/form/said.ts";

/**
 * What an address of ours answers, by its shape. Null when it refuses, when the connection breaks or when nobody waits
 * any more, also in the middle of its body: whoever leaves a page gives up what it asked for, and that is no fault.
 */
export async function askServer<Answer>(
  address: string,
  shape: AnswerShape<Answer>,
  signal: AbortSignal | null = null,
): Promise<Answer | null> {
  const body = await bodyOf(address, signal);
  return body === null ? null : said(shape, body);
}

async function bodyOf(address: string, signal: AbortSignal | null): Promise<unknown> {
  try {
    const response = await fetch(address, { signal });
    return response.ok ? await response.json() : null;
  } catch {
    return null;
  }
}
