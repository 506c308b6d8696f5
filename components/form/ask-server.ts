/**
 * What an address of ours answers. Null when it refuses, when the connection breaks or when nobody waits any more, also
 * in the middle of its body: whoever leaves a page gives up what it asked for, and that is no fault.
 */
export async function askServer<Answer>(
  address: string,
  signal: AbortSignal | null = null,
): Promise<Answer | null> {
  try {
    const response = await fetch(address, { signal });
    return response.ok ? await response.json() : null;
  } catch {
    return null;
  }
}
