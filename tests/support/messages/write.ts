import { writeFileSync } from "node:fs";
import { declarationOf, declarationPath } from "#tests/support/messages/declaration.ts";
import { readMessages } from "#tests/support/messages/read.ts";

writeFileSync(declarationPath, declarationOf(readMessages("en")));
