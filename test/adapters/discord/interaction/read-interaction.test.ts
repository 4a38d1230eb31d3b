import type { APIInteraction } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { readInteraction } from '../../../../adapters/discord/interaction/read-interaction.ts';

const ANN = { id: '11', username: 'ann' };
const MEMBER = { user: ANN, permissions: '0' };
const COMMAND = { id: '1', name: 'section', type: 1 };
const GUILD = { guild_id: '50', member: MEMBER, context: 0, authorizing_integration_owners: { 0: '50' } };
const DM = { user: ANN, context: 1, channel: { id: '30', type: 1 }, authorizing_integration_owners: { 1: '11' } };

/** An interaction as Discord sends it, with the fields that a test is about. */
function read(more: object) {
  const told = {
    id: '1',
    token: 'token',
    application_id: '2',
    type: 2,
    version: 1,
    data: COMMAND,
    locale: 'zh-TW',
    channel: { id: '30', type: 0 },
    ...GUILD,
    ...more,
  };
  return readInteraction(told as unknown as APIInteraction, {
    receivedAtMs: 5,
    readAttachment: ({ filename: name }) => ({ name, read: async () => ({ text: '' }) }),
  });
}

const press = (more: object, message: object = {}) =>
  read({
    type: 3,
    data: { custom_id: '0 /section strait001 2', component_type: 2, id: 1 },
    message: { id: '40', flags: 1 << 15, ...message },
    ...more,
  });

describe('an interaction', () => {
  it('is a command with its options by name, in the language of the user', () => {
    const options = [
      { name: 'article', type: 3, value: 'strait001' },
      { name: 'section', type: 4, value: 2 },
    ];
    expect(read({ data: { ...COMMAND, options } })).toMatchObject({
      kind: 'command',
      isBotDm: false,
      isUserInstall: false,
      ref: { id: '1', token: 'token', application: '2', receivedAtMs: 5 },
      request: {
        name: 'section',
        input: { article: 'strait001', section: '2' },
        language: 'zh-TW',
        locale: 'zh-TW',
        in: { platform: 'discord', chat: '30', server: '50' },
        by: '11',
      },
    });
  });

  it.each([
    ['3072', 0, true],
    ['2048', 0, false],
    ['1024', 0, false],
    ['8', 0, true],
    ['3072', 11, false],
    [String((1n << 38n) | 1024n), 11, true],
    [undefined, 0, undefined],
    ['many', 0, undefined],
  ])('tells whether the bot may post with the permissions %s in a channel of type %i', (bits, type, expected) => {
    const channel = { id: '30', type, ...(type === 11 && { parent_id: '29' }) };
    expect(read({ app_permissions: bits, channel })?.request.mayPost).toBe(expected);
  });

  it('is an autocomplete with the typed text and the other options', () => {
    const options = [
      { name: 'article', type: 3, value: 'strait001' },
      { name: 'section', type: 3, value: '想', focused: true },
    ];
    expect(read({ type: 4, data: { ...COMMAND, options } })).toMatchObject({
      kind: 'autocomplete',
      arg: 'section',
      typed: '想',
      given: { article: 'strait001' },
    });
  });

  it('has the thread of its channel', () => {
    const channel = { id: '31', type: 11, parent_id: '30' };
    expect(read({ channel })?.request.in).toEqual({ platform: 'discord', chat: '30', thread: '31', server: '50' });
  });

  it('has no thread in a channel of a category', () => {
    const channel = { id: '31', type: 0, parent_id: '30' };
    expect(read({ channel })?.request.in).toEqual({ platform: 'discord', chat: '31', server: '50' });
  });

  it.each([
    ['a command', '0 /section strait001 2', { name: 'section', input: 'strait001 2' }],
    ['a command without arguments', '12 /articles', { name: 'articles', input: '' }],
    ['an outdated id', 'next-page', { name: 'help', input: '' }],
    ['nothing', '', { name: 'help', input: '' }],
  ])('with a button is %s', (_what, custom_id, request) => {
    expect(press({ data: { custom_id, component_type: 2, id: 1 } })?.request).toMatchObject(request);
  });

  it('with a menu is the selected command', () => {
    const data = { custom_id: 'menu', component_type: 3, values: ['/article strait001'], id: 1 };
    expect(press({ data })?.request).toMatchObject({ name: 'article', input: 'strait001' });
  });

  it('knows whether the message answered the same user, or is ephemeral', () => {
    const of = (message: object) => {
      const read = press({}, message);
      return read?.kind === 'component' ? [read.isOwnMessage, read.ephemeral] : undefined;
    };
    expect(of({ interaction_metadata: { user: ANN } })).toEqual([true, false]);
    expect(of({ interaction_metadata: { user: { id: '12' } } })).toEqual([false, false]);
    expect(of({})).toEqual([false, false]);
    expect(of({ flags: (1 << 15) | (1 << 6) })).toEqual([true, true]);
  });

  it.each([
    ['in a server', {}, [false, false, false]],
    ['in a server, by a user who may manage it', { member: { ...MEMBER, permissions: '32' } }, [false, false, true]],
    ['in a server without the bot', { authorizing_integration_owners: { 1: '11' } }, [false, true, false]],
    [
      'by a user who may manage a server without the bot',
      { authorizing_integration_owners: { 1: '11' }, member: { ...MEMBER, permissions: '8' } },
      [false, true, false],
    ],
    ['in a direct message with the bot', { ...DM, guild_id: undefined, member: undefined }, [true, false, true]],
    ['in a group of friends', { ...DM, guild_id: undefined, member: undefined, context: 2 }, [false, true, false]],
  ])('%s knows the context, and who may manage the bot', async (_where, more, known) => {
    const incoming = read(more);
    expect([incoming?.isBotDm, incoming?.isUserInstall, await incoming?.request.mayManage?.()]).toEqual(known);
  });

  it('is ignored if it asks for nothing', () => {
    expect([read({ type: 1 }), read({ type: 5 }), read({ type: 99 })]).toEqual([undefined, undefined, undefined]);
    expect(read({ data: { ...COMMAND, type: 2 } })).toBeUndefined();
  });
});
