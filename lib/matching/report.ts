/** What the matcher looks at in an insight. Instants in milliseconds, UTC. */
export type Report = { id: string; title: string | null; body: string; saidAt: number };
