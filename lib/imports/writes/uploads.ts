import "server-only";
import { createHash } from "node:crypto";
import { db } from "#lib/db.ts";
import { inPieces, wholeBody } from "#lib/imports/whole-body.ts";

// What was sent waits in the database until its import is over: whichever machine takes the import up finds it there, and
// a backup has it.

const pieceBytes = 1024 * 1024;
const orphanAfterMs = 24 * 3600 * 1000;

/** A file that waits, and what it holds as SHA-256 in hexadecimal: two files of one length are not one. */
export type KeptUpload = { id: string; digest: string };

/**
 * Keeps a body of exactly `length` bytes, and answers once it is kept. Each piece is a transaction of its own: whoever
 * sends slowly holds no connection of the database meanwhile.
 * @throws UserError `upload-cut` when more or less came; nothing is left then.
 */
export async function keepUpload(
  body: AsyncIterable<Uint8Array>,
  length: number,
  now: Date,
): Promise<KeptUpload> {
  const { id } = await db().upload.create({
    data: { bytes: BigInt(length), createdAt: now },
    select: { id: true },
  });
  try {
    const hash = createHash("sha256");
    let n = 0;
    for await (const data of inPieces(wholeBody(body, length), pieceBytes)) {
      hash.update(data);
      await db()
        .$executeRaw`INSERT INTO upload_piece (upload_id, n, data) VALUES (${id}::uuid, ${n}, ${data})`;
      n += 1;
    }
    const digest = hash.digest();
    await db().upload.update({ where: { id }, data: { digest: new Uint8Array(digest) } });
    return { id, digest: digest.toString("hex") };
  } catch (error) {
    // Where that fails too, it is swept a day later.
    await dropUpload(id).catch(() => {});
    throw error;
  }
}

export async function dropUpload(id: string): Promise<void> {
  await db().upload.deleteMany({ where: { id } });
}

/** The file of an import that is over. */
export async function dropUploadOf(runId: string): Promise<void> {
  await db().upload.deleteMany({ where: { runs: { some: { id: runId } } } });
}

/** Files that nobody waits for: whoever kept them was killed before the import was noted, or once it was over. */
export async function sweepUploads(now: Date): Promise<number> {
  const oldest = new Date(now.getTime() - orphanAfterMs);
  return db().$executeRaw`
    DELETE FROM upload u
    WHERE (created_at < ${oldest} OR EXISTS (SELECT FROM import_run r WHERE r.upload_id = u.id))
      AND NOT EXISTS (
        SELECT FROM import_run r WHERE r.upload_id = u.id AND r.state NOT IN ('done', 'refused', 'undone'))`;
}
