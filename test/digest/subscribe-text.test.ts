import fc from 'fast-check';
import { expect, it } from 'vitest';
import { styles } from '../../src/digest/digest.ts';
import { toSubscribeText } from '../../src/digest/subscribe-text.ts';
import { toldSubscription } from '../fakes/subscription.ts';
import { createTalk } from '../fixtures/converse.ts';

const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
const sorted = <Value>(values: readonly Value[]) => [...values].toSorted((a, b) => (a < b ? -1 : 1));
const zone = fc.constantFrom('Asia/Shanghai', 'America/New_York', 'UTC', 'Etc/GMT-8', 'Asia/Kolkata');
const schedule = fc.oneof(
  fc.record({
    kind: fc.constant('daily' as const),
    times: fc.uniqueArray(time, { minLength: 1, maxLength: 4 }).map(sorted),
    days: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
    zone,
  }),
  fc.record({ kind: fc.constant('instant' as const), zone, quiet: fc.constant(null) }),
);
const word = fc.constantFrom(
  'taiwan',
  '台湾',
  'night bus',
  'monday',
  '8:00',
  'full',
  'Berlin',
  '-odd',
  'a, b',
  '#aaaaa1',
);
const words = fc.uniqueArray(word, { minLength: 1, maxLength: 4 });

it('makes the same subscription again, whatever it is', async () => {
  await fc.assert(
    fc.asyncProperty(schedule, words, fc.constantFrom(...styles), async (when, topics, style) => {
      const selection = { sources: ['example.com'], topics, without: ['sport'] };
      const { ask, subscriptions } = createTalk();
      await ask(toSubscribeText(toldSubscription({ schedule: when, selection, style })));
      expect(await subscriptions.get('aaaaa1')).toMatchObject({ schedule: when, selection, style });
    }),
    { numRuns: 150 },
  );
});
