// One at a time installs, generates or builds in this clone; the others wait.
import { join } from "node:path";
import { withLease } from "./lease.mjs";
import { endLeftovers } from "./leftovers.mjs";
import { cloneFolder } from "./paths.mjs";
import { say } from "./say.mjs";

export async function whileHoldingClone(work) {
  const told = (holder) =>
    say(`Waiting for process ${holder.pid}, which is installing or building here …`);
  const workAlone = async () => {
    await endLeftovers();
    return await work();
  };
  return await withLease(join(cloneFolder, "preparing"), workAlone, told);
}
