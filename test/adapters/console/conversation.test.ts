import { describe, expect, it } from 'vitest';
import { createConversation } from '../../../adapters/console/conversation.ts';
import { readInput } from '../../../adapters/console/read-input.ts';
import type { CommandRequest } from '../../../src/chat/request.ts';
import { createTranslator } from '../../../src/locales/translator.ts';
import type { Action } from '../../../src/view/view.ts';

const BUTTONS: readonly Action[] = [
  { label: 'Open', role: 'contents', command: '/article abc12345' },
  { label: 'Original', role: 'open', url: 'https://example.org/\u009B\u202Ea' },
];

/** A conversation whose bot repeats what it is asked; only `/articles` has buttons, and page 2 numbers them from 11. */
function converse() {
  const requests: CommandRequest[] = [];
  const conversation = createConversation({
    dispatch: async (request) => {
      requests.push(request);
      if (request.name !== 'articles') return { blocks: [], actions: [] };
      const first = request.input === '2' ? 11 : 1;
      return { blocks: [], actions: BUTTONS, list: { of: 'articles', first, articles: ['abc12345'], titles: 'text' } };
    },
    render: ({ actions, list }) => ({
      text: `said ${requests.at(-1)?.name}\n`,
      buttons: actions,
      firstButton: list?.first ?? 1,
    }),
    language: 'en',
    t: createTranslator('en'),
    where: { platform: 'console', chat: 'here' },
  });
  return { say: (line: string) => conversation.answer(readInput(line)), numbered: conversation.numbered, requests };
}

describe('a conversation', () => {
  it('passes commands on and gives the answer', async () => {
    const { say, requests } = converse();
    expect(await say('/search two words')).toBe('said search');
    await say('Two words');
    expect(requests.pop()).toMatchObject({ name: 'two', input: 'words', words: 'Two words' });
    expect(requests).toEqual([
      { name: 'search', input: 'two words', language: 'en', in: { platform: 'console', chat: 'here' }, by: 'here' },
    ]);
  });

  it('presses the buttons of the last answer', async () => {
    const { say, requests } = converse();
    await say('/articles');
    expect(await say('1')).toBe('said article');
    expect(requests.at(-1)).toMatchObject({ name: 'article', input: 'abc12345' });
  });

  it('shows the address of a button that leads outside, and keeps the buttons', async () => {
    const { say } = converse();
    await say('/articles');
    expect(await say('2')).toBe('https://example.org/a');
    expect(await say('1')).toBe('said article');
  });

  it('says which buttons there are', async () => {
    const { say } = converse();
    expect(await say('1')).toMatch(/no buttons/);
    await say('/articles');
    expect(await say('3')).toBe('There is no button 3. The last answer has buttons 1 to 2.');
    expect(await say('0')).toMatch(/no button 0/);
  });

  it('presses by the numbers that the list has', async () => {
    const { say, requests } = converse();
    await say('/articles 2');
    expect(await say('1')).toBe('There is no button 1. The last answer has buttons 11 to 12.');
    await say('11');
    expect(requests.at(-1)).toMatchObject({ name: 'article', input: 'abc12345' });
  });

  it('keeps the buttons while answers have none of their own', async () => {
    const { say } = converse();
    await say('/articles');
    await say('/search');
    expect(await say('1')).toBe('said article');
  });

  it('knows which article a number of the last list stands for', async () => {
    const { say, numbered } = converse();
    expect(numbered(1)).toBeUndefined();
    await say('/articles 2');
    await say('/help');
    expect([numbered(11), numbered(1), numbered(12)]).toEqual(['abc12345', undefined, undefined]);
  });

  it('answers nothing to nothing', async () => {
    const { say, requests } = converse();
    expect(await say('')).toBe('');
    expect(requests).toEqual([]);
  });
});
