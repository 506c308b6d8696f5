// npm start and npm run dev: installs, generates, builds, opens the database, then runs web and worker until told to
// stop. Whatever of it is killed, the next start finds its feet: see lease.mjs and prisma/embedded.ts.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { endChild, keepRunning, startWeb, waitForFreePort, waitUntilServing } from "./children.mjs";
import { whileHoldingClone } from "./clone.mjs";
import { childEnvironment, endWithParent, runCommand } from "./command.mjs";
import { install, serversFolder } from "./install.mjs";
import { backupSettings } from "./kept-secrets.mjs";
import { claim, enlist, isRunning } from "./lease.mjs";
import { areRunning, parents, watchParents } from "./parents.mjs";
import { pinnedNode, root } from "./paths.mjs";
import { build, generate } from "./prepare.mjs";
import { Refusal, say } from "./say.mjs";
import { refuseWrongSettings } from "./settings.mjs";

/** Tenths of a second that a living Tribune on the same folder is given: it may be about to end after a failure. */
const PATIENCE = 50;

const LOOPBACK = "127.0.0.1";

/** Serves until a signal, the end of whoever started us, or the death of the web server. Answers with the exit code. */
export async function serve(mode, settings) {
  const leaving = waitForSignal();
  const seat = settings.externalUrl ? null : await takeSeat(settings);
  const undo = [async () => seat?.release()];
  try {
    // Said now rather than after minutes of installing and building.
    await waitForFreePort(settings.externalUrl ? settings.host : LOOPBACK, settings.port);
    await whileHoldingClone(async () => {
      await install();
      await generate();
      if (mode === "start") await build();
      undo.push(enlist(serversFolder, { address: settings.here }));
    });
    if (leaving.now()) return 0;
    const database = await openDatabase(settings);
    undo.push(() => database.stop());
    if (leaving.now()) return 0;
    return await run(mode, settings, database, leaving, undo);
  } finally {
    seat?.tell({ parents, address: settings.here, stopping: true });
    for (const step of undo.reverse()) await step();
  }
}

/** One web server on a data folder: a living one keeps it, an abandoned or leaving one is waited for. */
async function takeSeat({ dataDir, here }) {
  const path = join(dataDir, "server");
  for (let waited = 0; ; waited += 1) {
    const seat = claim(path, { parents, address: here });
    if (seat.holder === null) return seat;
    const { holder } = seat;
    const isAbandoned = holder.stopping === true || !areRunning(holder.parents ?? []);
    if (!isAbandoned && waited >= PATIENCE) {
      throw new Refusal(
        `Tribune already runs on ${dataDir}: ${holder.address} (process ${holder.pid}). Stop it first, or name another folder in TRIBUNE_DATA_DIR.`,
      );
    }
    if (isAbandoned && waited === 20) process.kill(holder.pid, "SIGTERM");
    if (isAbandoned && waited >= 150 && isRunning(holder)) process.kill(holder.pid, "SIGKILL");
    await sleep(100);
  }
}

async function openDatabase({ dataDir, externalUrl }) {
  const { openCompanyDatabase } = await import("../../prisma/company-database.ts");
  const wantsSample = !externalUrl && process.env.TRIBUNE_SAMPLE !== "0";
  const seed = async (url) => {
    const env = childEnvironment({
      DATABASE_URL: url,
      TRIBUNE_DATA_DIR: dataDir,
      NODE_ENV: "production",
    });
    await runCommand(
      "Making the sample company",
      pinnedNode,
      [...endWithParent, "--conditions=react-server", join(root, "prisma", "seed.ts")],
      env,
    );
  };
  return await openCompanyDatabase({
    dataDir,
    externalUrl,
    externalOwnerUrl: process.env.TRIBUNE_OWNER_URL || undefined,
    seed: wantsSample ? seed : undefined,
    say,
  });
}

