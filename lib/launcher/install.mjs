// Installs what package-lock.json names, when it is not there. Runs on any Node.js from 20 up, with nothing installed.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { childEnvironment, endWithParent, runCommand } from "./command.mjs";
import { fingerprint } from "./fingerprint.mjs";
import { listHolders } from "./lease.mjs";
import { cloneFolder, pinnedNode, root } from "./paths.mjs";
import { Refusal, say } from "./say.mjs";

const stamp = join(root, "node_modules", ".tribune", "installed");

/** The list of servers that run from this clone. What they have loaded must not change under them. */
export const serversFolder = join(cloneFolder, "servers");

export function isInstalled() {
  if (!existsSync(pinnedNode)) return false;
  return readStamp(stamp) === fingerprint(["package-lock.json"]) || matchesLockfile();
}

/** To be called while holding the clone's lease. */
export async function install() {
  if (isInstalled()) return;
  refuseUnderServer("install what package-lock.json now asks for");
  say("Installing what Tribune needs (npm ci) …");
  rmSync(stamp, { force: true });
  const wanted = fingerprint(["package-lock.json"]);
  // NODE_ENV=production would leave out what builds and runs Tribune; `npm run -s` would hide why an install failed.
  const env = { ...childEnvironment(), npm_config_loglevel: "error", NODE_ENV: "" };
  const args = ["ci", "--include=dev", "--include=optional", "--no-audit", "--no-fund"];
  const npm = process.env.npm_execpath;
  if (npm?.endsWith(".js"))
    await runCommand("npm ci", process.execPath, [...endWithParent, npm, ...args], env);
  else await runCommand("npm ci", "npm", args, env);
  if (!existsSync(pinnedNode))
    throw new Refusal(
      "npm ci ended without the Node.js that Tribune runs on. Remove node_modules and start again.",
    );
  writeStamp(stamp, wanted);
}

export function refuseUnderServer(what) {
  const [server] = listHolders(serversFolder).filter(
    (holder) => holder.pid !== process.pid && holder.pid !== process.ppid,
  );
  if (server === undefined) return;
  throw new Refusal(
    `A Tribune runs from this folder (process ${server.pid}, ${server.address ?? "starting"}). Stop it first: Tribune has to ${what}.`,
  );
}

export function readStamp(path) {
  return existsSync(path) ? readFileSync(path, "utf8").trim() : null;
}

export function writeStamp(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${text}\n`);
}

/** Somebody may have run npm by hand: npm's own record, which it writes last, then says the same as the lockfile. */
function matchesLockfile() {
  const record = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(record)) return false;
  const there = JSON.parse(readFileSync(record, "utf8")).packages;
  const wanted = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages;
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    if (path === "" || (optional === true && there[path] === undefined)) return true;
    return there[path]?.version === version;
  });
}
