/** A line of the table: what was measured, in words with its unit, beside what is promised. */
export type Figure = { what: string; measured: string; promised: string };

export const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
export const milliseconds = (ms: number) => `${ms.toFixed(1)} ms`;
export const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
export const times = (ratio: number) => ratio.toFixed(2);
