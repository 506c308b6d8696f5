import { readFileSync } from "node:fs";

/** The most memory a process ever had resident, in bytes (Linux; elsewhere 0). */
export function mostResident(pid: number): number {
  try {
    const kilobytes = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return Number(kilobytes ?? 0) * 1024;
  } catch {
    return 0;
  }
}
