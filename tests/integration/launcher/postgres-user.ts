import { ensurePostgres } from "#prisma/embedded.ts";

// Another process that uses the embedded server of a folder, says so, and waits to be killed.
const [dataDir = ""] = process.argv.slice(2);
const { adopted, postmasterPid } = await ensurePostgres({ dataDir, durable: false });
process.stdout.write(JSON.stringify({ adopted, postmasterPid }));
setInterval(() => {}, 60_000);
