import { describe, expect, it } from 'vitest';
import { fieldsOf } from '../call.ts';
import { runDiscord } from '../running.ts';

const option = (more: object = {}) => ({ type: 3, name: 'which', description: 'x', ...more });
const article = (more: object = {}) => ({ name: 'article', description: 'Reads', ...more });

async function withCommands(...commands: object[]) {
  const running = await runDiscord();
  const { discord, call } = running;
  const path = `/applications/${discord.bot.id}/commands`;
  const answered = await call(`PUT ${path}`, commands);
  const [ann, bob] = [discord.addUser(), discord.addUser({ username: 'bob' })];
  const guild = discord.addGuild({ members: [ann, bob] });
  return { ...running, path, answered, ann, bob, guild, general: discord.addChannel(guild) };
}

describe('commands', () => {
  it('are registered, and returned with localizations on request', async () => {
    const localized = { name_localizations: { 'zh-CN': '文章' }, default_member_permissions: '32', contexts: [0] };
    const { discord, call, path, answered } = await withCommands(article(localized));
    expect(answered).toMatchObject({ status: 200, body: [{ name: 'article', ...localized }] });
    expect(discord.commands()).toEqual(answered.body);
    expect((await call(`GET ${path}?with_localizations=true`)).body).toEqual(answered.body);
    const { body } = await call(`GET ${path}`);
    expect(body).toMatchObject([{ name: 'article', default_member_permissions: '32' }]);
    expect(body).not.toMatchObject([{ name_localizations: {} }]);
  });

  it('are replaced as a list, and keep their ids', async () => {
    const { discord, call, path, answered } = await withCommands(article(), article({ name: 'help' }));
    await call(`PUT ${path}`, [article({ description: 'Shows' })]);
    const [first] = Object.values(answered.body);
    expect(discord.commands()).toHaveLength(1);
    expect(discord.commands()).toMatchObject([{ id: fieldsOf(first)['id'], description: 'Shows' }]);
  });

  it('belong to their application', async () => {
    const { code } = await withCommands();
    expect(await code('PUT /applications/1/commands', [])).toBe(20012);
  });

  it.each<[string, unknown, string]>([
    ['no list', {}, 'LIST_TYPE_CONVERT'],
    ['a name in capitals', [article({ name: 'Article' })], '0.name APPLICATION_COMMAND_INVALID_NAME'],
    ['a name with a space', [article({ name: 'the article' })], '0.name APPLICATION_COMMAND_INVALID_NAME'],
    ['a long name', [article({ name: 'x'.repeat(33) })], '0.name BASE_TYPE_MAX_LENGTH'],
    ['a name twice', [article(), article()], '1.name APPLICATION_COMMANDS_DUPLICATE_NAME'],
    ['no description', [article({ description: '' })], '0.description BASE_TYPE_REQUIRED'],
    ['a long description', [article({ description: 'x'.repeat(101) })], '0.description BASE_TYPE_MAX_LENGTH'],
    [
      'an unknown language',
      [article({ name_localizations: { zh: '文章' } })],
      '0.name_localizations.zh ENUM_TYPE_COERCE',
    ],
    [
      'a wrong translation',
      [article({ name_localizations: { de: 'Der Text' } })],
      '0.name_localizations.de APPLICATION',
    ],
    [
      '26 options',
      [article({ options: Array.from({ length: 26 }, (_, at) => option({ name: `o${at}` })) })],
      '0.options',
    ],
    ['an option twice', [article({ options: [option(), option()] })], 'OPTIONS_NAME_ALREADY_EXISTS'],
    [
      'a required option after an optional one',
      [article({ options: [option(), option({ name: 'b', required: true })] })],
      '0.options.1 APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
    ],
    [
      'choices and autocomplete',
      [article({ options: [option({ autocomplete: true, choices: [{ name: 'a', value: 'a' }] })] })],
      'OPTIONS_CHOICES_AUTOCOMPLETE',
    ],
    [
      'a choice twice',
      [
        article({
          options: [
            option({
              choices: [
                { name: 'a', value: 'a' },
                { name: 'b', value: 'a' },
              ],
            }),
          ],
        }),
      ],
      '0.options.0.choices.1.value APPLICATION_COMMAND_OPTIONS_CHOICE_VALUE_ALREADY_EXISTS',
    ],
    [
      'too much of everything',
      [article({ options: ['a', 'b', 'c', 'd'].map((name) => option({ name, choices: many(25) })) })],
      '0 APPLICATION_COMMAND_TOO_LARGE',
    ],
    [
      'more than a hundred',
      Array.from({ length: 101 }, (_, at) => article({ name: `a${at}` })),
      '30032 Maximum number of application commands reached (100)',
    ],
  ])('are refused with %s', async (_what, commands, why) => {
    const { discord, call, path } = await withCommands(article());
    expect((await call(`PUT ${path}`, commands)).status).toBe(400);
    expect(discord.violations().join('\n')).toContain(why);
    expect(discord.commands()).toHaveLength(1);
  });
});

