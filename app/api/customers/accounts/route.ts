import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { isOwnOrigin } from "#lib/auth/own-origin.ts";
import { can } from "#lib/auth/policy.ts";
import { currentActor } from "#lib/auth/session.ts";
import { moment } from "#lib/clock.ts";
import { companyCurrency } from "#lib/customers/money.ts";
import { forecastAccounts, importAccounts } from "#lib/customers/writes/import-accounts.ts";
import type { Params, UserError } from "#lib/errors.ts";
import { longestAccounts, readAccounts } from "#lib/imports/accounts/read-accounts.ts";
import { inScratch } from "#lib/imports/scratch.ts";
import { wholeBody } from "#lib/imports/whole-body.ts";
import { inputHashOf } from "#lib/operations/input-hash.ts";
import { isOperationId } from "#lib/operations/operation-id.ts";
import { refusalOf } from "#lib/refusal.ts";
import { tooLarge } from "#lib/tables/too-large.ts";
import { isTrouble } from "#lib/troubles.ts";

/** A file of accounts as the body: what it would change, or with `?operation=…` that it does. */
export async function POST(request: Request): Promise<Response> {
  if (!isOwnOrigin(request.headers)) return refusal(403, "foreign-origin");
  const actor = await currentActor();
  if (!actor) return refusal(401, "signed-out");
  if (!can(actor, "source:manage")) return refusal(403, "not-allowed");
  const operationId = new URL(request.url).searchParams.get("operation");
  if (operationId !== null && !isOperationId(operationId)) return refusal(400, "invalid");
  const length = Number(request.headers.get("content-length") ?? Number.NaN);
  if (!Number.isSafeInteger(length) || length < 0) return refusal(411, "upload-length");
  if (length > longestAccounts) return refused(413, tooLarge(length, longestAccounts));
  if (length === 0 || !request.body) return refusal(400, "importsErrors.empty");
  const sent = wholeBody(request.body, length);
  try {
    const accounts = await inScratch(`accounts-${crypto.randomUUID()}`, async (folder) => {
      const path = join(folder, "accounts.csv");
      await writeFile(path, sent, { flag: "wx", mode: 0o600 });
      return readAccounts(path, companyCurrency);
    });
    const report = operationId
      ? await importAccounts(actor, accounts, {
          ...moment(),
          operationId,
          inputHash: inputHashOf(accounts),
        })
      : await forecastAccounts(actor, accounts);
    const all = [...accounts.refused, ...report.refused].toSorted((a, b) => a.line - b.line);
    const body = {
      ...report,
      rows: report.rows + accounts.refused.length,
      refused: all,
      notes: accounts.notes,
    };
    return Response.json(body, { headers: { "Cache-Control": "no-store" } });
  } catch (error) {
    const known = refusalOf(error);
    if (known) return refused(isTrouble(known.key) ? 503 : 400, known);
    const id = crypto.randomUUID();
    console.error(`accounts ${id}`, error);
    return refusal(500, "unexpected", { id });
  }
}

function refused(status: number, { key, params }: UserError): Response {
  return refusal(status, key, params);
}

function refusal(status: number, key: string, params: Params = {}): Response {
  const headers = { "Cache-Control": "no-store", Connection: "close" };
  return Response.json({ error: { key, params } }, { status, headers });
}
