import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { runDiscord } from '../running.ts';

const V2 = 1 << 15;
const text = (content: string) => ({ type: 10, content });
const button = (more: object = {}) => ({ type: 2, style: 1, label: 'Go', custom_id: 'go', ...more });
const row = (...components: object[]) => ({ type: 1, components });
const option = (more: object = {}) => ({ label: 'One', value: '1', ...more });
const select = (options: object[], more: object = {}) => row({ type: 3, custom_id: 'pick', options, ...more });
const gallery = (...items: object[]) => ({ type: 12, items });
const picture = (more: object = {}) => ({ media: { url: 'https://example.org/1.jpg' }, ...more });
const section = (components: object[], accessory?: object) => ({ type: 9, components, accessory });
const many = <Item>(count: number, make: (at: number) => Item) => Array.from({ length: count }, (_, at) => make(at));

async function withChannel(options = {}) {
  const running = await runDiscord(options);
  const ann = running.discord.addUser();
  const guild = running.discord.addGuild({ members: [ann] });
  const general = running.discord.addChannel(guild);
  const route = `POST /channels/${general.id}/messages`;
  return {
    ...running,
    ann,
    guild,
    general,
    route,
    send: async (body: object) => await running.call(route, body),
    show: async (...components: object[]) => await running.call(route, { flags: V2, components }),
  };
}

