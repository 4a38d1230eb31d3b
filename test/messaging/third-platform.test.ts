import { describe, expect, it, onTestFinished } from 'vitest';
import { toTypedCommand } from '../../src/messaging/typed-command.ts';
import { messageView } from '../../src/view/message-view.ts';
import { delivererContract } from '../contracts/deliverer.ts';
import { rendererContract } from '../contracts/renderer.ts';
import { createFastClock } from '../fakes/clock.ts';
import { createLinePlatform } from '../fakes/lines/adapter.ts';
import { CONTINUED, renderLines } from '../fakes/lines/render.ts';
import { startLineService } from '../fakes/lines/service.ts';
import { createContext } from '../fixtures/context.ts';
import { gallery } from '../fixtures/gallery.ts';

const OPEN = { platform: 'lines', chat: 'open' };
const GONE = { platform: 'lines', chat: 'gone' };
const SPEED = 20;

async function start() {
  const clock = createFastClock(SPEED);
  const service = await startLineService(clock);
  const reported: unknown[] = [];
  const said: string[] = [];
  const context = createContext({
    clock,
    report: (error) => void reported.push(error),
    say: (line) => void said.push(line),
  });
  const bot = createLinePlatform(service.url, context);
  service.close(GONE.chat);
  await bot.start([], async (request) => messageView(`You asked for ${toTypedCommand(request)}.`));
  onTestFinished(async () => {
    await bot.stop();
    service.stop();
  });
  const texts = () => service.sentTo(OPEN.chat).map(({ text }) => text);
  return { service, bot, reported, said, texts };
}

const unfold = (texts: readonly string[]) => texts.join('\n').replaceAll(`${CONTINUED}\n`, '');

/** An address in brackets may have text right behind it. */
function withoutBrackets(run: string): string[] {
  return [run, ...Array.from(run.matchAll(/\)/gu), ({ index }) => run.slice(0, index))];
}

describe('a third platform', () => {
  // All texts of a view are read as one: an address may be longer than a text.
  rendererContract<readonly string[]>({
    render: (view) => [renderLines(view, 'en')],
    visible: unfold,
    addresses: (texts) => (unfold(texts).match(/https?:\/\/\S+/gu) ?? []).flatMap(withoutBrackets),
  });

  it.each(Object.entries(gallery))('keeps %s within 500 bytes a text', (_name, view) => {
    expect(renderLines(view, 'en').filter((text) => text === '' || Buffer.byteLength(text) > 500)).toEqual([]);
  });

  delivererContract(async () => {
    const { bot, service, texts } = await start();
    return {
      deliverer: bot,
      open: OPEN,
      gone: GONE,
      arrived: texts,
      ids: () => service.sentTo(OPEN.chat).map(({ id }) => String(id)),
      parts: 23,
      refuseOnce: () => service.failNext(429, { retryAfterMs: 400 }),
    };
  });

  it('answers each message once', async () => {
    const { service, texts } = await start();
    service.say(OPEN.chat, '/article strait001');
    service.say(OPEN.chat, '/digest');
    await expect
      .poll(texts, { timeout: 5000 })
      .toEqual(['You asked for /article strait001.', 'You asked for /digest.']);
    expect(service.violations).toEqual([]);
  });

  it('sends an error with a retry command if an answer is refused', async () => {
    const { service, texts, reported } = await start();
    service.failNext(400);
    service.say(OPEN.chat, '/article strait001');
    await expect.poll(texts, { timeout: 5000 }).toHaveLength(1);
    await expect.poll(() => reported, { timeout: 5000 }).toMatchObject([{ reason: 'refused' }]);
  });

  it('does not repeat a message that may have arrived', async () => {
    const { bot, service, texts } = await start();
    service.failNext(502);
    const options = { id: 'a', language: 'en', silent: false, forFollowers: false, confirmedParts: [] } as const;
    const nothing = async () => undefined;
    const delivered = bot.deliver(OPEN, messageView('Good morning'), {
      ...options,
      beforePart: nothing,
      onPartSent: nothing,
    });
    await expect(delivered).rejects.toMatchObject({ reason: 'busy', unclear: true });
    expect(texts()).toEqual([]);
  });
});
