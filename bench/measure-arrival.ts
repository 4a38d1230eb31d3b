import { startTelegram } from '../test/emulators/telegram/telegram.ts';
import { startFeedSite } from '../test/end-to-end/feed-site.ts';
import { createPlace } from '../test/end-to-end/process.ts';
import { ferry } from '../test/end-to-end/snapshots.ts';
import { createRepository } from '../test/fixtures/repository.ts';
import { scaled } from './scale.ts';

const ROUNDS = scaled(5);
const LOOK_EVERY_MS = 100;

const place = await createPlace();
const site = await startFeedSite(['the old ferry']);
const telegram = await startTelegram();
try {
  await measure();
} finally {
  site.stop();
  await telegram.stop();
  await place.remove();
}

/** Starts the bot with a folder, a repository and a feed, lets articles arrive in each, and prints when chats see them. */
async function measure(): Promise<void> {
  await place.put({ 'data/snapshots/first.md': storyOf('first') });
  const repository = createRepository(place.folder);
  repository.push({ 'README.md': '# A mirror\n' });
  const bot = startBot(repository.url);
  const subscriber = telegram.addUser();
  telegram.say(subscriber, subscriber.id, `/follow ${site.address}`);
  await untilSoon(() => sees(subscriber.id, 'Following'));
  telegram.say(subscriber, subscriber.id, '/subscribe instant');
  await untilSoon(() => sees(subscriber.id, 'as they arrive'));
  const ways: Readonly<Record<string, (name: string) => unknown>> = {
    'snapshot in a folder': (name) => place.put({ [`data/snapshots/${name}.md`]: storyOf(name) }),
    'commit in a repository': (name) => repository.push({ [`${name}.md`]: storyOf(name) }),
    'entry in a feed': (name) => site.publish(name),
  };
  for (const [at, [way, add]] of Object.entries(ways).entries()) {
    const rounds: Arrival[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const name = `story${at}x${round}`;
      await add(name);
      rounds.push(await measureArrival(name, subscriber.id));
    }
    const sorted = (kind: keyof Arrival) => rounds.map((one) => one[kind]).toSorted((a, b) => a - b);
    process.stdout.write(`${JSON.stringify({ way, listedSeconds: sorted('listed'), sentSeconds: sorted('sent') })}\n`);
  }
  bot.child.kill('SIGTERM');
  await bot.ended;
}

/** Seconds until `/articles` lists an article, and until an instant chat has it. */
interface Arrival {
  listed: number;
  sent: number;
}

async function measureArrival(name: string, subscriber: number): Promise<Arrival> {
  const begun = performance.now();
  const seconds = () => Math.round((performance.now() - begun) / 100) / 10;
  const [listed, sent] = await Promise.all([
    untilListed(name).then(seconds),
    untilSoon(() => sees(subscriber, name)).then(seconds),
  ]);
  return { listed, sent };
}

/** Somebody asks for the articles, again and again; each is another person, so that no limit of a chat makes them wait. */
async function untilListed(name: string): Promise<void> {
  for (let isListed = false; !isListed; ) {
    const person = telegram.addUser();
    telegram.say(person, person.id, '/articles');
    await untilSoon(() => telegram.botMessages(person.id).length > 0);
    isListed = sees(person.id, name);
  }
}

function startBot(mirror: string) {
  return place.start([], {
    ...site.env,
    TELEGRAM_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.apiRoot,
    MIRRORS: mirror,
    MIRRORS_EVERY: '10s',
    FETCH_ALLOW: `file:,${site.env['FETCH_ALLOW']}`,
  });
}

function sees(person: number, words: string): boolean {
  return telegram.botMessages(person).some(({ text = '', caption = '' }) => `${text}${caption}`.includes(words));
}

function storyOf(name: string): string {
  return ferry.replaceAll('2024/ferry', `2024/${name}`).replaceAll('ferry', name);
}

async function untilSoon(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise((done) => setTimeout(done, LOOK_EVERY_MS));
}
