export const root: string;
export const cloneFolder: string;
export const pinnedNode: string;
export function dataFolder(env?: NodeJS.ProcessEnv): string;
export function packageFile(specifier: string): string;
