/** Types of leftovers.mjs, which stays plain JavaScript because Node 20 runs it before anything is installed. */
export function listCommand(pid: number, folder?: string): () => void;
export function endLeftovers(folder?: string): Promise<void>;
