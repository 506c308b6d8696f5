import "server-only";
import { createHash } from "node:crypto";
import { open } from "node:fs/promises";
import { db } from "#lib/db.ts";
import { UserError } from "#lib/errors.ts";

/**
 * Writes an upload into a new file, a piece at a time.
 * @throws UserError `import-file-gone` when there is none; an Error when what is kept is not what was sent
 */
export async function writeUploadTo(path: string, id: string): Promise<void> {
  const upload = await db().upload.findUnique({
    where: { id },
    select: { bytes: true, digest: true },
  });
  if (!upload?.digest) throw new UserError("import-file-gone");
  const { bytes, digest } = upload;
  const hash = createHash("sha256");
  const file = await open(path, "wx", 0o600);
  let written = 0;
  try {
    for (let n = 0; written < Number(bytes); n += 1) {
      const piece = await db().uploadPiece.findUnique({
        where: { uploadId_n: { uploadId: id, n } },
        select: { data: true },
      });
      if (!piece) throw new UserError("import-file-gone");
      hash.update(piece.data);
      await file.writeFile(piece.data);
      written += piece.data.byteLength;
    }
  } finally {
    await file.close();
  }
  if (hash.digest().compare(digest) !== 0) throw new Error(`upload ${id} is damaged`);
}
