import { receiveEvent } from "#lib/desks/writes/events/receive-event.ts";
import type { FakeJira } from "#tests/support/fake-jira/server.ts";
import { type Delivery, signatureOf } from "#tests/support/fake-jira/webhooks.ts";
import { webhookSecret } from "./connected.ts";

/** Events as the route takes them in, signed. */
export async function deliverTo(
  sourceId: string,
  deliveries: (Delivery | string)[],
): Promise<void> {
  for (const delivery of deliveries) {
    const body = typeof delivery === "string" ? delivery : delivery.body;
    const headers = { "x-hub-signature": signatureOf(body, webhookSecret) };
    const request = new Request("http://tribune.example/", { method: "POST", body, headers });
    const status = await receiveEvent(sourceId, request, new Date());
    if (status !== 200) throw new Error(`An event is answered ${status}`);
  }
}

export const flavourOf = (fake: FakeJira) => ({ base: fake.url, server: fake.kind === "server" });
