import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutPictures } from '../../../../adapters/discord/render/pictures.ts';
import type { Message } from '../../../../adapters/discord/render/render.ts';
import { render } from '../../../../adapters/discord/render/render.ts';
import { languages } from '../../../../src/locales/languages.ts';
import { createTranslator } from '../../../../src/locales/translator.ts';
import type { Action, Block, Picture, View } from '../../../../src/view/view.ts';
import { rendererContract } from '../../../contracts/renderer.ts';
import { refusalsOf } from '../../../emulators/discord/refusals.ts';
import { seeMessage, toPage } from '../../../fixtures/discord.ts';
import { gallery } from '../../../fixtures/gallery.ts';
import { addressesOf, buttonsOf } from '../../../fixtures/view-contents.ts';
import { viewArbitrary } from '../../../fixtures/views.ts';

const t = createTranslator('en');

/** The addresses of the gallery by the page that they open, since Discord's may be encoded differently. */
const pages = new Map(Object.values(gallery).flatMap((view) => addressesOf(view).map((url) => [toPage(url), url])));

function visible(message: Message): string {
  const { texts, descriptions } = seeMessage(message);
  return [...texts, ...descriptions].join(' ');
}

const subject = {
  visible,
  fileOf: ({ file }: Message) => file,
  addresses: (message: Message) => seeMessage(message).addresses.map((url) => pages.get(toPage(url)) ?? url),
};

function refused(messages: readonly Message[]): string[] {
  return messages.flatMap(({ components }) => refusalsOf(components));
}

function expectComplete(messages: readonly Message[], { words, urls }: { words: string[]; urls: string[] }): void {
  const seen = messages.map(seeMessage);
  const text = seen.flatMap(({ texts, descriptions, labels }) => [...texts, ...descriptions, ...labels]).join(' ');
  expect(words.filter((word) => !text.includes(word))).toEqual([]);
  const opened = new Set(seen.flatMap(({ addresses }) => addresses));
  expect(urls.filter((url) => !opened.has(url))).toEqual([]);
}

describe('an instant on Discord', () => {
  const instant = (at: string) =>
    render({ blocks: [{ kind: 'text', spans: [{ kind: 'time', text: '15 Nov, 18:13', at }] }], actions: [] }, t).map(
      (message) => seeMessage(message).marks,
    );

  it('is shown to each reader in their own time zone', () => {
    expect(instant('2021-11-15T10:13:06.000Z')).toMatchObject([[{ kind: 'time', text: '<t:1636971186:f>' }]]);
  });

  it('is text if its time is invalid', () => {
    expect(instant('soon')).toEqual([[]]);
  });
});

