import { z } from "zod";
import { hatCodes } from "#lib/auth/hats.ts";

/** The sample company's accounts, as `prisma/sample/sign-ins.json` lists them: one a hat, and somebody who wears none. */
export const sampleSignIns = z.array(
  z.object({
    label: z.enum([...hatCodes, "contributor"]),
    name: z.string(),
    email: z.string(),
    password: z.string(),
  }),
);
