import { deliverer } from "#lib/outbox/writes/deliver.ts";

// A worker that does nothing but deliver, to be killed: its clock is ahead by as many ms as it is told, and it ends when
// there is nothing left to do.

const ahead = Number(process.argv[2] ?? 0);
const once = deliverer();
await once({
  now: () => new Date(Date.now() + ahead),
  timeZone: "Europe/Paris",
  signal: new AbortController().signal,
});
process.exit();
