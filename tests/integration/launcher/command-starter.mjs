// Runs a command that would go on for an hour, as a launcher runs npm ci or a build, and names the processes.
import { endWithParent, runCommand } from "#lib/launcher/command.mjs";
import { runToExit } from "#lib/launcher/say.mjs";

const helper = `setInterval(() => {}, 60_000)`;
const command = `
  const helper = require("node:child_process").spawn(process.execPath, ["-e", ${JSON.stringify(helper)}]);
  require("node:fs").writeFileSync(process.argv[1], JSON.stringify([process.pid, helper.pid]));
  setInterval(() => {}, 60_000);`;
const [file] = process.argv.slice(2);
await runToExit(() =>
  runCommand("The long command", process.execPath, [...endWithParent, "-e", command, file]),
);
process.exit();
