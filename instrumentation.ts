import type { Instrumentation } from "next";

/** What must be there before the first request: Next calls this once, as the web server starts. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  await import("#lib/outside-requests.ts");
  const { watchArrivals } = await import("#lib/door/arrivals.ts");
  watchArrivals();
  const { watchTrouble } = await import("#lib/trouble/start.ts");
  await watchTrouble();
}

/** Whatever a page or a route doesn't answer for itself. */
export const onRequestError: Instrumentation.onRequestError = async (error) => {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { noteError } = await import("#lib/trouble/start.ts");
  noteError(error);
};
