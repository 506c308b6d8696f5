import { z } from "zod";

/** What a backup says of itself, as of one moment; `manifest.mac` beside it is what proves it. */

export const MANIFEST = "manifest.json";
export const MAC = "manifest.mac";

const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`));
const name = z.string().regex(/^[a-z_][a-z0-9_]*$/);

const backedUpTable = z.strictObject({
  table: name,
  columns: z.array(name),
  rows: z.int().min(0),
  /** SHA-256 of the rows as PostgreSQL copies them out, before they are packed and sealed. */
  digest: hex(32),
  /** The sealed file, its size and its own SHA-256, and what proves that it was sealed with this key. */
  file: z.string().regex(/^[a-z0-9_]+\.copy\.zst\.sealed$/),
  bytes: z.int().min(0),
  sha256: hex(32),
  tag: hex(16),
});

export const backupManifest = z.strictObject({
  format: z.literal("tribune-backup"),
  version: z.literal(1),
  madeAt: z.iso.datetime(),
  /** The migrations that the database had, with the checksums of their scripts. */
  migrations: z.array(z.strictObject({ name: z.string(), checksum: hex(32) })),
  salt: hex(32),
  /** By which it is known, before anything is opened, whether a key is the one. */
  keyCheck: hex(16),
  /** The installation's secret (NEXTAUTH_SECRET), sealed; null when it had none. */
  secret: z
    .string()
    .regex(/^(?:[0-9a-f]{2})+$/)
    .nullable(),
  tables: z.array(backedUpTable),
  /** The last numbers given out. */
  sequences: z.array(
    z.strictObject({ name, last: z.string().regex(/^-?\d{1,19}$/), isCalled: z.boolean() }),
  ),
});

export type BackupManifest = z.output<typeof backupManifest>;
export type BackedUpTable = z.output<typeof backedUpTable>;
