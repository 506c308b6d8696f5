/** Whether this web server answers, whatever becomes of the database: one that doesn't is to be started anew. */
export function GET(): Response {
  return Response.json({}, { headers: { "Cache-Control": "no-store" } });
}