async function run(mode, settings, database, leaving, undo) {
  const isClosed = database.isEmbedded || database.hasSample;
  const host = isClosed ? LOOPBACK : settings.host;
  const env = await serverEnvironment(mode, settings, database);
  await waitForFreePort(host, settings.port);
  const web = startWeb(mode, host, settings.port, env);
  undo.push(() => endChild(web, 5_000));
  await refuseWrongSettings(env);
  const stopWatching = watchDatabase(database);
  undo.push(stopWatching);
  const isServing = await Promise.race([
    waitUntilServing(web, host, settings.port, settings.address),
    leaving.signal,
  ]);
  if (isServing === true) {
    // They come second, so that they do not contend for the processor while somebody waits for the page.
    for (const name of ["worker", "matcher"]) {
      const kept = keepRunning(name, env, say);
      undo.push(() => kept.stop(10_000));
    }
    await announce(settings, database, env);
  }
  const ended = await Promise.race([webEnd(web), leaving.signal]);
  if (leaving.now()) return 0;
  say(
    `The web server ended (${ended}). Start again with npm ${mode === "dev" ? "run dev" : "start"}.`,
  );
  return 1;
}

async function webEnd(web) {
  if (web.exitCode === null && web.signalCode === null) await once(web, "exit");
  return web.signalCode ?? `exit ${web.exitCode}`;
}

async function serverEnvironment(mode, { dataDir, address, secret }, database) {
  const { keepSecret } = await import("../../prisma/embedded/kept-file.ts");
  return childEnvironment({
    // Whoever serves is not to be it.
    TRIBUNE_OWNER_URL: "",
    NODE_ENV: mode === "dev" ? "development" : "production",
    DATABASE_URL: database.url,
    NEXTAUTH_SECRET: secret ?? keepSecret(join(dataDir, "nextauth-secret")),
    NEXTAUTH_URL: address,
    TRIBUNE_DATA_DIR: dataDir,
    ...(await backupSettings(dataDir, database)),
    ...(database.hasSample ? { TRIBUNE_SAMPLE_DATA: "1" } : { TRIBUNE_SAMPLE_DATA: "" }),
  });
}

/** A PostgreSQL that was killed under us is started again, on the same port. */
function watchDatabase(database) {
  let isBusy = false;
  const timer = setInterval(async () => {
    if (isBusy || database.isRunning()) return;
    isBusy = true;
    try {
      say("PostgreSQL has ended; starting it again …");
      await database.revive();
    } catch (error) {
      say(`PostgreSQL could not be started again: ${error.message}`);
    } finally {
      isBusy = false;
    }
  }, 500);
  return async () => {
    clearInterval(timer);
    while (isBusy) await sleep(50);
  };
}

/** Settles at the first signal or when the parents are gone; a second signal ends this process at once. */
function waitForSignal() {
  let isLeaving = false;
  const signal = new Promise((resolve) => {
    const leave = () => {
      if (isLeaving) process.exit(130);
      isLeaving = true;
      say("Stopping …");
      resolve("leaving");
    };
    let last = 0;
    const onSignal = () => {
      // npm passes on the Ctrl-C that the terminal has sent us already.
      if (isLeaving && performance.now() - last < 1000) return;
      last = performance.now();
      leave();
    };
    for (const name of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(name, onSignal);
    const abandoned = () => {
      if (!isLeaving) leave();
    };
    if (process.send) process.on("disconnect", abandoned);
    watchParents(abandoned);
  });
  return { signal, now: () => isLeaving };
}

async function announce({ address }, database, env) {
  process.stdout.write(`\nTribune is ready: ${address}\n`);
  if (!database.hasSample) await printSetUp(env);
  const path = join(root, "prisma", "sample", "sign-ins.json");
  if (!database.hasSample || !existsSync(path)) return;
  const hats = JSON.parse(readFileSync(join(root, "lib/i18n/messages/en/hats.json"), "utf8"));
  const signIns = JSON.parse(readFileSync(path, "utf8")).map((one) => ({
    ...one,
    label: hats[one.label] ?? one.label,
  }));
  const width = (key) => Math.max(...signIns.map((one) => one[key].length));
  process.stdout.write("\nSample sign-ins (this machine only):\n");
  for (const { label, email, password } of signIns) {
    process.stdout.write(
      `  ${label.padEnd(width("label"))}  ${email.padEnd(width("email"))}  ${password}\n`,
    );
  }
  process.stdout.write("\nStop with Ctrl-C.\n");
}

/** While nobody is there, the one-time address that opens a company's own start. */
async function printSetUp(env) {
  const command = ["--conditions=react-server", join(root, "lib", "cli", "main.ts"), "set-up"];
  const child = spawn(pinnedNode, command, { cwd: root, env, stdio: ["ignore", "inherit", 2] });
  await once(child, "exit");
}
