/** Whether the web server answers, for whoever watches over it. Says nothing else, so nobody need be signed in. */
export function GET(): Response {
  return Response.json({});
}
