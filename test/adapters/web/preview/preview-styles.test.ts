import { expect, it } from 'vitest';
import { previewStyle } from '../../../../adapters/web/preview/preview-styles.ts';

const LIGHT = { telegram: '--back:#c8d8c4', discord: '--back:#fff' };
const DARK = { telegram: '--back:#0e1621', discord: '--back:#313338' };

it.each(['telegram', 'discord'] as const)('draws messages in the colours of a theme: %s', (platform) => {
  expect(previewStyle(platform, 'light')).toContain(LIGHT[platform]);
  expect(previewStyle(platform, 'light')).not.toContain(DARK[platform]);
  expect(previewStyle(platform, 'dark')).toContain(DARK[platform]);
  expect(previewStyle(platform, 'dark')).not.toContain(LIGHT[platform]);
});

it.each(['telegram', 'discord'] as const)('follows the reader’s own theme without one: %s', (platform) => {
  const [byDay, byNight] = previewStyle(platform).split('@media (prefers-color-scheme:dark)');
  expect(byDay).toContain(LIGHT[platform]);
  expect(byDay).not.toContain(DARK[platform]);
  expect(byNight).toContain(DARK[platform]);
});
