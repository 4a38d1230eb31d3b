import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { nodeFlags } from '../../adapters/process/node-flags.mjs';
import { openState } from '../../adapters/stores.ts';
import { createPlace, MAIN, type Place } from '../../test/end-to-end/process.ts';
import { articles } from '../../test/faults/articles.ts';
import { settingsFor } from '../../test/faults/bot.ts';
import { pastSlot, subscribeAll } from '../../test/faults/subscribe.ts';
import { scaled } from '../scale.ts';
import { ALLOWED, addChats, type StrictPlatforms, startStrict } from './platforms.ts';

const SECOND_MS = 1000;
const LATEST_MS = 10_000;
const PEOPLE = 5;

/**
 * Makes `each` chats on each platform due in the same minute, and requests the articles every second meanwhile. Measures the
 * used share of the rate limit, refused requests, response times and the bot's peak memory.
 */
async function measureBurst(each: number): Promise<readonly object[]> {
  const platforms = await startStrict();
  const place = await createPlace();
  try {
    await prepare(place, platforms, each);
    const bot = place.startOther(process.execPath, [...nodeFlags, MAIN], settingsFor(platforms));
    const requests = requestEverySecond(platforms);
    const rss = watchMemory(bot.child.pid ?? 0);
    await waitUntilDelivered(place);
    const answers = await requests.end();
    const peakMegabytes = await rss.end();
    bot.child.kill('SIGTERM');
    await bot.ended;
    return [
      { input: 'burst', each, peakMegabytes, answers: toPercentiles(answers) },
      ...(['telegram', 'discord'] as const).map((name) => ({ input: 'burst', ...rateOf(name, platforms, each) })),
    ];
  } finally {
    await Promise.all([platforms.telegram.stop(), platforms.discord.stop()]);
    await place.remove();
  }
}

async function prepare(place: Place, platforms: StrictPlatforms, each: number): Promise<void> {
  await place.put(articles);
  await place.run(['digest'], { env: { STORE_URL: 'sqlite:state.sqlite' } });
  const state = await openState({ scheme: 'sqlite', location: join(place.folder, 'state.sqlite') });
  const told = { style: 'headlines' } as const;
  await subscribeAll(addChats(platforms, each), { slot: pastSlot(new Date()), told }, state.subscriptions);
  await state.close();
}

async function waitUntilDelivered({ folder }: Place): Promise<void> {
  const state = await openState({ scheme: 'sqlite', location: join(folder, 'state.sqlite') });
  for (;;) {
    await sleep(SECOND_MS);
    const [due, { waiting }] = await Promise.all([state.subscriptions.due(new Date(), 1), state.deliveries.backlog()]);
    if (due.length === 0 && waiting === 0) break;
  }
  await state.close();
}

/** Requests the articles every second and records response times in milliseconds; users alternate, since each gets one message a second at most. */
function requestEverySecond({ telegram }: StrictPlatforms) {
  const people = Array.from({ length: PEOPLE }, () => telegram.addUser());
  const answers: number[] = [];
  let ended = false;
  async function ask(person: (typeof people)[number]): Promise<void> {
    const before = telegram.botMessages(person.id).length;
    const at = performance.now();
    telegram.say(person, person.id, '/articles');
    await telegram.waitFor(() => telegram.botMessages(person.id).length > before, 'an answer');
    answers.push(performance.now() - at);
    await sleep(Math.max(0, SECOND_MS - (performance.now() - at)));
  }
  async function run(): Promise<void> {
    await telegram.waitFor(() => telegram.calls('getUpdates').length > 0, 'the bot');
    for (let turn = 0; !ended; turn += 1) {
      for (const person of people.slice(turn % PEOPLE).slice(0, 1)) {
        await ask(person).catch(() => void answers.push(LATEST_MS));
      }
    }
  }
  const running = run();
  return {
    async end(): Promise<number[]> {
      ended = true;
      await running;
      return answers;
    },
  };
}

/** The peak memory of a process, in megabytes. */
function watchMemory(pid: number) {
  return {
    async end(): Promise<number> {
      const status = await readFile(`/proc/${pid}/status`, 'utf8');
      return Math.round(Number(/VmHWM:\s+(\d+)/u.exec(status)?.[1]) / 1024);
    },
  };
}

function rateOf(name: 'telegram' | 'discord', { telegram, discord }: StrictPlatforms, expected: number): object {
  const calls =
    name === 'telegram'
      ? telegram.calls().filter(({ method }) => method.startsWith('send') && method !== 'sendChatAction')
      : discord.calls('POST /channels/{channel_id}/messages');
  const times = calls.map(({ at }) => at).toSorted((one, other) => one - other);
  const seconds = ((times.at(-1) ?? 0) - (times[0] ?? 0)) / SECOND_MS;
  const refused = calls.filter(({ status }) => status === 429).length;
  const perSecond = Number(((times.length - 1) / seconds).toPrecision(3));
  const share = Number((perSecond / ALLOWED[name]).toPrecision(3));
  return { platform: name, expected, sent: times.length, seconds: Math.round(seconds), perSecond, share, refused };
}

function toPercentiles(answers: readonly number[]): object {
  const sorted = answers.toSorted((one, other) => one - other);
  const at = (share: number) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
  return { count: sorted.length, p50: at(0.5), p95: at(0.95), p99: at(0.99), most: at(1) };
}

for (const line of await measureBurst(Number(process.argv[2] ?? scaled(10_000)))) {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
