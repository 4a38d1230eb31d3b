import { expect, it } from 'vitest';
import { telegramUsage } from '../../../../adapters/web/preview/telegram-usage.ts';

it('counts the letters of a text without its markup, in UTF-16 units', () => {
  expect(telegramUsage({ text: '<b>a &lt;&amp; 🌊</b><a href="https://a.example/?a=1&amp;b">c</a>' })).toEqual([
    { of: 'text', used: 8, most: 4096 },
  ]);
});

it('counts captions, pictures and buttons', () => {
  const media = [{ media: 'https://a.example/1.jpg', caption: 'one' }, { media: 'https://a.example/2.jpg' }];
  expect(telegramUsage({ media })).toEqual([
    { of: 'caption', used: 3, most: 1024 },
    { of: 'pictures', used: 2, most: 10 },
  ]);
  expect(telegramUsage({ text: 'x', reply_markup: { inline_keyboard: [[{ text: '1' }, { text: '2' }]] } })).toEqual([
    { of: 'text', used: 1, most: 4096 },
    { of: 'buttons', used: 2, most: 100 },
  ]);
});
