import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { system } from "#lib/auth/actor.ts";
import { now } from "#lib/clock.ts";
import { db } from "#lib/db.ts";
import { saveSourceInput } from "#lib/desks/schema.ts";
import { saveSource } from "#lib/desks/writes/commands.ts";
import { runPull } from "#lib/desks/writes/pulls/pull-connection.ts";
import { root } from "#lib/launcher/paths.mjs";
import { stillBell } from "#lib/operations/bell.ts";
import { newCall } from "#lib/operations/write.ts";
import { freePort } from "#tests/support/free-port.ts";
import { paris } from "#tests/support/in-paris.ts";
import type { Bench } from "./bench.ts";
import { importByCommand } from "./command.ts";
import { type Figure, seconds, times } from "./figure.ts";
import { generateExport } from "./generate-export.ts";

const PAGE = 100;
const SLOW = { pages: 60, delayMs: 200 };
const FAST_PAGES = 200;

/** Pulls from a Jira of our own in a process of its own, slow and at once, beside a file with as many rows. */
export async function benchmarkPull({ databaseUrl, folder, say }: Bench): Promise<Figure[]> {
  process.env.DATABASE_URL = databaseUrl;
  process.env.NEXTAUTH_SECRET ??= randomBytes(32).toString("hex");
  const ports = { slow: await freePort(), fast: await freePort() };
  process.env.TRIBUNE_PRIVATE_HOSTS = `127.0.0.1:${ports.slow},127.0.0.1:${ports.fast}`;
  try {
    const slow = await pullFrom(ports.slow, SLOW.pages, SLOW.delayMs);
    say(`${SLOW.pages} slow pages: ${seconds(slow)}`);
    const fast = await pullFrom(ports.fast, FAST_PAGES, 0);
    const file = join(folder, "beside-pull.csv");
    await generateExport(file, FAST_PAGES * PAGE);
    const imported = await importByCommand(databaseUrl, file);
    const waited = SLOW.pages * SLOW.delayMs;
    const perSecond = (ms: number) => (FAST_PAGES * PAGE * 1000) / ms;
    return [
      {
        what: `Pull of ${SLOW.pages} pages of ${PAGE} from a Jira that takes ${SLOW.delayMs} ms for each`,
        measured: `${seconds(slow)}: ${times(slow / waited)} times what Jira takes`,
        promised: "at most 1.15 times",
      },
      {
        what: `Pull of ${(FAST_PAGES * PAGE).toLocaleString("en")} tickets from a Jira that answers at once, beside a file with as many`,
        measured: `${times(imported.ms / fast)} of its speed (${Math.round(perSecond(fast))} beside ${Math.round(perSecond(imported.ms))} a second)`,
        promised: "at least 0.50",
      },
    ];
  } finally {
    await stillBell();
    await db().$disconnect();
  }
}

/** @returns milliseconds */
async function pullFrom(port: number, pages: number, delayMs: number): Promise<number> {
  const main = join(root, "tests/support/fake-jira/main.ts");
  const count = pages * PAGE;
  const args = [
    main,
    "--port",
    String(port),
    "--tickets",
    String(count),
    "--delay",
    String(delayMs),
  ];
  const jira = spawn(process.execPath, args, { stdio: ["pipe", "pipe", "inherit"] });
  try {
    const line = await new Promise<string>((resolve) =>
      createInterface({ input: jira.stdout }).once("line", resolve),
    );
    const [siteUrl = "", , account = "", , apiToken = ""] = line.split(" ");
    const { id } = await saveSource(
      system,
      saveSourceInput.parse({
        ...{ id: null, version: null, name: `Jira ${port}`, kind: "jira-cloud", siteUrl },
        ...{ account, apiToken, webhookSecret: "" },
        admits: { query: "project in (SAV, ROAD)" },
      }),
      newCall(now()),
    );
    const begun = performance.now();
    await runPull(id, { now, timeZone: paris });
    const ms = performance.now() - begun;
    const state = await db().sourceState.findUniqueOrThrow({ where: { sourceId: id } });
    const came = await db().ticket.count({ where: { sourceId: id } });
    if (state.failure !== null || came !== count)
      throw new Error(`${came} of ${count} came: ${JSON.stringify(state.failure)}`);
    return ms;
  } finally {
    jira.kill();
  }
}
