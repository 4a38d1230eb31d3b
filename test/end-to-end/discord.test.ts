import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startDiscord } from '../emulators/discord/discord.ts';
import { createPlace, type Place } from './process.ts';
import { ferry, lighthouse } from './snapshots.ts';

const TOKEN = 'emulatedEmulatedEmulated.token0.emulatedEmulatedEmulated';
const GATEWAY = 'GET /gateway/bot';

let place: Place;
let discord: Awaited<ReturnType<typeof startDiscord>>;

beforeEach(async () => {
  place = await createPlace();
  await place.put({ 'data/snapshots/ferry.md': ferry, 'data/snapshots/lighthouse.md': lighthouse });
  discord = await startDiscord({ token: TOKEN });
});
afterEach(async () => {
  await discord.stop();
  await place.remove();
});

const settings = () => ({ DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.api });

describe('start with the token of a Discord bot', () => {
  it('serves Discord, in servers and in private, and ends when it is told to', async () => {
    const { child, ended } = place.start([], settings());
    await discord.waitFor(() => discord.commands().length > 0, 'the commands');
    const ann = discord.addUser();
    const ben = discord.addUser({ username: 'ben', locale: 'zh-CN' });
    const general = discord.addChannel(discord.addGuild({ members: [ann, ben] }));
    const typing = { command: 'article', option: 'article', text: 'ferr' };
    const [choice] = await discord.choicesFor(discord.autocomplete(ann, general, typing));
    expect(choice?.name).toContain('ferry');
    const line = { command: 'article', values: { article: String(choice?.value) } };
    const card = await discord.answerTo(discord.command(ann, general, line));
    expect(card.text).toContain('The old ferry Marigold');
    const [first] = card.buttons.map(({ label }) => label);
    const section = await discord.answerTo(discord.press(ann, card, first ?? ''));
    expect(section).toMatchObject({ id: card.id, isEphemeral: false });
    expect(section.text).not.toBe(card.text);
    const apart = await discord.answerTo(discord.press(ben, section, section.buttons[0]?.label ?? ''));
    expect(apart).toMatchObject({ isEphemeral: true });
    const list = await discord.answerTo(discord.command(ben, discord.openDm(ben), 'articles'));
    expect(list.text).toContain('最新文章');
    discord.gateway.cut();
    await discord.waitFor(() => discord.gateway.count().resume === 1, 'the connection to be back');
    expect((await discord.answerTo(discord.command(ann, general, 'digest'))).text).toContain('Daily digest');
    const stoppedAt = performance.now();
    child.kill('SIGTERM');
    const { out, err, code } = await ended;
    expect([out, code]).toEqual(['', 0]);
    expect(err).toMatch(/Discord: connected as gazette/);
    // It ends by itself, long before it would be made to.
    expect(performance.now() - stoppedAt).toBeLessThan(7000);
    expect([discord.violations(), discord.failedInteractions()]).toEqual([[], []]);
  });

  it('ends well when it is told to, though Discord wants it to wait for a minute', async () => {
    discord.fault({ on: GATEWAY, action: { kind: 'rate', retryAfter: 60 } });
    const { child, ended } = place.start([], settings());
    await discord.waitFor(() => discord.calls(GATEWAY).some(({ status }) => status !== undefined), 'a first request');
    const stoppedAt = performance.now();
    child.kill('SIGTERM');
    expect((await ended).code).toBe(0);
    expect(performance.now() - stoppedAt).toBeLessThan(7000);
  });

  it('says what to do where Discord does not know the token, without telling it', async () => {
    discord.revoke();
    const { child, ended } = place.start([], settings());
    await discord.waitFor(() => discord.calls(GATEWAY).some(({ status }) => status === 401), 'a refusal');
    child.kill('SIGTERM');
    const { err, code } = await ended;
    expect(code).toBe(0);
    expect(err).toContain('DISCORD_TOKEN');
    expect(err).not.toContain(discord.token);
  });

  it('finishes the answer that it is at before it ends', async () => {
    const { child, ended } = place.start([], settings());
    await discord.waitFor(() => discord.commands().length > 0, 'the commands');
    const ann = discord.addUser();
    const general = discord.addChannel(discord.addGuild({ members: [ann] }));
    const callback = 'POST /interactions/{interaction_id}/{interaction_token}/callback';
    discord.fault({ on: callback, action: { kind: 'status', status: 500 } });
    const asked = discord.command(ann, general, 'articles');
    await discord.waitFor(() => discord.calls(callback).length === 1);
    child.kill('SIGTERM');
    expect((await discord.answerTo(asked)).text).toContain('Newest articles');
    expect((await ended).code).toBe(0);
  });
});
