import { z } from "zod";

export const sourceName = z.string().trim().min(1).max(120);

/** The desk's address, without the slash at its end. */
export const siteAddress = z
  .url({ protocol: /^https?$/ })
  .max(300)
  .transform((address) => address.replace(/\/+$/, ""));
