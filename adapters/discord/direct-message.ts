import { withId } from './answer-shapes.ts';
import type { Client } from './client.ts';

/** Opens the direct message with a user; its channel id. */
export async function openDirectMessage(user: string, client: Client): Promise<string> {
  const route = '/users/@me/channels';
  const body = { recipient_id: user };
  return (await client.call<{ id: string }>({ method: 'POST', route, body, expects: withId })).id;
}
