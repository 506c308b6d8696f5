import { spawn } from "node:child_process";
import { join } from "node:path";
import { z } from "zod";
import { root } from "#lib/launcher/paths.mjs";
import { mostResident } from "./resident.ts";

export type CommandRun = { ms: number; peakBytes: number; answer: z.infer<typeof report> };

const report = z.object({ created: z.number(), updated: z.number(), unchanged: z.number() });
const lookEveryMs = 50;

/** Runs an import as people do, start-up included. `peakBytes` is its resident memory at its highest (Linux). */
export async function importByCommand(databaseUrl: string, file: string): Promise<CommandRun> {
  const args = ["--conditions=react-server", join(root, "lib/cli/main.ts")];
  const env = { ...process.env, DATABASE_URL: databaseUrl, LANG: "C" };
  const begun = performance.now();
  const child = spawn(process.execPath, [...args, "import", file, "--source", "Bench", "--json"], {
    env,
    stdio: ["ignore", "pipe", "inherit"],
  });
  let peakBytes = 0;
  const watch = setInterval(() => {
    peakBytes = Math.max(peakBytes, mostResident(child.pid ?? 0));
  }, lookEveryMs);
  let out = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    out += text;
  });
  const code = await new Promise((resolve) => child.once("close", resolve));
  clearInterval(watch);
  const ms = performance.now() - begun;
  if (code !== 0) throw new Error(`the import ended with ${code}`);
  return { ms, peakBytes, answer: report.parse(JSON.parse(out)) };
}
