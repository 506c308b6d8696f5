declare module "autocannon" {
  type Load = {
    url: string;
    connections: number;
    /** Seconds. */
    duration: number;
    headers: Record<string, string>;
  };
  type Result = {
    requests: { average: number };
    /** Milliseconds. */
    latency: { p97_5: number };
    non2xx: number;
    errors: number;
  };
  export default function autocannon(load: Load): Promise<Result>;
}
