import { expect, it } from 'vitest';
import { createChatEvents } from '../../src/chat/chat-events.ts';

const FROM = { platform: 'telegram', chat: '1' };
const TO = { platform: 'telegram', chat: '-1001' };

/** Events whose parts note what they are told, and then fail if the test says so. */
function start(failure?: Error) {
  const told: unknown[] = [];
  const reported: unknown[] = [];
  const note =
    (name: string) =>
    async (...args: unknown[]) => {
      told.push([name, ...args]);
      if (failure !== undefined) throw failure;
    };
  const events = createChatEvents({
    memory: { move: note('move') },
    digests: {
      onChatMoved: note('onChatMoved'),
      onBotRemoved: note('onBotRemoved'),
      onAccessChanged: note('onAccessChanged'),
      onMessageReceived: note('onMessageReceived'),
    },
    report: (error) => void reported.push(error),
  });
  return { events, told, reported };
}

it('tells everything that stores data about a chat', () => {
  const { events, told } = start();
  events.onChatMoved(FROM, TO);
  events.onBotRemoved(TO);
  events.onAccessChanged(TO);
  events.onMessageReceived(TO);
  expect(told).toEqual([
    ['move', FROM, TO],
    ['onChatMoved', FROM, TO],
    ['onBotRemoved', TO],
    ['onAccessChanged', TO],
    ['onMessageReceived', TO],
  ]);
});

it.each(['onBotRemoved', 'onAccessChanged', 'onMessageReceived', 'onChatMoved'] as const)(
  'reports a failure once: %s',
  async (name) => {
    const failure = new Error('The store is gone.');
    const { events, reported } = start(failure);
    events[name](FROM, TO);
    await new Promise(setImmediate);
    expect(reported).toEqual([failure]);
  },
);
