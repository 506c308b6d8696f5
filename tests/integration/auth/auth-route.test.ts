import { NextRequest } from "next/server";
import { expect, test } from "vitest";
import { POST } from "#app/api/auth/[...nextauth]/route.ts";

const context = { params: Promise.resolve({ nextauth: ["callback", "password"] }) };

test("what is far longer than a sign-in is refused before most of it is read", async () => {
  let given = 0;
  const body = new ReadableStream({
    pull(stream) {
      given += 1;
      stream.enqueue(new Uint8Array(32 * 1024));
      if (given === 200) stream.close();
    },
  });
  const origin = "http://localhost:3000";
  const headers = { origin, "content-type": "application/x-www-form-urlencoded" };
  const init = { method: "POST", headers, body, duplex: "half" } as const;
  const address = `${origin}/api/auth/callback/password`;
  const answer = await POST(new NextRequest(address, init), context);
  expect(answer.status).toBe(413);
  expect(given).toBeLessThan(6);
});
