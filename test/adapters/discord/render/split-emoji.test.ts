import { describe, expect, it } from 'vitest';
import { splitEmoji } from '../../../../adapters/discord/render/split-emoji.ts';

describe('a text with emoji', () => {
  it.each([
    ['🔥 Night bus', '🔥 ', 'Night bus', ''],
    ['Night bus 🇩🇪🇫🇷', '', 'Night bus', ' 🇩🇪🇫🇷'],
    ['👩‍👩‍👧‍👦 👍🏽 Night bus ❤️', '👩‍👩‍👧‍👦 👍🏽 ', 'Night bus', ' ❤️'],
    ['1️⃣ Night bus', '1️⃣ ', 'Night bus', ''],
    ['🏴󠁧󠁢󠁥󠁮󠁧󠁿末班车', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '末班车', ''],
  ])('has them apart at its ends: %s', (text, ...[before, words, after]) => {
    expect(splitEmoji(text)).toEqual({ before, words, after });
  });

  it.each(['Night 🔥 bus', '🔥 Night 🔥 bus 🔥', '🔥', '©️', '1️⃣ 2️⃣'])('cannot be split: %s', (text) => {
    expect(splitEmoji(text)).toBeUndefined();
  });

  it.each(['Night bus™', '© 2024', 'Route #40 * 3', '★ ☆ ● → «'])('has none: %s', (text) => {
    expect(splitEmoji(text)).toEqual({ before: '', words: text, after: '' });
  });

  it('takes linear time', () => {
    expect(splitEmoji(`${'🔥 '.repeat(100_000)}a${' 🔥'.repeat(100_000)}`)?.words).toBe('a');
  });
});
