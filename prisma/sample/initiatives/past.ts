import { beforeLastInitiatives } from "#prisma/sample/initiatives/before-last.ts";
import { lastInitiatives } from "#prisma/sample/initiatives/last.ts";

/** The two closed quarters, the older one first. */
export const pastInitiatives = [...beforeLastInitiatives, ...lastInitiatives];
