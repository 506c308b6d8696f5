// Loaded first into what the launcher starts: when the launcher is gone, however it went, so is its child.
process.on("disconnect", () => {
  setTimeout(() => process.exit(1), 5000).unref();
  process.kill(process.pid, "SIGTERM");
});
process.channel?.unref();
