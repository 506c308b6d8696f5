import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { type Kill, nameOf, within } from "./kills.ts";
import type { PatientClient } from "./patient-client.ts";
import type { Product } from "./product.ts";
import { type Content, countRuns, expectWhole, readContent, readStored } from "./stored.ts";
import { beginUpload, type Upload, upload } from "./uploads.ts";
import { goesOn, isEnded, type Watch, watchImport } from "./watch.ts";

export type Killed = Kill & { row: number; resumedMs: number };

const started = z.object({ id: z.uuid() });

/** Sends a file that must be taken. @returns the id of its import */
export async function beginImport(product: Product, file: Upload): Promise<string> {
  const { status, json } = await upload(product, file);
  if (status !== 201) throw new Error(`${file.fileName} is answered with ${status} ${json}`);
  return started.parse(JSON.parse(json)).id;
}

/**
 * An import from its upload to its end, with kills on the way, and what must hold after each of them.
 * @throws an Error that says what did not
 */
export async function importUnder(
  kills: readonly Kill[],
  { product, database, file }: Where & { file: Upload },
  rows: number,
): Promise<{ killed: Killed[]; content: Content; ms: number }> {
  const begun = performance.now();
  const runId = await beginImport(product, file);
  const watch = watchImport(database, runId);
  const killed: Killed[] = [];
  const flights: Flight[] = [];
  for (const kill of kills) {
    const one = await strike(kill, { product, database, watch, runId, flights });
    if (!one) break;
    killed.push(one);
  }
  const { state } = await watch.until(isEnded);
  await watch.end();
  const ms = performance.now() - begun;
  for (const flight of flights) await landFlight({ product, database }, flight);
  const stored = await database.ask((client) => readStored(client, runId));
  expectWhole(stored);
  const { created, refused } = stored.run;
  if (state !== "done" || created !== rows || refused !== 0 || stored.run.rows !== rows)
    throw new Error(`${rows} rows ended as ${JSON.stringify(stored.run)}`);
  return { killed, content: await database.ask((client) => readContent(client, runId)), ms };
}

type Where = { product: Product; database: PatientClient };
type Target = Where & { watch: Watch; runId: string; flights: Flight[] };
type Flight = Awaited<ReturnType<typeof beginFlight>>;

/** Null when the import was over too soon to be struck. */
async function strike(kill: Kill, target: Target): Promise<Killed | null> {
  const { product, database, watch, runId, flights } = target;
  const at = await watch.until((seen) => isEnded(seen) || seen.share >= kill.share);
  const flight = kill.victim === "web server" ? await beginFlight(product, kill.sent) : null;
  await sleep(kill.delayMs);
  const before = await watch.until(() => true);
  if (isEnded(at) || isEnded(before)) {
    flight?.sending.drop();
    return null;
  }
  await product.kill(kill.victim);
  const struck = performance.now();
  const stored = await database.ask((client) => readStored(client, runId));
  expectWhole(stored);
  if (stored.run.cursor < before.row)
    throw new Error(
      `row ${before.row} was written, and after the kill ${stored.run.cursor} is last`,
    );
  const still = { ...before, row: stored.run.cursor };
  await within(
    `going on after the kill (${nameOf(kill)})`,
    Promise.all([
      watch.until((seen) => isEnded(seen) || goesOn(still, seen)),
      flight ? showsProgress(product, runId) : null,
    ]),
  );
  const resumedMs = performance.now() - struck;
  if (flight) flights.push(flight);
  return { ...kill, row: stored.run.cursor, resumedMs };
}

/** An upload that is on its way when the web server is killed. */
async function beginFlight(product: Product, sent: number) {
  const lines = Array.from(
    { length: 200 },
    (_, row) => `FLY-${row},${row},In flight ${row},Client ${row % 9},712020:${row % 9}`,
  );
  const name = `in-flight-${randomUUID()}`;
  const bytes = Buffer.from(
    `Issue key,Issue id,Summary,Organizations,Reporter Id\n${lines.join("\n")}\n`,
  );
  const file = { source: name, fileName: `${name}.csv`, bytes, operationId: randomUUID() };
  const sending = beginUpload(product, file);
  await sending.send(sent);
  return { file, sending };
}

/** Of what was killed on its way nothing is there; sent again it comes in whole, once. */
async function landFlight({ product, database }: Where, { file, sending }: Flight): Promise<void> {
  const answer = await sending.answer.catch(() => null);
  if (answer) throw new Error(`a killed upload was answered with ${answer.status}`);
  if ((await database.ask((client) => countRuns(client, file.fileName))) !== 0)
    throw new Error("a killed upload left an import");
  const again = [await beginImport(product, file), await beginImport(product, file)];
  const [runId = ""] = again;
  const watch = watchImport(database, runId);
  await watch.until(isEnded);
  await watch.end();
  const stored = await database.ask((client) => readStored(client, runId));
  expectWhole(stored);
  if (again[0] !== again[1] || stored.run.created !== 200 || stored.run.state !== "done")
    throw new Error(`an upload sent again ended as ${again} ${JSON.stringify(stored.run)}`);
}

async function showsProgress(product: Product, runId: string): Promise<void> {
  for (;;) {
    const answer = await fetch(`${product.url}/api/imports/${runId}`, {
      headers: { cookie: product.cookie },
      signal: AbortSignal.timeout(5000),
    }).catch(() => null);
    if (answer?.status === 200) return;
    await sleep(50);
  }
}
