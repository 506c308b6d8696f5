import { z } from "zod";

export const eraseInput = z.strictObject({ requesterId: z.uuid() });
export type EraseInput = z.output<typeof eraseInput>;
