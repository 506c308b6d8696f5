import { test } from "#tests/support/app.ts";
import { watchCommands } from "./journey/acts.ts";
import { bringIn } from "./journey/bring-in.ts";
import { hands } from "./journey/hands.ts";
import { lookBack } from "./journey/look-back.ts";
import { plan } from "./journey/plan.ts";
import { triage } from "./journey/triage.ts";

// From a real export to a committed quarter, each person doing their part, changing user as people do. One story:
// each step needs the one before.

test.use({ company: "journey" });
test.describe.configure({ mode: "serial" });

test("from the desk's export to a committed quarter", async ({ page, app }) => {
  watchCommands(page);
  await bringIn({ page, app });
  await hands({ page, app });
  await triage({ page, app });
  await plan({ page, app });
  await lookBack({ page, app });
});
