/** Types of lease.mjs, which stays plain JavaScript because Node 20 runs it before anything is installed. */
export type Holder = { pid: number; started: string; [detail: string]: unknown };
export type Lease = {
  holder: Holder | null;
  release: () => void;
  tell: (details: Record<string, unknown>) => void;
};

export function processStart(pid: number): string | null;
export function thisProcess(): { pid: number; started: string | null };
export function isRunning(who: { pid: number; started: unknown }): boolean;
export function readHolder(path: string): Holder | null;
export function claim(path: string, details?: Record<string, unknown>): Lease;
export function withLease<T>(
  path: string,
  work: () => Promise<T> | T,
  onWait?: (holder: Holder) => void,
): Promise<T>;
export function enlist(folder: string, details?: Record<string, unknown>): () => void;
export function listHolders(folder: string): Holder[];
