import { z } from "zod";
import { isQuarter, type Quarter } from "#lib/quarter.ts";

// What stands in many a statement's answer.

/** A quarter as text. */
export const quarter = z.custom<Quarter>((value) => typeof value === "string" && isQuarter(value));

/** A day cast to text, YYYY-MM-DD. */
export const day = z.iso.date();

/** An instant that went through JSON: ISO 8601 with its offset. */
export const instant = z.iso.datetime({ offset: true });

/** Where it only counts whether there is a row. */
export const anyRow = z.unknown();

export const onlyId = z.object({ id: z.guid() });

/** `count(*)::int AS count` */
export const onlyCount = z.object({ count: z.number() });

export const named = z.object({ id: z.guid(), name: z.string() });

/** A bytea. */
export const bytes = z.custom<Uint8Array<ArrayBuffer>>((value) => value instanceof Uint8Array);
