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
  const init = { method: "POST", body, duplex: "half" };
  const answer = await POST(new Request("http://tribune.example/", init), context);
  expect(answer.status).toBe(413);
  expect(given).toBeLessThan(6);
});
