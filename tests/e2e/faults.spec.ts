import { spawn } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "@playwright/test";

test("an import goes on when worker, web server and PostgreSQL are killed: nothing lost, nothing doubled", async () => {
  const main = join(import.meta.dirname, "../faults/main.ts");
  // The same moments each time; npm run test:faults chooses others.
  const args = ["--conditions=react-server", main, "--kills", "3", "--seed", "7", "--quick"];
  const harness = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [harness.stdout, harness.stderr])
    stream.setEncoding("utf8").on("data", (text) => {
      said += text;
    });
  const code = await new Promise((resolve) => harness.once("close", resolve));
  console.log(said);
  expect(code, said).toBe(0);
});
