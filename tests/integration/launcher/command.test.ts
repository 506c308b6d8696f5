import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { processStart } from "#lib/launcher/lease.mjs";
import { endLeftovers, listCommand } from "#lib/launcher/leftovers.mjs";

const starter = join(import.meta.dirname, "command-starter.mjs");
let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tribune-command-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** A launcher in the middle of a long command; `pids` are the command's and its helper's. */
async function startCommand(): Promise<{ launcher: ChildProcess; pids: number[] }> {
  const file = join(folder, "pids");
  const launcher = spawn(process.execPath, [starter, file], { stdio: ["ignore", 2, "ignore"] });
  while (!existsSync(file) || readFileSync(file, "utf8") === "") await sleep(20);
  return { launcher, pids: JSON.parse(readFileSync(file, "utf8")) };
}

async function areGone(pids: number[]) {
  while (pids.some((pid) => processStart(pid) !== null)) await sleep(20);
}

describe("What a launcher runs to prepare a start", () => {
  it("ends with the launcher when that is killed, its helpers too", async () => {
    const { launcher, pids } = await startCommand();
    launcher.kill("SIGKILL");
    await areGone(pids);
  });

  it("ends as a whole when the launcher is told to stop", async () => {
    const { launcher, pids } = await startCommand();
    launcher.kill("SIGINT");
    const [code] = await once(launcher, "exit");
    expect(code).toBe(130);
    await areGone(pids);
  });

  it("fails with it when the command is killed, and leaves no helper behind", async () => {
    const { launcher, pids } = await startCommand();
    process.kill(pids[0] ?? 0, "SIGKILL");
    const [code] = await once(launcher, "exit");
    expect(code).toBe(1);
    await areGone(pids);
  });

  it("is waited for, and ended, by the next one when it has not ended by itself", async () => {
    const list = join(folder, "commands");
    const deaf = "process.on('SIGTERM', () => {}); setInterval(() => {}, 60_000)";
    const script = `
      import { listCommand } from "#lib/launcher/leftovers.mjs";
      import { spawn } from "node:child_process";
      const child = spawn(process.execPath, ["-e", ${JSON.stringify(deaf)}], { detached: true, stdio: "ignore" });
      listCommand(child.pid, ${JSON.stringify(list)});
      console.log(child.pid);
      process.exit();`;
    const options = { cwd: join(import.meta.dirname, "../../..") };
    const dead = spawn(process.execPath, ["--input-type=module", "-e", script], options);
    const [line] = await once(dead.stdout, "data");
    await once(dead, "exit");
    await endLeftovers(list);
    expect(processStart(Number(line))).toBeNull();
  });

  it("is left alone while its launcher lives", async () => {
    const list = join(folder, "commands");
    const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 60_000)"]);
    const strike = listCommand(child.pid ?? 0, list);
    await endLeftovers(list);
    expect(processStart(child.pid ?? 0)).not.toBeNull();
    strike();
    child.kill();
  });
});