describe('a person', () => {
  it('passes valid options only', async () => {
    const options = [
      option({ required: true, min_length: 2, max_length: 3 }),
      option({ type: 4, name: 'page', min_value: 1, max_value: 9 }),
      option({ name: 'style', choices: [{ name: 'Brief', value: 'brief' }] }),
      option({ type: 5, name: 'all' }),
      option({ type: 10, name: 'size' }),
      option({ type: 7, name: 'where' }),
    ];
    const { discord, ann, general } = await withCommands(article({ options }));
    const type = (values: Record<string, string | number | boolean>) => () =>
      discord.command(ann, general, { command: 'article', values });
    const values = { which: 'ab', page: 2, style: 'brief', all: true, size: 1.5, where: general.id };
    expect(type(values)().payload).toMatchObject({
      type: 2,
      guild_id: general.guildId,
      channel_id: general.id,
      locale: 'en-US',
      data: {
        name: 'article',
        options: Object.entries(values).map(([name, value]) => ({ name, value })),
        resolved: { channels: { [general.id]: { name: 'general' } } },
      },
    });
    expect(type({})).toThrow('/article needs which.');
    expect(type({ which: 'a' })).toThrow('Option which: too short.');
    expect(type({ which: 'abcd' })).toThrow('Option which: too long.');
    expect(type({ which: 1 })).toThrow('Option which: 1 is not of its type.');
    expect(type({ which: 'ab', page: 1.5 })).toThrow('Option page: 1.5 is not of its type.');
    expect(type({ which: 'ab', page: 0 })).toThrow('Option page: too small.');
    expect(type({ which: 'ab', page: 10 })).toThrow('Option page: too large.');
    expect(type({ which: 'ab', style: 'long' })).toThrow('Option style: long is not one of its choices.');
    expect(type({ which: 'ab', all: 'yes' })).toThrow('not of its type');
    expect(type({ which: 'ab', other: 'x' })).toThrow('/article has no option other.');
    expect(() => discord.command(ann, general, 'help')).toThrow('There is no command /help; there is: article.');
  });

  it('uses sub-commands by name', async () => {
    const zone = { type: 1, name: 'zone', description: 'x', options: [option({ autocomplete: true })] };
    const chat = { type: 2, name: 'chat', description: 'x', options: [zone] };
    const { discord, ann, general } = await withCommands(article({ name: 'settings', options: [chat] }));
    const line = { command: 'settings chat zone', values: { which: 'UTC' } };
    const inner = [{ name: 'which', value: 'UTC', type: 3 }];
    const options = [{ name: 'chat', type: 2, options: [{ name: 'zone', type: 1, options: inner }] }];
    expect(discord.command(ann, general, line).payload['data']).toMatchObject({ options });
    expect(() => discord.command(ann, general, 'settings')).toThrow('/settings needs a sub-command.');
    expect(() => discord.command(ann, general, 'settings talk')).toThrow('/settings has no sub-command talk.');
  });

  it('is offered the commands that permissions and place allow', async () => {
    const { discord, ann, bob, guild, general } = await withCommands(
      article({ default_member_permissions: '32', contexts: [0] }),
      article({ name: 'reset', default_member_permissions: '0' }),
      article({ name: 'help', contexts: [1] }),
    );
    expect(discord.command(ann, general, 'article').payload).toMatchObject({ member: { user: { id: ann.id } } });
    expect(discord.command(ann, general, 'reset').kind).toBe('command');
    expect(() => discord.command(bob, general, 'article')).toThrow('bob may not use /article.');
    discord.addMember(guild, bob, ['ManageGuild', 'UseApplicationCommands']);
    expect(discord.command(bob, general, 'article').kind).toBe('command');
    expect(() => discord.command(bob, general, 'reset')).toThrow('bob may not use /reset.');
    expect(() => discord.command(bob, general, 'help')).toThrow('/help is not offered there.');
    expect(() => discord.command(bob, discord.openDm(bob), 'article')).toThrow('/article is not offered there.');
    expect(() => discord.command(bob, discord.openDm(ann), 'help')).toThrow('bob is not in that channel.');
    expect(discord.command(bob, discord.openDm(bob), 'help').payload).toMatchObject({ context: 1 });
  });

  it('gets suggestions only for options with autocomplete', async () => {
    const { discord, ann, general } = await withCommands(article({ options: [option()] }));
    const typing = { command: 'article', option: 'which', text: 'x' };
    expect(() => discord.autocomplete(ann, general, typing)).toThrow('offers nothing while it is typed');
  });
});

function many(count: number): object[] {
  return Array.from({ length: count }, (_, at) => ({ name: `${at}`, value: `${at}`.padEnd(90, 'x') }));
}
