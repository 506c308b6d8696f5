export const MEBIBYTE = 1_048_576;

/** The largest file taken in, as it is typed: in MiB, up to 64 GiB. */
export const uploadLimitNumber = { whole: true, min: 1, max: 65_536 } as const;
