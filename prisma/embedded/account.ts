import { spawnSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { postgresEnvironment } from "./environment.ts";
import { EmbeddedRefusal } from "./refusal.ts";

/** Whom PostgreSQL runs as: itself refuses to run as root, so root hands over to another account. */
export type Account = { uid: number; gid: number };

const SYSTEM_ACCOUNT = "postgres";

/**
 * Null when PostgreSQL runs as whoever starts it. For root: the owner of the data that are already there, else the
 * system account `postgres`, created when missing. Throws EmbeddedRefusal when the data belong to somebody else.
 */
export function chooseAccount(cluster: string): Account | null {
  const uid = process.getuid?.();
  const owner = statSync(cluster, { throwIfNoEntry: false });
  if (uid !== 0) {
    if (owner !== undefined && uid !== undefined && owner.uid !== uid) {
      throw new EmbeddedRefusal(
        `The database in ${cluster} belongs to another user. Start Tribune as that user (or as root), or name another folder in TRIBUNE_DATA_DIR.`,
      );
    }
    return null;
  }
  if (owner !== undefined && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  return findSystemAccount() ?? createSystemAccount();
}

/** Whether that account can enter a folder: each folder above it must let it pass. */
export function canEnter(folder: string, account: Account | null): boolean {
  const command = ["-c", 'cd "$1"', "sh", folder];
  return spawnSync("/bin/sh", command, { ...account, cwd: "/", stdio: "ignore" }).status === 0;
}

export function canRun(program: string, account: Account | null): boolean {
  const options = { ...account, cwd: "/", stdio: "ignore" as const, env: postgresEnvironment() };
  return spawnSync(program, ["--version"], options).status === 0;
}

function findSystemAccount(): Account | null {
  for (const line of readFileSync("/etc/passwd", "utf8").split("\n")) {
    const [name, , uid, gid] = line.split(":");
    if (name === SYSTEM_ACCOUNT) return { uid: Number(uid), gid: Number(gid) };
  }
  return null;
}

function createSystemAccount(): Account {
  const shell = "/usr/sbin/nologin";
  const useradd = [
    "--system",
    "--user-group",
    "--no-create-home",
    "--shell",
    shell,
    SYSTEM_ACCOUNT,
  ];
  // Alpine and BusyBox know adduser alone.
  const created =
    spawnSync("useradd", useradd, { stdio: "ignore" }).status === 0 ||
    spawnSync("adduser", ["-S", "-D", "-H", SYSTEM_ACCOUNT], { stdio: "ignore" }).status === 0;
  const account = created ? findSystemAccount() : null;
  if (account !== null) return account;
  throw new EmbeddedRefusal(
    `PostgreSQL does not run as root, and the system user "${SYSTEM_ACCOUNT}" could not be created. Create it (useradd --system ${SYSTEM_ACCOUNT}) or start Tribune as an ordinary user.`,
  );
}
