import { describe, expect, it } from 'vitest';
import { accentOf } from '../../../../adapters/discord/render/accent.ts';
import type { View } from '../../../../src/view/view.ts';

const headed = (url: string): View => ({
  blocks: [{ kind: 'heading', spans: [{ kind: 'link', text: 'Title', url }] }],
  actions: [],
});

describe('the colour of a view', () => {
  it('is the same for all of a source', () => {
    const colour = accentOf(headed('https://www.example.org/a'));
    expect(accentOf(headed('https://example.org/b?c'))).toBe(colour);
    const section: View = {
      blocks: [{ kind: 'heading', spans: [{ kind: 'plain', text: 'Part' }] }],
      actions: [
        { role: 'move', label: 'Next', command: '/next' },
        { role: 'open', label: 'Original', url: 'https://example.org/a#b' },
      ],
    };
    expect(accentOf(section)).toBe(colour);
  });

  it('differs between sources', () => {
    const hosts = ['bbc.com', 'dw.com', 'nytimes.com', 'reuters.com', 'rfi.fr', 'theguardian.com', 'example.org'];
    expect(new Set(hosts.map((host) => accentOf(headed(`https://${host}/`)))).size).toBeGreaterThan(4);
  });

  it('is grey without a source', () => {
    expect(accentOf({ blocks: [], actions: [] })).toBe(0x7c8894);
  });
});
