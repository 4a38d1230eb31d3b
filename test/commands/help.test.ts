import { describe, expect, it } from 'vitest';
import { createTalk } from '../fixtures/converse.ts';
import { buttonsOf } from '../fixtures/view-contents.ts';

const { ask, say, commands: all } = createTalk();
const commands = all.filter(({ hidden }) => hidden !== true);
const helpOf = (name: string) => say(`/help ${name}`);

describe('/help', () => {
  it('has a line for every command, including itself', async () => {
    const help = await say('/help');
    for (const { name } of commands) expect(help).toContain(`• /${name} — `);
  });

  it.each(commands.map(({ name }) => name))('explains /%s, also by its slash and in capitals', async (name) => {
    const help = await helpOf(name);
    expect(help).toMatch(new RegExp(`^/${name} — `, 'u'));
    expect(await helpOf(`/${name.toUpperCase()}`)).toBe(help);
  });

  it('lists nothing about digests where none can be sent', async () => {
    const inTerminal = { in: { platform: 'console', chat: 'terminal' } };
    const listed = [...(await say('/help', inTerminal)).matchAll(/^• \/(\S+)/gmu)].map(([, name]) => name);
    const ofDigests = ['subscribe', 'subscriptions', 'unsubscribe', 'pause', 'resume', 'why'];
    expect(listed).toEqual(commands.map(({ name }) => name).filter((name) => !ofDigests.includes(name)));
    for (const name of ofDigests) {
      const { actions } = await ask(`/${name} 1`, inTerminal);
      expect(actions.map((action) => 'command' in action && action.command)).toEqual(['/digest']);
    }
  });

  it('hides commands that are only for buttons', async () => {
    expect(await say('/help')).not.toContain('/resend');
    expect(await helpOf('resend')).not.toMatch(/^\/resend/u);
  });

  it.each([
    ['start', 'help'],
    ['文摘', 'digest'],
    ['digets', 'digest'],
    ['／取消订阅', 'unsubscribe'],
    ['pictures', undefined],
  ])('reads %s as %s', async (typed, name) => {
    expect(await helpOf(typed)).toMatch(name === undefined ? /^There is no command called “pictures”/u : `/${name} — `);
  });

  it('explains a command in the user’s language, by its localized name', async () => {
    const chinese = createTalk({ language: 'zh-CN' });
    const help = await chinese.say('/帮助');
    expect(help).toContain('• /订阅 · /subscribe — ');
    expect(help).not.toMatch(/• \/[a-z]/u);
    const topic = await chinese.say('/帮助 /订阅');
    expect(topic).toMatch(/^\/订阅 · \/subscribe — /u);
    expect(topic).toContain('/订阅 工作日 8点 上海 标题');
    expect(await chinese.say('/帮助 ／訂閱')).toBe(topic);
  });

  it('lists the commands for an unknown name, each with its help', async () => {
    const { actions } = await createTalk().ask('/help xyzzy');
    expect(actions.map((action) => 'command' in action && action.command)).toEqual(
      commands.map(({ name }) => `/help ${name}`),
    );
  });
});

describe('/start', () => {
  it('says what the bot does, and offers the first steps to whoever may take them', async () => {
    const labels = async (mayManage: boolean) =>
      buttonsOf(await ask('/start', { mayManage: async () => mayManage })).map(([label]) => label);
    expect(await labels(true)).toEqual(['Daily at 08:00', 'Twice a day', 'As they come', 'All commands']);
    expect(await labels(false)).toEqual(['Newest articles', 'Digest', 'All commands']);
    const inTerminal = await ask('/start', { in: { platform: 'console', chat: 'one' } });
    expect(buttonsOf(inTerminal).map(([label]) => label)).not.toContain('Daily at 08:00');
  });

  it.each(['/subscribe 08:00', '/subscribe 08:00 20:00', '/subscribe instant'])(
    'offers %s, which works',
    async (typed) => {
      const talk = createTalk();
      expect(buttonsOf(await talk.ask('/start')).map(([, command]) => command)).toContain(typed);
      expect(await talk.say(typed)).toContain('✓ Subscribed');
    },
  );
});
