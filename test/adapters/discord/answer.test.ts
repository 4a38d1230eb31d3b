import { expect, it } from 'vitest';
import { type Answer, showAnswer } from '../../../adapters/discord/answer.ts';
import type { Reply } from '../../../adapters/discord/interaction/reply.ts';
import { messageView } from '../../../src/view/message-view.ts';

const common = {
  isBotDm: false,
  isUserInstall: false,
  member: undefined,
  ref: { id: '1', token: 'token', application: '2', receivedAtMs: 0 },
  request: { name: 'help', input: {}, language: 'en', in: { platform: 'discord', chat: '3' }, by: '4' },
} as const;
const command = { ...common, kind: 'command' } as const;
const pressed = { ...common, kind: 'component', message: '5', isOwnMessage: true, ephemeral: false } as const;

/** How the first message of a view, for the user alone or for everyone, is sent. */
async function howSent(incoming: Answer['incoming'], forAsker: boolean) {
  const sent: unknown[] = [];
  const reply = { sendFirst: async (_form: object, how: object) => void sent.push(how) } as Reply;
  const view = messageView('The ferry is back.');
  await showAnswer(forAsker ? { ...view, for: 'asker' } : view, { incoming, reply, outbox: {} as Answer['outbox'] });
  return sent;
}

it.each<[string, Answer['incoming'], boolean, object]>([
  ['a command is public', command, false, { ephemeral: false }],
  ['a command is private if it is for the user', command, true, { ephemeral: true }],
  ['a command in a direct message needs no privacy', { ...command, isBotDm: true }, true, { ephemeral: false }],
  ['a button replaces the message of its user', pressed, false, { ephemeral: false, inPlace: true }],
  ['a button leaves a public message if it is for the user', pressed, true, { ephemeral: true }],
  ['a button replaces a private one', { ...pressed, ephemeral: true }, true, { ephemeral: true, inPlace: true }],
  ['a button keeps a private one private', { ...pressed, ephemeral: true }, false, { ephemeral: true, inPlace: true }],
  ['a button of a message for all is private', { ...pressed, isOwnMessage: false }, false, { ephemeral: true }],
  [
    'a button of a digest in a direct message needs no privacy',
    { ...pressed, isOwnMessage: false, isBotDm: true },
    true,
    { ephemeral: false },
  ],
  [
    'a button in a direct message replaces its message',
    { ...pressed, isBotDm: true },
    true,
    { ephemeral: false, inPlace: true },
  ],
])('the answer to %s', async (...[, incoming, forAsker, how]) => {
  expect(await howSent(incoming, forAsker)).toEqual([how]);
});
