import { receiveEvent } from "#lib/desks/writes/events/receive-event.ts";
import type { FakeJira } from "#tests/support/fake-jira/server.ts";
import { type Delivery, signatureOf } from "#tests/support/fake-jira/webhooks.ts";
import { webhookSecret } from "./connected.ts";

let sent = 0;

/** Events as the route takes them in, signed. What has no identifier gets one of its own. */
export async function deliverTo(
  sourceId: string,
  deliveries: (Delivery | string)[],
): Promise<void> {
  for (const delivery of deliveries) {
    sent += 1;
    const { body, identifier } =
      typeof delivery === "string" ? { body: delivery, identifier: `sent-${sent}` } : delivery;
    const status = await receiveEvent(
      {
        sourceId,
        raw: new Uint8Array(Buffer.from(body)),
        signature: signatureOf(body, webhookSecret),
        identifier,
      },
      new Date(),
    );
    if (status !== 200) throw new Error(`${identifier} is answered ${status}`);
  }
}

export const flavourOf = (fake: FakeJira) => ({ base: fake.url, server: fake.kind === "server" });
