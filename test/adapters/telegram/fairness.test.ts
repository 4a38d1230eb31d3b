import { expect, it } from 'vitest';
import { systemClock } from '../../../adapters/shared/system-clock.ts';
import { RATE_LIMITS } from '../../../adapters/telegram/rate-limits.ts';
import { createRateLimiter } from '../../../src/messaging/rate-limits/rate-limiter.ts';
import { messageView } from '../../../src/view/message-view.ts';
import { createFastClock } from '../../fakes/clock.ts';
import { makeDeliverOptions } from '../../fakes/deliver-options.ts';
import { last, useBots } from '../../fixtures/telegram.ts';

const start = useBots();
const MINUTE_MS = 60_000;
/** How many times faster time passes where minutes matter. */
const SPEED = 20;

it('delivers a digest and answers others within seconds while one member sends 400 commands', async () => {
  const limiter = createRateLimiter(systemClock, RATE_LIMITS);
  const bot = await start({ limiter, rates: { group: { limit: 20, perMs: 60_000 } } });
  const { telegram } = bot;
  const [ann, bob] = [telegram.addUser({ language_code: 'en' }), telegram.addUser({ language_code: 'en' })];
  const group = telegram.addGroup({ members: [ann, bob] }).id;
  for (let one = 0; one < 400; one += 1) telegram.say(ann, group, `/search ferry ${one}`);
  await last(bot, group, 'That was a lot at once');
  const startedMs = performance.now();
  await bot.bot.deliver({ platform: 'telegram', chat: String(group) }, messageView('The digest'), makeDeliverOptions());
  telegram.say(bob, group, '/help');
  await last(bot, group, '/subscribe');
  expect(performance.now() - startedMs).toBeLessThan(5000);
  const texts = telegram.botMessages(group).map(({ text = '' }) => text);
  expect(texts.filter((text) => text.includes('a lot at once'))).toHaveLength(1);
  expect(texts.length).toBeLessThanOrEqual(13);
  expect([telegram.violations(), telegram.earlyRetries(), bot.reported]).toEqual([[], 0, []]);
});

it('lets a digest through while several members use up the limit of their group', async () => {
  const clock = createFastClock(SPEED);
  const limiter = createRateLimiter(clock, RATE_LIMITS);
  const bot = await start({ clock, limiter, rates: { group: { limit: 20, perMs: MINUTE_MS / SPEED } } });
  const { telegram } = bot;
  const members = Array.from({ length: 3 }, () => telegram.addUser({ language_code: 'en' }));
  const group = telegram.addGroup({ members }).id;
  for (let one = 0; one < 200; one += 1)
    for (const member of members) telegram.say(member, group, `/search ferry ${one}`);
  await telegram.waitFor(() => telegram.botMessages(group).length >= 20, 'as many answers as a minute takes');
  const startedMs = clock.monotonicMs();
  await bot.bot.deliver({ platform: 'telegram', chat: String(group) }, messageView('The digest'), makeDeliverOptions());
  expect(clock.monotonicMs() - startedMs).toBeLessThan(5 * MINUTE_MS);
  expect(telegram.violations()).toEqual([]);
});

it('answers equal commands of one person that wait once, and tells somebody who presses too fast', async () => {
  const bot = await start();
  const { telegram } = bot;
  const ann = telegram.addUser({ language_code: 'en' });
  for (let one = 0; one < 20; one += 1) telegram.say(ann, ann.id, '/articles');
  const list = await last(bot, ann.id, 'Newest articles');
  await telegram.waitFor(() => telegram.pendingUpdates() === 0, 'all updates');
  const notices = () =>
    telegram.calls('answerCallbackQuery').filter(({ params }) => String(params['text']).includes('a lot at once'));
  for (let one = 0; one < 40 && notices().length === 0; one += 1) {
    telegram.pressStale(ann, list, { data: `/search ferry ${one}` });
    await telegram.waitFor(() => telegram.unanswered().length === 0, 'the spinner to stop');
  }
  expect(notices()).toHaveLength(1);
  expect(telegram.botMessages(ann.id).filter(({ text = '' }) => text.includes('Newest')).length).toBeLessThan(4);
  expect([telegram.violations(), bot.reported]).toEqual([[], []]);
});