describe('the Discord renderer', () => {
  rendererContract<Message>({ render: (view) => render(view, t), ...subject });

  it.each(Object.entries(gallery))('renders %s as valid messages', (_name, view) => {
    expect(refused(render(view, t))).toEqual([]);
  });

  it.each(languages)('leaves room below every message for a note that the next one failed: %s', (language) => {
    const translate = createTranslator(language);
    const [words] = render(
      {
        blocks: [say(translate('discord.rest'))],
        actions: [{ label: translate('button.again'), role: 'open', command: '/a' }],
      },
      translate,
    );
    const long = [say('It goes on. '.repeat(1000))];
    const chinese = [say('末班渡轮离开码头的时候，雨还没有停。'.repeat(600))];
    const many = Array.from(
      { length: 40 },
      () => ({ ...say('Words'), thumbnail: picture('a', { caption: '' }) }) as Block,
    );
    const contents = Array.from({ length: 60 }, (_, at) => section(at, '码头上的人'.repeat(12)));
    for (const [blocks, actions] of [
      [long, []],
      [chinese, contents],
      [many, contents],
    ] as const) {
      const messages = render({ blocks, actions }, t);
      expect(messages.length).toBeGreaterThan(2);
      const taller = messages.map((one) => ({
        ...one,
        components: [...one.components, ...(words?.components ?? [])],
      }));
      expect(refused(taller)).toEqual([]);
    }
  });

  it.each([
    ['95 Chinese sections', 95, '第几节：末班渡轮离开码头的时候，雨还没有停，修表的人把灯关了'],
    ['125 long Thai options', 125, 'เรือข้ามฟากเที่ยวสุดท้ายออกจากท่าตอนฝนยังไม่หยุดตก'.repeat(3)],
    ['options of emoji', 60, '👩‍👩‍👧‍👦'.repeat(16)],
  ])('shows a menu of %s, each in its order', (_what, count, words) => {
    const actions = Array.from({ length: count }, (_, at) => section(at, `${at + 1} ${words}`));
    const messages = render({ blocks: [say('目录')], actions, about: { article: 'abc' } }, t);
    expect(refused(messages)).toEqual([]);
    const labels = messages.flatMap((message) => seeMessage(message).labels);
    expect(labels.map((label) => Number.parseInt(label, 10))).toEqual(actions.map((_, at) => at + 1));
  });

  it('shows no more pictures in a message than Discord accepts', () => {
    const pictures = Array.from({ length: 150 }, (_, at) => picture(`${at}`, { alt: '', caption: null }));
    const messages = render(saying({ kind: 'gallery', pictures }), t);
    expect(refused(messages)).toEqual([]);
    expect(messages.flatMap((message) => seeMessage(message).pictures)).toEqual(pictures.map(({ url }) => url));
  });

  it('shows every word and address of any view, within the limits of Discord, and mentions nobody', () => {
    fc.assert(
      fc.property(viewArbitrary, ({ view, ...expected }) => {
        const messages = render(view, t);
        expect(refused(messages)).toEqual([]);
        expectComplete(messages, expected);
        const forged = messages
          .flatMap((message) => seeMessage(message).marks)
          .filter(({ kind }) => kind === 'mention');
        expect(forged).toEqual([]);
      }),
      { numRuns: 10_000 },
    );
  }, 120_000);
});

describe('the Discord renderer without pictures', () => {
  rendererContract<Message>({ render: (view) => render(view, t).map(withoutPictures), ...subject });

  it('renders any view as valid messages with every word and address', () => {
    fc.assert(
      fc.property(viewArbitrary, ({ view, ...expected }) => {
        const messages = render(view, t).map(withoutPictures);
        expect(messages.flatMap((message) => seeMessage(message).pictures)).toEqual([]);
        expect(refused(messages)).toEqual([]);
        expectComplete(messages, expected);
      }),
      { numRuns: 2000 },
    );
  }, 60_000);
});

const picture = (name: string, more: Partial<Picture> = {}): Picture => ({
  url: `https://img.example.org/${name}.jpg`,
  fallbacks: [],
  alt: `Alt ${name}`,
  caption: `Caption ${name}`,
  credit: null,
  ...more,
});
const section = (number: number, label: string): Action => ({
  label,
  role: 'contents',
  command: `/section abc ${number}`,
});
const say = (text: string): Block => ({ kind: 'text', spans: [{ kind: 'plain', text }] });
const saying = (...blocks: Block[]): View => ({ blocks, actions: [] });

