import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { replacePicture, withoutPictures } from '../../../../adapters/discord/render/pictures.ts';
import { type Message, render } from '../../../../adapters/discord/render/render.ts';
import { createTranslator } from '../../../../src/locales/translator.ts';
import type { Picture, View } from '../../../../src/view/view.ts';
import { refusalsOf } from '../../../emulators/discord/refusals.ts';
import { seeMessage } from '../../../fixtures/discord.ts';
import { viewArbitrary } from '../../../fixtures/views.ts';

const t = createTranslator('en');
const address = (name: string) => `https://img.example.org/${name}.jpg`;
const picture = (name: string, ...fallbacks: string[]): Picture => ({
  url: address(name),
  fallbacks: fallbacks.map(address),
  alt: `Alt ${name}`,
  caption: null,
  credit: null,
});

function one(view: Pick<View, 'blocks'>): Message {
  const [message, ...others] = render({ ...view, actions: [] }, t);
  expect(others).toEqual([]);
  return message ?? { components: [], fallbacks: {} };
}

describe('a picture that Discord refuses', () => {
  it('is shown from its other addresses, then replaced by a link', () => {
    let message = one({ blocks: [{ kind: 'gallery', pictures: [picture('a', 'a2', 'a3'), picture('b')] }] });
    const shown: string[][] = [];
    for (const name of ['a', 'a2', 'a3']) {
      message = replacePicture(message, address(name));
      shown.push(seeMessage(message).pictures);
    }
    expect(shown).toEqual([[address('a2'), address('b')], [address('a3'), address('b')], [address('b')]]);
    expect(message.components).toMatchObject([
      { components: [{ type: 12 }, { type: 10, content: `-# 🖼 [Alt a](${address('a')})` }] },
    ]);
  });

  it('has no other address that another picture shows, or that is no address', () => {
    const pictures = [picture('a', 'b', 'c', 'c'), picture('b'), picture('d', 'c'), picture('a', 'e')];
    pictures.push({ ...picture('f'), fallbacks: ['data:image/png;base64,x'] });
    expect(one({ blocks: [{ kind: 'gallery', pictures }] }).fallbacks).toEqual({ [address('a')]: [address('c')] });
  });

  it('is a link above the captions', () => {
    const blocks = [{ kind: 'image' as const, picture: { ...picture('a'), caption: 'At dawn' } }];
    expect(replacePicture(one({ blocks }), address('a')).components).toMatchObject([
      { components: [{ type: 10, content: `-# 🖼 [Alt a](${address('a')})\n-# At dawn` }] },
    ]);
  });

  it('keeps the text beside it', () => {
    const blocks = [
      { kind: 'text' as const, spans: [{ kind: 'plain' as const, text: 'Words' }], thumbnail: picture('a', 'a2') },
    ];
    const replaced = replacePicture(one({ blocks }), address('a'));
    expect(seeMessage(replaced).pictures).toEqual([address('a2')]);
    expect(replacePicture(replaced, address('a2')).components).toMatchObject([
      { components: [{ type: 10, content: `Words\n-# 🖼 [Alt a](${address('a')})` }] },
    ]);
  });

  it('is its address if it has no description', () => {
    const message = withoutPictures(one({ blocks: [{ kind: 'image', picture: { ...picture('a'), alt: '' } }] }));
    expect(message.components).toMatchObject([{ components: [{ content: `-# 🖼 <${address('a')}>` }] }]);
    expect(message.fallbacks).toEqual({});
  });

  it('changes nothing if the message has no such picture', () => {
    const message = one({ blocks: [{ kind: 'image', picture: picture('a', 'a2') }] });
    expect(replacePicture(message, address('other'))).toEqual(message);
  });

  it('leaves a valid message with every word and address', () => {
    fc.assert(
      fc.property(viewArbitrary, fc.nat(), ({ view }, at) => {
        for (const message of render(view, t)) {
          const before = seeMessage(message);
          const url = before.pictures[at % Math.max(1, before.pictures.length)];
          if (url === undefined) continue;
          const replaced = replacePicture(message, url);
          const after = seeMessage(replaced);
          expect(refusalsOf(replaced.components)).toEqual([]);
          expect(after.pictures).toEqual(before.pictures.filter((one) => one !== url));
          expect(before.addresses.filter((one) => !after.addresses.includes(one))).toEqual([]);
          const said = [...after.texts, ...after.descriptions].join(' ');
          expect(before.descriptions.filter((words) => !said.includes(words))).toEqual([]);
        }
      }),
      { numRuns: 1000 },
    );
  }, 60_000);
});
