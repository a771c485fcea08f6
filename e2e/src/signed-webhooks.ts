import type { EventType, WebhookBody } from '@alivemcp/contracts';
import { startWebhookReceiver, waitFor } from '@alivemcp/testkit';
import { Webhook } from 'standardwebhooks';

/** A receiver that checks every signature with the independent library before it believes a word. */
export async function signedWebhooks() {
  const receiver = await startWebhookReceiver();
  let verifier: Webhook | undefined;

  const bodies: WebhookBody[] = [];
  /** Each is verified once: a signature holds only for minutes. */
  const verified = (): WebhookBody[] => {
    for (const { body, headers } of receiver.requests.slice(bodies.length)) {
      if (!verifier) throw new Error('no secret yet');
      bodies.push(verifier.verify(body, headers as Record<string, string>) as WebhookBody);
    }
    return bodies;
  };
  return {
    url: receiver.url,
    requests: receiver.requests,
    answerWith: receiver.answerWith,
    trust(secret: string) {
      verifier = new Webhook(secret);
    },
    verified,
    /** The newest event of a type, once there is one. */
    next: (type: EventType, timeoutMs = 40_000) =>
      waitFor(() => verified().findLast((event) => event.type === type), { what: `webhook ${type}`, timeoutMs }),
    stop: receiver.stop,
  };
}
