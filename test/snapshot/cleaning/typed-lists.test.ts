import { describe, expect, it } from 'vitest';
import { read } from '../../fixtures/snapshot.ts';

function blocks(html: string): string[] {
  return read(html).sections.flatMap(({ text }) =>
    text.map((block) =>
      block.kind === 'list'
        ? block.items.map((item) => `* ${item.map(({ text: part }) => part).join('')}`).join('\n')
        : block.kind,
    ),
  );
}

describe('typed bullets', () => {
  it.each([
    ['•', '<p>• One.</p><p>• Two.</p>'],
    ['·', '<p>·One.</p><p>·Two.</p>'],
    ['●', '<p>●One.</p><p>● Two.</p>'],
    ['▪', '<p>▪ One.</p><p>▪ Two.</p>'],
    ['-', '<p>- One.</p><p>- Two.</p>'],
    ['✓', '<p>✓ One.</p><p>✓ Two.</p>'],
    ['lines of one paragraph', '<p>• One.<br>• Two.</p>'],
    ['a bullet in a span of its own', '<p><b>•</b> One.</p><p><b>•</b> Two.</p>'],
    ['a bullet inside bold', '<p><b>• One.</b></p><p><b>• Two.</b></p>'],
  ])('make a list: %s', (_kind, html) => {
    expect(blocks(`<p>It rains.</p>${html}`)).toEqual(['paragraph', '* One.\n* Two.']);
  });

  it('make lists in their places, between other paragraphs', () => {
    const [list, text] = ['<p>• One.</p><p>• Two.</p>', '<p>It rains.</p>'];
    const made = '* One.\n* Two.';
    expect(blocks(`${list}${text}${list}${text}`)).toEqual([made, 'paragraph', made, 'paragraph']);
    expect(blocks(`${text}<p>• One.</p>${text}`)).toEqual(['paragraph', 'paragraph', 'paragraph']);
  });

  it.each([
    ['a single one', '<p>• One.</p>'],
    ['lines of speech', '<p>— One.</p><p>— Two.</p>'],
    ['negative numbers', '<p>-3 at noon</p><p>-5 at night</p>'],
    ['emphasis that was typed', '<p>*One*</p><p>*Two*</p>'],
  ])('make no list: %s', (_kind, html) => {
    expect(new Set(blocks(`<p>It rains.</p>${html}`))).toEqual(new Set(['paragraph']));
  });
});
