import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { within } from "./kills.ts";
import type { PatientClient } from "./patient-client.ts";
import type { Product } from "./product.ts";
import { beginImport } from "./round.ts";
import { countRuns, countUploads } from "./stored.ts";
import { beginUpload, upload } from "./uploads.ts";
import { isEnded, watchImport } from "./watch.ts";

const refusal = z.object({ refusal: z.object({ key: z.string() }), tickets: z.coerce.number() });

type Where = { product: Product; database: PatientClient };

/**
 * A file whose last tenth is missing, in each of the ways it can be: nothing of it is stored, and it is said why.
 * @returns the words for what was held
 */
export async function refuseCut(where: Where, bytes: Buffer): Promise<string[]> {
  const part = bytes.subarray(0, Math.floor(bytes.length * 0.9));
  const length = bytes.length;
  return [
    await expectNothing(where, "dropped", async (name) => {
      const sending = beginUpload(where.product, { ...name, bytes: part, length });
      await sending.send(1);
      sending.drop();
      return null;
    }),
    await expectNothing(where, "promised-more", async (name) => {
      const sending = beginUpload(where.product, { ...name, bytes: part, length });
      await sending.send(1);
      sending.finish();
      const { status, json } = await sending.answer;
      return `${status} ${json}`;
    }),
    await expectNothing(where, "promised-less", async (name) => {
      const file = { ...name, bytes, length: part.length, operationId: randomUUID() };
      // The answer may be lost with what nobody reads of the rest, and come before its import is noted: only the same
      // upload sent again can tell which import it became.
      await upload(where.product, file).catch(() => null);
      const runId = await beginImport(where.product, { ...file, bytes: part });
      return await expectRefused(where, runId);
    }),
    await expectNothing(where, "cut-on-disk", (name) =>
      beginImport(where.product, { ...name, bytes: part }).then((id) => expectRefused(where, id)),
    ),
  ];
}

type Name = { source: string; fileName: string };

/** @returns what the person is told, if anybody is still there */
async function expectNothing(
  { database }: Where,
  name: string,
  send: (name: Name) => Promise<string | null>,
): Promise<string> {
  const fileName = `${name}.csv`;
  const before = await database.ask(countUploads);
  const said = await send({ source: name, fileName });
  const bytesAreGone = async () => {
    while ((await database.ask(countUploads)) > before) await sleep(50);
  };
  await within(`${name}: its bytes go`, bytesAreGone());
  const runs = await database.ask((client) => countRuns(client, fileName));
  const isImport = said?.startsWith("importsErrors.");
  if (runs !== Number(isImport ?? false)) throw new Error(`${name}: ${runs} imports of it`);
  return `${name}: nothing stored; ${said ?? "nobody there to tell"}`;
}

/** @returns the reason */
async function expectRefused({ database }: Where, runId: string): Promise<string> {
  const watch = watchImport(database, runId);
  const { state } = await watch.until(isEnded);
  await watch.end();
  const { rows } = await database.ask((client) =>
    client.query(
      `SELECT refusal, (SELECT count(*) FROM ticket t WHERE t.source_id = r.source_id) AS tickets
       FROM import_run r WHERE id = $1`,
      [runId],
    ),
  );
  const { refusal: reason, tickets } = refusal.parse(rows[0]);
  if (state !== "refused" || tickets !== 0 || !/cut|open-quote/.test(reason.key))
    throw new Error(`what was cut ended as ${state}, ${reason.key}, ${tickets} tickets`);
  return reason.key;
}
