import { serveToExit } from "./serve-to-exit.mjs";

await serveToExit("dev", import.meta.url);
