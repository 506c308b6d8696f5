// A Chromium for the browser tests: what is installed, else Playwright's own, else the system's packages.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { childEnvironment } from "../../lib/launcher/command.mjs";
import { packageFile, pinnedNode, root } from "../../lib/launcher/paths.mjs";
import { Refusal, say } from "../../lib/launcher/say.mjs";

const usualPlaces = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** Path of a Chromium that is installed; null for the one that Playwright finds itself. Throws a Refusal without any. */
export async function findBrowser() {
  const given = process.env.TRIBUNE_CHROMIUM;
  if (given) return given;
  const installed = findInstalled();
  if (installed !== undefined) return installed;
  if (await hasPlaywrightsOwn()) return null;
  say("Installing Chromium for the browser tests …");
  const cli = packageFile("@playwright/test/cli");
  if (attempt(pinnedNode, [cli, "install", "chromium"]) && (await hasPlaywrightsOwn())) return null;
  if (process.getuid?.() === 0 && hasApt()) {
    attempt("apt-get", ["update"]);
    attempt("apt-get", ["install", "-y", "--no-install-recommends", "chromium"]);
  }
  const found = findInstalled();
  if (found !== undefined) return found;
  throw new Refusal(
    "The browser tests need Chromium, and it could not be installed from here. Run this, then npm test again: sudo apt-get install -y chromium",
  );
}

function findInstalled() {
  return usualPlaces.find((place) => existsSync(place));
}

async function hasPlaywrightsOwn() {
  const script =
    'import { chromium } from "@playwright/test"; console.log(chromium.executablePath())';
  const options = { cwd: root, encoding: "utf8", env: childEnvironment() };
  const { stdout } = spawnSync(pinnedNode, ["--input-type=module", "-e", script], options);
  const browser = stdout.trim();
  // Playwright brings the browser without the system's libraries that it needs: without them it is of no use.
  return existsSync(browser) && spawnSync(browser, ["--version"], { stdio: "ignore" }).status === 0;
}

function hasApt() {
  return spawnSync("apt-get", ["--version"], { stdio: "ignore" }).status === 0;
}

function attempt(program, args) {
  const env = childEnvironment({ DEBIAN_FRONTEND: "noninteractive" });
  return (
    spawnSync(program, args, { cwd: root, env, stdio: ["ignore", 2, 2], timeout: 300_000 })
      .status === 0
  );
}
