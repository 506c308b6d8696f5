import { Busy } from "#lib/busy.ts";

/** How a body is read: at most so many bytes, in so much time. */
export type BodyLimits = {
  bytes: number;
  withinMs: number;
  /** Sees each piece as it comes, with how many bytes came so far; no more is read until it is done with it. */
  onPiece?: (piece: Uint8Array, size: number) => void | Promise<void>;
};

/** What says how long it is, before any of it came; NaN where it doesn't. */
export function declaredLength(headers: Pick<Headers, "get">): number {
  const given = headers.get("content-length") ?? "";
  return /^\d{1,15}$/.test(given) ? Number(given) : Number.NaN;
}

/**
 * The pieces of a request's body; null when it is too long, which is known before or while it comes.
 * @throws Busy when it doesn't come in time: who sends slowly takes no place from others.
 */
export async function readBody(
  request: Pick<Request, "body" | "headers">,
  { bytes, withinMs, onPiece }: BodyLimits,
): Promise<Uint8Array[] | null> {
  if (declaredLength(request.headers) > bytes) return null;
  if (!request.body) return [];
  const reader = request.body.getReader();
  const pieces: Uint8Array[] = [];
  let size = 0;
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    reader.cancel().catch(() => {});
  }, withinMs);
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (isLate) throw new Busy();
      if (done) return pieces;
      size += value.byteLength;
      if (size > bytes) return await left(reader);
      await onPiece?.(value, size);
      pieces.push(value);
    }
  } finally {
    clearTimeout(timer);
  }
}

/** Nothing more of it is wanted. */
async function left(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<null> {
  await reader.cancel().catch(() => {});
  return null;
}
