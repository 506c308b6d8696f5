// Loaded first into what the launcher starts: when the launcher is gone, however it went, so is its child, and what
// the child has started. Node.js loads it into the child's own workers as well, which are none of our business.
import { isMainThread } from "node:worker_threads";

if (isMainThread && process.env.TRIBUNE_STARTER === String(process.ppid)) {
  process.on("disconnect", () => {
    setTimeout(() => endGroup("SIGKILL"), 5000).unref();
    endGroup("SIGTERM");
  });
  process.channel?.unref();
}

function endGroup(signal) {
  try {
    process.kill(-process.pid, signal);
  } catch {
    process.kill(process.pid, signal);
  }
}
