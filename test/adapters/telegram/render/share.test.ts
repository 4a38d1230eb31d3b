import { describe, expect, it } from 'vitest';
import { render } from '../../../../adapters/telegram/render/render.ts';
import { createAudience } from '../../../../src/locales/audience.ts';
import { createTranslator } from '../../../../src/locales/translator.ts';
import { articleView } from '../../../../src/presenters/article-view.ts';
import { sectionView } from '../../../../src/presenters/section-view.ts';
import type { View } from '../../../../src/view/view.ts';
import { strait } from '../../../fixtures/articles.ts';

const audience = createAudience('en', 'UTC');

function shared(view: View): URL[] {
  const buttons = render(view, createTranslator('en')).flatMap((one) =>
    one.kind === 'text' ? one.buttons.flat() : [],
  );
  return buttons.flatMap((button) => ('url' in button && button.text === 'Share' ? [new URL(button.url)] : []));
}

function card(change: Partial<typeof strait> = {}): View {
  return articleView({ ...strait, ...change }, { versions: [], keywords: [], entries: [] }, audience);
}

describe('the button that shares', () => {
  it('sends the original and the title of a card to another chat', () => {
    const [url, ...others] = shared(card({ title: 'A & B = 100% + #1' }));
    expect(others).toEqual([]);
    expect(url?.href).toMatch(/^https:\/\/t\.me\/share\/url\?/u);
    expect(url?.href).not.toContain('+');
    expect(Object.fromEntries(url?.searchParams ?? [])).toEqual({ url: strait.url, text: 'A & B = 100% + #1' });
  });

  it('is on cards only, and not for an address of enormous length', () => {
    const [, section] = strait.sections;
    if (section !== undefined) expect(shared(sectionView(strait, section, audience))).toEqual([]);
    expect(shared(card({ url: `https://x.example/${'a'.repeat(2000)}` }))).toEqual([]);
    expect(shared(card({ title: '题'.repeat(4000) }))[0]?.href.length ?? 0).toBeLessThanOrEqual(1000);
  });
});
