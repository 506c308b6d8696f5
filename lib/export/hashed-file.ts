import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";

/** How a file is known again. */
export type Fingerprint = { bytes: number; sha256: string };

export type HashedFile = {
  write: (text: string) => Promise<void>;
  /** On the disk, not only on its way there. */
  end: () => Promise<Fingerprint>;
  /** Without finishing it. */
  close: () => Promise<void>;
};

const ENOUGH = 262_144;

/** A new file that only its owner reads, written in pieces. @throws when there is one already */
export async function createHashedFile(path: string): Promise<HashedFile> {
  const handle = await open(path, "wx", 0o600);
  const hash = createHash("sha256");
  let bytes = 0;
  let waiting: string[] = [];
  let length = 0;

  async function flush(): Promise<void> {
    const piece = Buffer.from(waiting.join(""), "utf8");
    waiting = [];
    length = 0;
    hash.update(piece);
    bytes += piece.length;
    for (let done = 0; done < piece.length; ) {
      const { bytesWritten } = await handle.write(piece, done);
      done += bytesWritten;
    }
  }

  return {
    async write(text) {
      waiting.push(text);
      length += text.length;
      if (length >= ENOUGH) await flush();
    },
    async end() {
      await flush();
      await handle.sync();
      await handle.close();
      return { bytes, sha256: hash.digest("hex") };
    },
    close: () => handle.close(),
  };
}

/** @throws ENOENT when it is not there */
export async function fingerprintOf(path: string): Promise<Fingerprint> {
  const hash = createHash("sha256");
  let bytes = 0;
  for await (const piece of createReadStream(path)) {
    hash.update(piece);
    bytes += piece.length;
  }
  return { bytes, sha256: hash.digest("hex") };
}
