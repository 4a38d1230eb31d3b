import { expect, it } from 'vitest';
import type { Dispatch } from '../src/chat/request.ts';
import { ALL_ROLES } from '../src/roles.ts';
import { serve } from '../src/serve.ts';
import { messageView } from '../src/view/message-view.ts';
import { createFakeClock } from './fakes/clock.ts';

it('answers a request before the chat’s suspended subscriptions continue, so that the answer tells how things were', async () => {
  const happened: string[] = [];
  const stopping = new AbortController();
  const dispatch: Dispatch = async () => {
    happened.push('answered');
    return messageView('Stopped');
  };
  const request = { in: { platform: 'test', chat: '1' }, name: 'status', input: '', language: 'en' } as const;
  await serve({
    platforms: [
      {
        platform: 'test',
        ended: new Promise(() => undefined),
        async start(_commands, ask) {
          await ask({ ...request, by: '1' });
          stopping.abort();
        },
        stop: async () => undefined,
      },
    ],
    services: [],
    commands: [],
    dispatch,
    digests: {
      start: async () => undefined,
      onMessageReceived: async () => void happened.push('continued'),
      stop: async () => undefined,
    },
    tick: { start: () => undefined, stop: async () => undefined },
    roles: ALL_ROLES,
    clock: createFakeClock(),
    signal: stopping.signal,
    failed: new Promise<never>(() => undefined),
    report: () => undefined,
  });
  expect(happened).toEqual(['answered', 'continued']);
});
