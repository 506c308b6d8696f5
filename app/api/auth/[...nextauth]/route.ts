import NextAuth from "next-auth";
import { authOptions } from "#lib/auth/options.ts";

const handler = (...request: [Request, unknown]) => NextAuth(authOptions())(...request);

export { handler as GET, handler as POST };
