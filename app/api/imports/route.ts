import { isOwnOrigin } from "#lib/auth/own-origin.ts";
import { can } from "#lib/auth/policy.ts";
import { currentActor } from "#lib/auth/session.ts";
import { moment, now } from "#lib/clock.ts";
import type { Params, UserError } from "#lib/errors.ts";
import { findUploadOf } from "#lib/imports/reads/runs.ts";
import { startImport } from "#lib/imports/writes/commands.ts";
import { enqueueImport } from "#lib/imports/writes/import-queue.ts";
import { dropUpload, keepUpload } from "#lib/imports/writes/uploads.ts";
import { inputHashOf } from "#lib/operations/input-hash.ts";
import { refusalOf } from "#lib/refusal.ts";
import { readUploadLimit } from "#lib/settings/reads/upload-limit.ts";
import { tooLarge } from "#lib/tables/too-large.ts";
import { isTrouble } from "#lib/troubles.ts";
import { uploadOf } from "./upload.ts";

/**
 * A file to import, as the body of the request; what is asked of it stands in the query. It is kept whole before
 * anything is answered, and read by the worker afterwards.
 */
export async function POST(request: Request): Promise<Response> {
  if (!isOwnOrigin(request.headers)) return refusal(403, "foreign-origin");
  const actor = await currentActor();
  if (!actor) return refusal(401, "signed-out");
  if (!can(actor, "import:run")) return refusal(403, "not-allowed");
  const upload = uploadOf(new URL(request.url).searchParams);
  if (!upload) return refusal(400, "invalid");
  const length = Number(request.headers.get("content-length") ?? Number.NaN);
  if (!Number.isSafeInteger(length) || length < 0) return refusal(411, "upload-length");
  const limit = await readUploadLimit();
  if (length > limit) return refused(413, tooLarge(length, limit));
  if (length === 0 || !request.body) return refusal(400, "importsErrors.empty");
  let unread: string | null = null;
  try {
    const { operationId, ...input } = upload;
    const { id: uploadId, digest } = await keepUpload(request.body, length, now());
    unread = uploadId;
    const inputHash = inputHashOf({ ...input, digest });
    const call = { ...moment(), operationId, inputHash };
    const { id } = await startImport(actor, { ...input, fileBytes: length, uploadId }, call);
    // The same upload sent twice is one import: the second copy has nobody to read it.
    if ((await findUploadOf(actor, id)) === uploadId) unread = null;
    await enqueueImport(id);
    return Response.json({ id }, { status: 201, headers: { "Cache-Control": "no-store" } });
  } catch (error) {
    const known = refusalOf(error);
    if (known) return refused(isTrouble(known.key) ? 503 : 400, known);
    const id = crypto.randomUUID();
    console.error(`upload ${id}`, error);
    return refusal(500, "unexpected", { id });
  } finally {
    // Nobody reads what was refused.
    if (unread) await dropUpload(unread);
  }
}

function refused(status: number, { key, params }: UserError): Response {
  return refusal(status, key, params);
}

function refusal(status: number, key: string, params: Params = {}): Response {
  // What was not read of the body is not wanted: the connection ends with the answer.
  const headers = { "Cache-Control": "no-store", Connection: "close" };
  return Response.json({ error: { key, params } }, { status, headers });
}
