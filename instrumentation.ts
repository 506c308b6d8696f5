/** What must be there before the first request: Next calls this once, as the web server starts. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  await import("#lib/outside-requests.ts");
  const { watchArrivals } = await import("#lib/door/arrivals.ts");
  watchArrivals();
}
