import { describe, expect, it } from 'vitest';
import { render } from '../../../../adapters/discord/render/render.ts';
import { createTranslator } from '../../../../src/locales/translator.ts';
import type { Action, View } from '../../../../src/view/view.ts';
import { refusalsOf } from '../../../emulators/discord/refusals.ts';
import { seeMessage } from '../../../fixtures/discord.ts';

const t = createTranslator('en');
const say: View['blocks'] = [{ kind: 'text', spans: [{ kind: 'plain', text: 'Words' }] }];
const press = (role: Action['role'], label: string, command = `/go ${label}`): Action => ({ role, label, command });
const many = (role: Action['role'], count: number) =>
  Array.from({ length: count }, (_, at) => press(role, `${at + 1} choice`, `/go ${at}`));

interface Component {
  type: number;
  components?: readonly Component[];
  label?: string;
  custom_id?: string;
  placeholder?: string;
  options?: readonly { label: string; value: string; description?: string }[];
}

/** The rows of messages: buttons by label, a menu by its placeholder and its options. */
function rowsOf(view: View) {
  const messages = render(view, t);
  expect(messages.flatMap(({ components }) => refusalsOf(components))).toEqual([]);
  const rows = (some: readonly Component[]): Component[] =>
    some.flatMap((one) => (one.type === 1 ? [one] : rows(one.components ?? [])));
  return rows(messages.flatMap(({ components }) => components as readonly Component[])).map(({ components = [] }) =>
    components.map(({ label, placeholder, options = [] }) => label ?? `${placeholder}: ${options.length}`),
  );
}

describe('the buttons of a message', () => {
  it('are the contents if they are few and short, and the other actions below', () => {
    const actions = [...many('contents', 3), press('move', 'Next'), press('open', 'Pictures')];
    expect(rowsOf({ blocks: say, actions })).toEqual([
      ['1 choice', '2 choice', '3 choice'],
      ['Next', 'Pictures'],
    ]);
  });

  it('end with the way back where it comes last', () => {
    const [time, back] = [press('open', '08:00'), press('move', 'Back')];
    expect(rowsOf({ blocks: say, actions: [time, back] })).toEqual([['08:00', 'Back']]);
    const manyTimes = many('open', 6);
    expect(rowsOf({ blocks: say, actions: [...manyTimes, back] }).at(-1)).toEqual(['Back']);
    expect(rowsOf({ blocks: say, actions: [back, ...manyTimes] })[0]).toEqual(['Back']);
  });

  it.each([
    [{ about: { article: 'a' } }, 'Contents: 6'],
    [{ list: { of: 'x', first: 1, articles: [], titles: 'text' as const } }, 'Read …: 6'],
    [{}, 'Choose …: 6'],
  ])('are a menu of many contents, named by what they are: %j', (more, expected) => {
    expect(rowsOf({ blocks: say, actions: many('contents', 6), ...more })).toEqual([[expected]]);
  });

  it('are a menu of long contents', () => {
    expect(rowsOf({ blocks: say, actions: [press('contents', '1 台湾问题'.repeat(20), '/go')] })).toEqual([
      ['Choose …: 1'],
    ]);
  });

  it('are several even menus if there are too many for one', () => {
    expect(rowsOf({ blocks: say, actions: many('contents', 60) })).toEqual([
      ['Choose … · 1–20: 20'],
      ['Choose … · 21–40: 20'],
      ['Choose … · 41–60: 20'],
    ]);
  });

  it('are once in a menu; two with the same command are in two menus', () => {
    const contents = [
      ...many('contents', 6),
      press('contents', '1 choice', '/go 0'),
      press('contents', 'again', '/go 0'),
    ];
    expect(rowsOf({ blocks: say, actions: contents })).toEqual([['Choose … · 1–6: 6'], ['Choose … · 7: 1']]);
  });

  it('continue in the second line of an option', () => {
    const label = `1 ${'word '.repeat(30)}end`;
    const [message] = render({ blocks: say, actions: [press('contents', label, '/go')] }, t);
    const text = seeMessage(message ?? { components: [] }).labels.join('');
    expect(text).toBe(label);
  });

  it('are a menu if an article has many other actions', () => {
    expect(
      rowsOf({
        blocks: say,
        actions: [...many('open', 20), { role: 'open', label: 'Site', url: 'https://a.example/' }],
      }),
    ).toEqual([['More …: 20'], ['Site']]);
  });

  it('are spread evenly over rows', () => {
    expect(rowsOf({ blocks: say, actions: many('move', 7) })).toEqual([
      ['1 choice', '2 choice', '3 choice', '4 choice'],
      ['5 choice', '6 choice', '7 choice'],
    ]);
  });

  it('are text with a command or an address if Discord would refuse them', () => {
    const long = `https://example.org/${'a'.repeat(600)}`;
    const actions: Action[] = [
      press('open', 'Far', `/go ${'x'.repeat(100)}`),
      press('move', 'y'.repeat(81), '/go y'),
      { role: 'open', label: 'Site', url: long },
      { role: 'open', label: 'Local', url: 'http://localhost/' },
    ];
    const [message] = render({ blocks: say, actions }, t);
    const { texts, addresses, labels } = seeMessage(message ?? { components: [] });
    expect(labels).toEqual([]);
    expect(addresses).toEqual([long, 'http://localhost/']);
    expect(texts.join('')).toContain(`Far: /go ${'x'.repeat(100)}`);
    expect(texts.join('')).toContain(`${'y'.repeat(81)}: /go y`);
  });
});
