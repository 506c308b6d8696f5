import { writeFileSync } from "node:fs";
import { iconSheet, sheetPath } from "#tests/support/icons/sheet.ts";

writeFileSync(sheetPath, await iconSheet());
