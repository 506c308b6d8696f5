import { serveToExit } from "./serve-to-exit.mjs";

await serveToExit("start", import.meta.url);
