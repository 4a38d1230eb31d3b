import { describe, expect, it } from 'vitest';
import { createTranslator } from '../../src/locales/translator.ts';
import { renderPlainButtons } from '../../src/view/plain-buttons.ts';
import type { Action, View } from '../../src/view/view.ts';

const ADDRESS = 'https://example.org/a-long-address-of-an-article';

function choice(label: string): Action {
  return { label, role: 'contents', command: '/x' };
}

function opens(label: string): Action {
  return { label, role: 'open', command: '/x' };
}

const original: Action = { label: 'Original', role: 'open', url: ADDRESS };

function render(
  actions: readonly Action[],
  { first = 1, above = '', width, list }: { first?: number; above?: string; width?: number; list?: View['list'] } = {},
): string[] {
  const paper = { colour: false, t: createTranslator('en'), ...(width !== undefined && { width }) };
  return renderPlainButtons({ blocks: [], actions, ...(list && { list }) }, { firstButton: first, above, paper });
}

describe('buttons in plain text', () => {
  it('are one per line if they are choices, else side by side', () => {
    expect(render([choice('1 Drivers'), choice('2 Passengers'), opens('Read'), opens('Links')])).toEqual([
      '[1] Drivers',
      '[2] Passengers',
      '[3] Read   [4] Links',
    ]);
  });

  it('keep a number in their label that differs from theirs', () => {
    expect(render([choice('2 Passengers'), choice('No number')], { first: 1 })).toEqual([
      '[1] 2 Passengers',
      '[2] No number',
    ]);
  });

  it('are only numbers if the text has the titles under the same numbers', () => {
    const list = { of: 'articles', first: 11, articles: [], titles: 'text' } as const;
    const actions = [choice('11 First'), choice('12 Second'), opens('Older ›')];
    expect(render(actions, { first: 11, list })).toEqual(['[11] [12]', '[13] Older ›']);
    expect(render(actions, { first: 1, list })[0]).toBe('[1] 11 First');
    expect(render(actions, { first: 11, list: { ...list, titles: 'buttons' } })[0]).toBe('[11] First');
  });

  it('show an address, unless it is in the text', () => {
    expect(render([original])).toEqual([`[1] Original ${ADDRESS}`]);
    expect(render([original], { above: `read ${ADDRESS} here` })).toEqual(['[1] Original']);
  });

  it('wrap exactly at the width', () => {
    const three = [opens('One'), opens('Two'), opens('Three')];
    expect(render(three, { width: 17 })).toEqual(['[1] One   [2] Two', '[3] Three']);
    expect(render(three, { width: 16 })).toEqual(['[1] One', '[2] Two', '[3] Three']);
    expect(render(three, { width: 29 })).toEqual(['[1] One   [2] Two   [3] Three']);
  });

  it('break if one is wider than a line, with the address on its own line', () => {
    expect(render([opens('Read'), original, opens('Links')], { width: 30 })).toEqual([
      '[1] Read',
      '[2] Original',
      `    ${ADDRESS}`,
      '[3] Links',
    ]);
    expect(render([choice('1 The people who keep it running')], { width: 24 })).toEqual([
      '[1] The people who',
      '    keep it running',
    ]);
  });

  it('are empty if there are none', () => {
    expect(render([])).toEqual([]);
  });
});
