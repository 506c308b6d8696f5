import { z } from "zod";
import { uploadInput } from "#lib/imports/schema.ts";
import { storable } from "#lib/text.ts";

const query = z.strictObject({
  source: z.string(),
  site: z.string().optional(),
  file: z.string(),
  dates: z.string().optional(),
  zone: z.string().optional(),
  preview: z.literal("1").optional(),
  of: z.string().default("insights"),
  operation: z.uuid(),
});

/** What the address asks of the file in the body; null when it is not understood. */
export function uploadOf(params: URLSearchParams) {
  const given = Object.fromEntries(
    [...params].map(([name, value]) => [name, storable(value)]).filter(([, value]) => value !== ""),
  );
  const asked = query.safeParse(given);
  if (!asked.success) return null;
  const { source, site, file, dates, zone, preview, operation, of } = asked.data;
  const input = uploadInput.safeParse({
    source,
    siteUrl: site ?? null,
    fileName: file,
    subject: of,
    options: {
      ...(dates ? { dates } : {}),
      ...(zone ? { timeZone: zone } : {}),
      ...(preview ? { preview: true } : {}),
    },
  });
  return input.success ? { ...input.data, operationId: operation } : null;
}
