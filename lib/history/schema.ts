import { z } from "zod";

export const undoInput = z.strictObject({ operationId: z.uuid() });
