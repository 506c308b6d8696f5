import { z } from "zod";

// A sentence is kept as the key of its message and what goes into it; it is put into words when it is shown.

export const storedParams = z.record(z.string(), z.union([z.string(), z.number()]));
export const storedSentence = z.object({ key: z.string(), params: storedParams });
export const storedSentences = z.array(storedSentence);
