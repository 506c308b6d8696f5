/** Types of settings.mjs, which stays plain JavaScript because Node 20 runs it before anything is installed. */
export function readSettings(env?: NodeJS.ProcessEnv): {
  port: number;
  /** Where this machine reaches it. */
  here: string;
  /** Where people reach it. */
  address: string;
  externalUrl: string | undefined;
  secret: string | undefined;
  /** Where a company's own start listens. */
  host: string;
  dataDir: string;
};

export function refuseWrongSettings(env: NodeJS.ProcessEnv): Promise<void>;
