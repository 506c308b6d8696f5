import NextAuth from "next-auth";
import { authOptions } from "#lib/auth/options.ts";

/** next-auth's own addresses. A body that it can't read is the sender's mistake, not ours. */
async function handler(...request: [Request, unknown]): Promise<Response> {
  try {
    return await NextAuth(authOptions())(...request);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return Response.json({ error: { key: "invalid", params: {} } }, { status: 400 });
  }
}

export { handler as GET, handler as POST };
