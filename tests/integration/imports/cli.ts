import { spawn } from "node:child_process";
import { join } from "node:path";
import { root } from "#lib/launcher/paths.mjs";

export type CliAnswer = { code: number | null; out: string; error: string };

/** The command line against the database that DATABASE_URL names. */
export function tribune(...args: string[]): Promise<CliAnswer> {
  const child = spawn(
    process.execPath,
    ["--conditions=react-server", join(root, "lib/cli/main.ts"), ...args],
    { env: { ...process.env, LANG: "C", INIT_CWD: root }, stdio: ["ignore", "pipe", "pipe"] },
  );
  let out = "";
  let error = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    out += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    error += text;
  });
  return new Promise((resolve) => {
    child.once("close", (code) => resolve({ code, out, error }));
  });
}