describe('a message', () => {
  it('is a container of texts, pictures and captions', () => {
    const view = saying(
      { kind: 'heading', spans: [{ kind: 'link', text: 'The pier', url: 'https://example.org/pier' }] },
      { kind: 'text', subtle: true, spans: [{ kind: 'plain', text: 'example.org · today' }] },
      say('It is old.'),
      { kind: 'image', picture: picture('pier', { credit: 'Lin Wan' }) },
    );
    const [message, ...others] = render(view, t);
    expect(others).toEqual([]);
    expect(message?.components).toMatchObject([
      {
        type: 17,
        components: [
          {
            type: 10,
            content: '### [The pier](https://example.org/pier)\n-# example.org · today\n\nIt is old.',
          },
          { type: 12, items: [{ media: { url: 'https://img.example.org/pier.jpg' }, description: 'Alt pier' }] },
          { type: 10, content: '-# Caption pier (Lin Wan)' },
        ],
      },
    ]);
  });

  it.each([
    [2, [2]],
    [10, [10]],
    [11, [6, 5]],
    [23, [8, 8, 7]],
  ])('shows %i pictures in galleries of %j', (count, sizes) => {
    const pictures = Array.from({ length: count }, (_, at) => picture(String(at), { caption: null }));
    const parts = render(saying({ kind: 'gallery', pictures }), t)
      .flatMap(({ components }) => components)
      .flatMap((one) => (one.type === 17 ? one.components : []));
    expect(parts.flatMap((one) => (one.type === 12 ? [one.items.length] : []))).toEqual(sizes);
  });

  it('numbers the captions of a gallery', () => {
    const messages = render(saying({ kind: 'gallery', pictures: [picture('a'), picture('b')] }), t);
    expect(messages.map((message) => seeMessage(message).texts)).toEqual([['1. Caption a\n2. Caption b\n']]);
  });

  it('shows a thumbnail beside its text', () => {
    const view = saying({
      kind: 'text',
      spans: [{ kind: 'plain', text: 'Words' }],
      thumbnail: picture('a', { credit: 'Lin Wan' }),
    });
    expect(render(view, t)[0]?.components).toMatchObject([
      {
        components: [
          {
            type: 9,
            components: [{ type: 10, content: 'Words' }],
            accessory: {
              type: 11,
              media: { url: 'https://img.example.org/a.jpg' },
              description: 'Caption a · Alt a (Lin Wan)',
            },
          },
        ],
      },
    ]);
  });

  it('shows all of a description that is too long for Discord', () => {
    const alt = 'A long word of it. '.repeat(70).trim();
    for (const block of [
      { kind: 'image', picture: picture('a', { alt }) },
      { ...say('Words'), thumbnail: picture('a', { alt }) },
    ] as Block[]) {
      const [message] = render(saying(block), t);
      expect(seeMessage(message ?? { components: [] }).texts.join(' ')).toContain(alt);
      expect(refused(message === undefined ? [] : [message])).toEqual([]);
    }
  });

  it('has each list in its own text, so that numbering restarts', () => {
    const list = (ordered: boolean): Block => ({ kind: 'list', ordered, items: [[{ kind: 'plain', text: 'a' }]] });
    const [message] = render(saying(list(true), list(true), list(false), say('b')), t);
    expect(message?.components).toMatchObject([
      { components: [{ content: '1. a' }, { content: '1. a' }, { content: '- a\n\nb' }] },
    ]);
  });

  it('is never blank', () => {
    const messages = render(saying(say(`${' '.repeat(9000)}words${' '.repeat(9000)}and more`)), t);
    expect(refused(messages)).toEqual([]);
    expect(messages.map(visible).join(' ').match(/\S+/gu)).toEqual(['words', 'and', 'more']);
  });

  it('shows a picture as a link if Discord would refuse its address', () => {
    const url = 'http://localhost/a.jpg';
    const [message] = render(saying({ kind: 'image', picture: picture('a', { url }) }), t);
    expect(seeMessage(message ?? { components: [] })).toMatchObject({ pictures: [], addresses: [url] });
  });

  it('has fallbacks for its pictures, except the address of another picture', () => {
    const [a, b] = ['a', 'b'].map((name) => picture(name));
    const other = 'https://img.example.org/other.jpg';
    const pictures = [
      picture('a', { fallbacks: [b?.url ?? '', other, other, 'http://localhost/a.jpg'] }),
      picture('b', { fallbacks: [other] }),
    ];
    expect(render(saying({ kind: 'gallery', pictures }), t)[0]?.fallbacks).toEqual({ [a?.url ?? '']: [other] });
  });

  it('has every button of a view with many buttons', () => {
    fc.assert(
      fc.property(viewArbitrary, ({ view }) => {
        const messages = render({ ...view, blocks: [] }, t);
        const json = JSON.stringify(messages.flatMap(({ components }) => components));
        const lost = buttonsOf(view).filter(
          ([label, press]) => !json.includes(/w\d+w/u.exec(label)?.[0] ?? label) || !json.includes(press),
        );
        expect(lost).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
