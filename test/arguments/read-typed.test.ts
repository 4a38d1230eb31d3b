import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTyped } from '../../src/arguments/read-typed.ts';

describe('a typed line', () => {
  it.each([
    ['/help', { name: 'help', input: '' }],
    ['/Help me', { name: 'help', input: 'me' }],
    ['／订阅　早上８点', { name: '订阅', input: '早上８点' }],
    ['/ 订阅 8点', { name: '订阅', input: '8点' }],
    ['/订阅，8点', { name: '订阅', input: '8点' }],
    ['/订阅。', { name: '订阅', input: '' }],
    ['/订阅 。', { name: '订阅', input: '' }],
    ['/订阅❤️', { name: '订阅', input: '' }],
    ['/订阅👨‍👩‍👧 台湾', { name: '订阅', input: '台湾' }],
    ['/section\n1\n2', { name: 'section', input: '1\n2' }],
    ['/help@Gazette_Bot 3', { name: 'help', input: '3', bot: 'gazette_bot' }],
    ['／帮助＠ｇazette_bot！', { name: '帮助', input: '', bot: 'gazette_bot' }],
    ['/subscribe -sport', { name: 'subscribe', input: '-sport' }],
    ['/subscribe #taiwan', { name: 'subscribe', input: '#taiwan' }],
    ['/search "night bus"', { name: 'search', input: '"night bus"' }],
    ['/search .net', { name: 'search', input: '.net' }],
    ['/usr/bin x', { name: 'usr/bin', input: 'x' }],
    ['帮助！', { name: '帮助', input: '', words: '帮助！' }],
    ['订阅：台湾', { name: '订阅', input: '台湾', words: '订阅：台湾' }],
    ['U.S. economy', { name: 'u.s.', input: 'economy', words: 'U.S. economy' }],
    ['help@example', { name: 'help@example', input: '', words: 'help@example' }],
    ['help@example.org', { name: 'help@example.org', input: '', words: 'help@example.org' }],
    ['？', { name: 'help', input: '', words: '？' }],
    [' \n ', undefined],
  ])('reads %j as %j', (text, typed) => {
    expect(readTyped(text)).toEqual(typed);
  });

  it('keeps an input of any one letter or digit, and none of punctuation and emoji alone', () => {
    for (const letter of 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789') {
      expect(readTyped(`/search ${letter}`)).toEqual({ name: 'search', input: letter });
      expect(readTyped(`/订阅，${letter}`)).toEqual({ name: '订阅', input: letter });
    }
    for (const mark of '.,!?;:~。，、！？；：…～🚢') {
      expect(readTyped(`/search ${mark}`)).toEqual({ name: 'search', input: '' });
    }
  });

  it('always has a name, and keeps every word if it has no slash', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const typed = readTyped(text);
        if (typed === undefined) expect(text.trim()).toBe('');
        else expect(typed.words ?? text.normalize('NFC').trim()).toBe(text.normalize('NFC').trim());
      }),
    );
  });
});
