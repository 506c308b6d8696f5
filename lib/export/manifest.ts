import { z } from "zod";

/** What an export says of itself: which files it is made of, and by which they are known again. */

export const MANIFEST = "manifest.json";

const fingerprint = z.strictObject({
  bytes: z.int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

const fileName = z.string().regex(/^[a-zA-Z0-9-]+\.(csv|jsonl|md)$/);

export const manifestSchema = z.strictObject({
  format: z.literal(1),
  /** An instant, ISO. */
  madeAt: z.iso.datetime(),
  /** The address of whose permissions counted. */
  as: z.string(),
  /** The newest migration of the Tribune that wrote it. */
  migration: z.string(),
  tables: z.array(
    z.strictObject({
      table: z.string(),
      columns: z.array(z.string()),
      rows: z.int().min(0),
      /** The one to read back. */
      jsonl: fileName,
    }),
  ),
  /** The last number given out, by table. */
  numbers: z.record(z.string(), z.string().regex(/^\d{1,19}$/)),
  files: z.record(fileName, fingerprint),
});

export type Manifest = z.output<typeof manifestSchema>;