describe('a message', () => {
  it('looks as it was sent', async () => {
    const { discord, general, show } = await withChannel();
    const inner = [
      section([text('# One')], { type: 11, ...picture({ description: 'A cat' }) }),
      gallery(picture(), picture({ media: { url: 'https://example.org/2.jpg' } })),
      { type: 14 },
      row(button(), { type: 2, style: 5, label: 'Original', url: 'https://example.org/' }),
      select([option(), option({ value: '2', label: 'Two' })], { placeholder: 'Which?' }),
    ];
    expect(await show({ type: 17, components: inner }, text('End'))).toMatchObject({
      status: 200,
      body: { flags: V2, components: [{ id: 1, components: [{ id: 2 }, {}, {}, {}, {}] }, { content: 'End' }] },
    });
    expect(discord.messages(general)).toMatchObject([
      {
        text: '# One\nEnd',
        buttons: [
          { label: 'Go', customId: 'go', isDisabled: false },
          { label: 'Original', url: 'https://example.org/' },
        ],
        menus: [{ placeholder: 'Which?', customId: 'pick', options: [{ label: 'One' }, { label: 'Two' }] }],
        pictures: [
          { url: 'https://example.org/1.jpg', alt: 'A cat' },
          { url: 'https://example.org/1.jpg' },
          { url: 'https://example.org/2.jpg' },
        ],
        isEphemeral: false,
        isEdited: false,
      },
    ]);
    expect(discord.violations()).toEqual([]);
  });

  it.each<[string, object[], string]>([
    ['41 components', many(41, () => text('x')), 'components BASE_TYPE_MAX_LENGTH'],
    ['41 components in all', [{ type: 17, components: many(39, () => text('x')) }, text('x')], 'COMPONENT_MAX_TOTAL'],
    ['4001 characters of text', [text('x'.repeat(2001)), text('x'.repeat(2000))], 'TEXT_SIZE_EXCEEDED'],
    ['a text of none', [text(' \n')], 'components.0.content BASE_TYPE_REQUIRED'],
    [
      '6 buttons in a row',
      [row(...many(6, (at) => button({ custom_id: String(at) })))],
      'components.0.components BASE',
    ],
    ['a long label', [row(button({ label: 'x'.repeat(81) }))], 'components.0.components.0.label BASE_TYPE_MAX_LENGTH'],
    ['a long custom id', [row(button({ custom_id: 'x'.repeat(101) }))], 'components.0.components.0.custom_id BASE'],
    ['no custom id', [row(button({ custom_id: undefined }))], 'BUTTON_COMPONENT_CUSTOM_ID_REQUIRED'],
    ['an empty custom id', [row(button({ custom_id: '' }))], 'components.0.components.0.custom_id BASE_TYPE_REQUIRED'],
    ['the same custom id twice', [row(button(), button())], 'components.0.components.1.custom_id COMPONENT_CUSTOM_ID_'],
    ['a button of nothing', [row(button({ label: ' ' }))], 'BUTTON_COMPONENT_INVALID'],
    ['a link with a custom id', [row(button({ style: 5, url: 'https://x.org/' }))], 'MUTUALLY_EXCLUSIVE'],
    ['a link without address', [row(button({ style: 5, custom_id: undefined }))], 'BUTTON_COMPONENT_URL_REQUIRED'],
    ['a long link', [row(button({ style: 5, url: `https://x.org/${'x'.repeat(499)}` }))], 'url BASE_TYPE_MAX_LENGTH'],
    ['a strange link', [row(button({ style: 5, url: 'ftp://x.org/' }))], 'url URL_TYPE_INVALID_SCHEME'],
    ['26 options', [select(many(26, (at) => option({ value: String(at) })))], 'components.0.components.0.options BASE'],
    ['no options', [select([])], 'components.0.components.0.options BASE_TYPE_MIN_LENGTH'],
    ['a long option', [select([option({ label: 'x'.repeat(101) })])], 'options.0.label BASE_TYPE_MAX_LENGTH'],
    ['a long value', [select([option({ value: 'x'.repeat(101) })])], 'options.0.value BASE_TYPE_MAX_LENGTH'],
    ['a long description', [select([option({ description: 'x'.repeat(101) })])], 'options.0.description BASE_TYPE_MAX'],
    ['the same value twice', [select([option(), option()])], 'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED'],
    ['more values than options', [select([option()], { max_values: 2 })], 'max_values NUMBER_TYPE_MAX'],
    ['a least over the most', [select([option()], { min_values: 2 })], 'SELECT_COMPONENT_MIN_VALUES_INVALID'],
    ['two defaults', [select([option({ default: true }), option({ value: '2', default: true })])], 'TOO_MANY_DEFAULT'],
    ['a menu beside a button', [row(button(), ...select([option()]).components)], 'COMPONENT_LAYOUT_WIDTH_EXCEEDED'],
    ['11 pictures', [gallery(...many(11, () => picture()))], 'components.0.items BASE_TYPE_MAX_LENGTH'],
    ['no picture', [gallery()], 'components.0.items BASE_TYPE_MIN_LENGTH'],
    [
      'a long alt text',
      [gallery(picture({ description: 'x'.repeat(1025) }))],
      'items.0.description BASE_TYPE_MAX_LENGTH',
    ],
    ['an empty alt text', [gallery(picture({ description: '' }))], 'items.0.description BASE_TYPE_REQUIRED'],
    [
      'a picture of no address',
      [gallery(picture({ media: { url: 'cat' } }))],
      'items.0.media.url URL_TYPE_INVALID_URL',
    ],
    ['a picture in itself', [gallery(picture({ media: { url: 'data:image/png;base64,AA' } }))], 'INVALID_SCHEME'],
    ['a long address', [gallery(picture({ media: { url: `https://x.org/${'x'.repeat(2035)}` } }))], 'media.url BASE'],
    ['a section without accessory', [section([text('x')])], 'components.0.accessory'],
    [
      '4 texts in a section',
      [
        section(
          many(4, () => text('x')),
          button(),
        ),
      ],
      'components.0.components BASE_TYPE_MAX',
    ],
    ['a button alone', [button()], 'components.0 UNION_TYPE_CHOICES'],
    ['a container in another', [{ type: 17, components: [{ type: 17, components: [text('x')] }] }], 'UNION_TYPE'],
    ['no components', [], '50006 Cannot send an empty message'],
  ])('is refused with %s', async (_what, components, why) => {
    const { discord, general, show } = await withChannel();
    expect((await show(...components)).status).toBe(400);
    expect(discord.violations().join('\n')).toContain(why);
    expect(discord.messages(general)).toEqual([]);
  });

  it.each<[string, object, string]>([
    ['nothing in it', {}, '50006'],
    ['blank text', { content: ' ' }, '50006'],
    ['a long text', { content: 'x'.repeat(2001) }, 'content BASE_TYPE_MAX_LENGTH'],
    ['a wrong text', { content: 1 }, 'content STRING_TYPE_CONVERT'],
    ['a long nonce', { content: 'x', nonce: 'x'.repeat(26) }, 'nonce BASE_TYPE_MAX_LENGTH'],
    [
      'text beside components',
      { content: 'x', components: [text('x')], flags: V2 },
      'content MESSAGE_CANNOT_USE_LEGACY',
    ],
    ['an embed beside components', { embeds: [{ title: 'x' }], components: [text('x')], flags: V2 }, 'embeds MESSAGE_'],
    ['components without the flag', { components: [text('x')] }, 'components.0 UNION_TYPE_CHOICES'],
    ['long embeds', { embeds: many(2, () => ({ description: 'x'.repeat(3001) })) }, 'embeds MAX_EMBED_SIZE_EXCEEDED'],
    ['all and some users', { content: 'x', allowed_mentions: { parse: ['users'], users: ['1'] } }, 'PARSE_EXCLUSIVE'],
    [
      'a poll',
      { content: 'x', poll: { question: { text: 'x' }, answers: [{ poll_media: {} }] } },
      'The emulator does not know this.',
    ],
  ])('is refused with %s', async (_what, body, why) => {
    const { discord, general, send } = await withChannel();
    expect((await send(body)).status).toBeGreaterThanOrEqual(400);
    expect(discord.violations().join('\n')).toContain(why);
    expect(discord.messages(general)).toEqual([]);
  });

  it('is measured in characters, not in UTF-16 units', async () => {
    const { discord, show, send } = await withChannel({ quirks: { maxTextBytes: Infinity } });
    expect((await show(row(button({ label: '😀'.repeat(80) })), text('😀'.repeat(4000)))).status).toBe(200);
    expect((await show(row(button({ label: '😀'.repeat(81) })))).status).toBe(400);
    expect((await send({ content: '😀'.repeat(2000) })).status).toBe(200);
    expect(discord.violations()).toHaveLength(1);
  });

  it('reports errors by field path', async () => {
    const { show } = await withChannel();
    const { body } = await show(text('x'), row(button({ label: 'x'.repeat(81), custom_id: undefined })));
    const label = { _errors: [{ code: 'BASE_TYPE_MAX_LENGTH', message: 'Must be 80 or fewer in length.' }] };
    expect(body).toEqual({
      code: 50035,
      message: 'Invalid Form Body',
      errors: { components: { 1: { components: { 0: { label } } } } },
    });
  });

  it('can have unknown fields, which are violations', async () => {
    const { discord, send } = await withChannel();
    expect((await send({ content: 'x', colour: 'red', tts: false, embed: null })).status).toBe(200);
    expect(discord.violations()).toEqual(['POST /channels/{channel_id}/messages: unknown field colour']);
  });
});

