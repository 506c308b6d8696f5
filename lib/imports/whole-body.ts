import { UserError } from "#lib/errors.ts";

/**
 * The pieces of a body of exactly `length` bytes, as they come; stops reading at the first byte too many.
 * @throws UserError `upload-cut` when more or less came, or the connection broke; what failed elsewhere is thrown there
 */
export async function* wholeBody(
  body: AsyncIterable<Uint8Array>,
  length: number,
): AsyncGenerator<Uint8Array> {
  let received = 0;
  const cut = () => new UserError("upload-cut", { received, expected: length });
  const pieces = body[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await pieces.next().catch(() => {
        throw cut();
      });
      if (next.done) break;
      received += next.value.byteLength;
      if (received > length) throw cut();
      yield next.value;
    }
  } finally {
    await pieces.return?.().catch(() => {});
  }
  if (received !== length) throw cut();
}

/** The same bytes in pieces of `size`, the last one shorter. */
export async function* inPieces(
  bytes: AsyncIterable<Uint8Array>,
  size: number,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  let piece = new Uint8Array(size);
  let filled = 0;
  for await (let rest of bytes) {
    while (rest.byteLength > 0) {
      const part = rest.subarray(0, size - filled);
      piece.set(part, filled);
      filled += part.byteLength;
      rest = rest.subarray(part.byteLength);
      if (filled < size) continue;
      yield piece;
      // Whoever got it may keep it.
      piece = new Uint8Array(size);
      filled = 0;
    }
  }
  if (filled > 0) yield piece.subarray(0, filled);
}
