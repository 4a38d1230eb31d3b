import { describe, expect, it } from 'vitest';
import { read } from '../../fixtures/snapshot.ts';

const LONG =
  '<p>The ferry is still in the harbour, and the crew waits for the wind to turn before they leave the pier again.</p>';
const LONG_ZH =
  '<p>渡轮还停在港口，船员在等风向转变，然后再离开码头，居民只能绕行旧桥，路上要多花四十分钟，没有人知道要等多久。</p>';

function titles(html: string): (string | null)[] {
  return read(html).sections.map(({ title }) => title);
}

describe('short plain paragraphs', () => {
  it.each([
    ['questions', ['Why does the ferry wait?', 'Who pays for it?', 'When does it sail?'], LONG],
    ['Chinese questions', ['渡轮为什么停航？', '谁来付钱？', '什么时候复航？'], LONG_ZH],
    ['numbered lines', ['1. The wind', '2. The crew', '3. The pier'], LONG],
    ['Chinese numbers', ['一、风向', '二、船员', '三、码头'], LONG_ZH],
    ['chapters', ['第一，看清风向', '第二，联系船员', '第三，检查码头'], LONG_ZH],
  ])('are headings if several are alike: %s', (_kind, lines, text) => {
    expect(titles(text + lines.map((line) => `<p>${line}</p>${text}`).join(''))).toEqual([null, ...lines]);
  });

  it.each([
    ['two questions', ['Why does the ferry wait?', 'Who pays for it?']],
    ['an interview', ['Q: Why does it wait?', 'Q: Who pays for it?', 'Q: When does it sail?']],
    ['quoted questions', ['“Why does it wait?”', '“Who pays for it?”', '“When does it sail?”']],
    ['numbered sentences', ['1. The wind turned.', '2. The crew left.', '3. The pier fell.']],
  ])('are text: %s', (_kind, lines) => {
    expect(titles(LONG + lines.map((line) => `<p>${line}</p>${LONG}`).join(''))).toEqual([null]);
  });

  const SHORT = '<p>渡轮停在港口，没有人知道为什么，也没有人问。</p>';
  const QUESTIONS = ['渡轮为什么停航？', '谁来付这笔钱？', '什么时候复航？'].map((line) => `<p>${line}</p>`);

  it.each([
    ['questions upon questions', QUESTIONS.map((line) => `${line.repeat(3)}${LONG_ZH}`).join('')],
    ['short answers', QUESTIONS.map((line) => line + SHORT).join('')],
    [
      'what someone asks',
      ['他问船员，渡轮何时开？', '船员问他，要去哪里？', '他又问，要等多久？']
        .map((line) => `<p>${line}</p>${LONG_ZH}`)
        .join(''),
    ],
  ])('are text in an essay: %s', (_kind, html) => {
    expect(titles(LONG_ZH + html + LONG_ZH)).toEqual([null]);
  });
});

describe('bold lines', () => {
  it.each([
    'Gallery: The harbour at night',
    'Photo gallery | The harbour at night',
    '相关图集：夜里的海港',
    'Bildergalerie: Der Hafen bei Nacht',
    'En images : le port la nuit',
  ])('are headings beside that of a gallery: %s', (gallery) => {
    const html = `${LONG}<p><b>The wind</b></p>${LONG}<h3>${gallery}</h3><div><img src="/a.jpg"><b>Fog</b>: the pier.</div><p><b>The crew</b></p>${LONG}`;
    expect(titles(html)).toEqual([null, 'The wind', gallery, 'The crew']);
  });

  it('are text beside any other heading', () => {
    expect(titles(`${LONG}<p><b>The wind</b></p>${LONG}<h3>The gallery</h3>${LONG}`)).toEqual([null, 'The gallery']);
  });

  it('are headings with quotation marks outside the bold type', () => {
    expect(titles(`${LONG}<p>“<strong>The wind has turned</strong>”</p>${LONG}`)).toEqual([
      null,
      '“The wind has turned”',
    ]);
    expect(titles(`${LONG}<p><strong>“The wind has turned”</strong></p>${LONG}`)).toEqual([null]);
  });

  it.each(['Sponsored by the harbour office', 'Editor’s note', '编者按', '本文由海港社赞助'])(
    'of a sponsor or an editor are no headings: %s',
    (line) => {
      expect(titles(`${LONG}<p><strong>${line}</strong></p>${LONG}`)).toEqual([null]);
    },
  );
});

describe('a long section', () => {
  const words = ['ferry', 'tower', 'crew', 'market', 'school', 'bridge', 'museum', 'garden'];
  const paragraphs = (count: number) =>
    Array.from(
      { length: count },
      (_, at) => `<p>${`The ${words[at % 8]} of the town was closed on day ${at}. `.repeat(6)}</p>`,
    ).join('');

  it('under a heading is divided into parts', () => {
    const { sections } = read(`<p>One.</p><h2>Transcript</h2>${paragraphs(120)}<h2>Notes</h2><p>Two.</p>`);
    expect(sections.map(({ title }) => title).filter((title) => title !== null)).toEqual(['Transcript', 'Notes']);
    expect(sections.filter(({ from }) => from === 'part').length).toBeGreaterThan(10);
  });

  it('stays whole below the limit', () => {
    expect(read(`<p>One.</p><h2>Transcript</h2>${paragraphs(40)}`).sections).toHaveLength(2);
  });
});