describe('mentions', () => {
  const everyone = { everyone: true, users: ['1'], roles: ['2'] };
  it.each<[string, object | undefined, object]>([
    ['notify by default', undefined, everyone],
    ['notify nobody where nobody is allowed', { parse: [] }, { everyone: false, users: [], roles: [] }],
    ['notify the kinds that are allowed', { parse: ['users'] }, { everyone: false, users: ['1'], roles: [] }],
    ['notify those who are allowed', { roles: ['2', '3'] }, { everyone: false, users: [], roles: ['2'] }],
    ['notify all kinds', { parse: ['users', 'roles', 'everyone'] }, everyone],
  ])('%s', async (_what, allowed, pings) => {
    const { discord, general, show, route, call } = await withChannel();
    const mentions = '@here <@1> <@!1> <@&2>';
    await call(route, {
      flags: V2,
      components: [{ type: 17, components: [text(mentions)] }],
      allowed_mentions: allowed,
    });
    await call(route, { content: mentions, allowed_mentions: allowed });
    await show(text('nobody'));
    expect(discord.messages(general).map((message) => message.pings)).toEqual([
      pings,
      pings,
      { everyone: false, users: [], roles: [] },
    ]);
  });
});

describe('a nonce', () => {
  it('deduplicates a repeated message for some minutes', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    onTestFinished(() => void vi.useRealTimers());
    const { discord, general, guild, send, call } = await withChannel();
    const first = await send({ content: 'one', nonce: 'n1', enforce_nonce: true });
    expect((await send({ content: 'again', nonce: 'n1', enforce_nonce: true })).body).toEqual(first.body);
    const other = discord.addChannel(guild);
    const elsewhere = await call(`POST /channels/${other.id}/messages`, {
      content: 'x',
      nonce: 'n1',
      enforce_nonce: true,
    });
    expect(elsewhere.body['id']).toBe(first.body['id']);
    await send({ content: 'not enforced', nonce: 'n1' });
    vi.setSystemTime(Date.now() + 6 * 60_000);
    await send({ content: 'later', nonce: 'n1', enforce_nonce: true });
    expect(discord.messages(general).map((message) => message.text)).toEqual(['one', 'not enforced', 'later']);
  });

  it('of a deleted message creates no other one', async () => {
    const { discord, general, send } = await withChannel();
    const body = { content: 'one', nonce: 1, enforce_nonce: true };
    const first = await send(body);
    discord.deleteMessage({ channelId: general.id, id: String(first.body['id']) });
    expect((await send(body)).body['code']).toBe(10008);
    expect(discord.messages(general)).toEqual([]);
  });
});

describe('a file', () => {
  const FILE = { type: 13, file: { url: 'attachment://list.opml' } };

  it('is sent in a form, and shown by a component', async () => {
    const { discord, general } = await withChannel();
    const send = async (components: object[], files: readonly string[]) => {
      const body = new FormData();
      body.append('payload_json', JSON.stringify({ flags: V2, components }));
      for (const [at, name] of files.entries()) body.append(`files[${at}]`, new Blob(['<opml/>']), name);
      const headers = { authorization: `Bot ${discord.token}` };
      return await fetch(`${discord.api}/v10/channels/${general.id}/messages`, { method: 'POST', headers, body });
    };
    expect(await (await send([FILE], ['list.opml'])).json()).toMatchObject({
      components: [{ type: 13, name: 'list.opml' }],
    });
    expect(discord.messages(general)).toMatchObject([{ files: [{ name: 'list.opml', text: '<opml/>' }] }]);
    expect(discord.violations()).toEqual([]);
    await send([text('Here')], ['list.opml']);
    await send([FILE], []);
    expect(discord.violations()).toEqual([
      'POST /channels/{channel_id}/messages: attachment://list.opml is not shown',
      'POST /channels/{channel_id}/messages: a component shows a file that was not sent',
    ]);
  });
});
