import { z } from "zod";
import { MEBIBYTE, uploadLimitNumber } from "#lib/settings/upload-limit.ts";
import { typedNumber } from "#lib/typed-input.ts";

const uploadLimit = z
  .int()
  .min(MEBIBYTE)
  .max(uploadLimitNumber.max * MEBIBYTE);

/** Company settings by their code: what each may hold, and what holds while nobody chose. */
export const companySettings = {
  /** Who sees what customers pay: everybody, or product, leads and Product Ops. */
  "revenue-visibility": z.enum(["all", "product"]).catch("all"),
  /** The largest file taken in, in bytes. */
  "upload-limit": uploadLimit.catch(2 * 1_073_741_824),
} as const;
export type SettingCode = keyof typeof companySettings;

const version = z.int().min(0);

/** `version` is what the form was opened on, 0 while nobody chose. */
export const changeSettingInput = z.discriminatedUnion("id", [
  z.strictObject({
    id: z.literal("revenue-visibility"),
    value: z.enum(["all", "product"]),
    version,
  }),
  z.strictObject({
    id: z.literal("upload-limit"),
    value: typedNumber(uploadLimit, uploadLimitNumber, MEBIBYTE),
    version,
  }),
]);
export type ChangeSettingInput = z.output<typeof changeSettingInput>;
