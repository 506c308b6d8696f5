import { config } from "zod/mini";

// For shapes that a browser reads too: a quarter of zod's size. Their functions are the same.

// Zod would try whether it may make functions from text, to be faster. Our pages may not, and a browser reports it.
if (typeof window !== "undefined") config({ jitless: true });

export * from "zod/mini";
