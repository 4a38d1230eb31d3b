import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../../src/text/sentences/split-sentences.ts';

const bare = (text: string): string => text.replace(/\s/g, '');

describe('splitSentences', () => {
  it.each<[string, string[]]>([
    ['湖面结冰了。鸟都飞走了！谁还在等？', ['湖面结冰了。', '鸟都飞走了！', '谁还在等？']],
    ['他带来了鱼；她带来了米。饭好了。', ['他带来了鱼；她带来了米。', '饭好了。']],
    ['“冰很厚。”然后他走了。', ['“冰很厚。”', '然后他走了。']],
    ['“冰厚吗？”老人问。没有人答。', ['“冰厚吗？”老人问。', '没有人答。']],
    ['（冰很厚。）鸟飞走了。', ['（冰很厚。）', '鸟飞走了。']],
    ['林达(Ada Lind Jr.)看见了鸟。鸟飞走了。', ['林达(Ada Lind Jr.)看见了鸟。', '鸟飞走了。']],
    ['人群高喊“加油！”的声音传来。', ['人群高喊“加油！”的声音传来。']],
    ['《冰湖！》这本书卖完了。新书还没有到。', ['《冰湖！》这本书卖完了。', '新书还没有到。']],
    ['他……他走了。', ['他……他走了。']],
    ['谁也说不清湖上究竟发生过什么……第二天雪停了。', ['谁也说不清湖上究竟发生过什么……', '第二天雪停了。']],
    ['湖面结冰了。"冰很厚"，老人说。', ['湖面结冰了。', '"冰很厚"，老人说。']],
    ['老人说："冰很厚。""鸟都飞走了。"风停了。', ['老人说："冰很厚。"', '"鸟都飞走了。"', '风停了。']],
    ['长度是3.14米。第2.5节讲冰。', ['长度是3.14米。', '第2.5节讲冰。']],
  ])('splits Chinese: %s', (text, sentences) => {
    expect(splitSentences(text)).toEqual(sentences);
  });

  it.each<[string, string[]]>([
    ['「寒いね。」と彼は言った。雪が降る。', ['「寒いね。」と彼は言った。', '雪が降る。']],
    ['「寒い？」「はい。」', ['「寒い？」', '「はい。」']],
    ['호수가 얼었다. 새가 날아갔다.', ['호수가 얼었다.', '새가 날아갔다.']],
    ['호수가 얼었다.새가 날아갔다.', ['호수가 얼었다.', '새가 날아갔다.']],
    ['هل تجمدت البحيرة؟ نعم، تجمدت.', ['هل تجمدت البحيرة؟', 'نعم، تجمدت.']],
    ['جھیل جم گئی۔ پرندے اڑ گئے۔', ['جھیل جم گئی۔', 'پرندے اڑ گئے۔']],
    ['झील जम गई। पक्षी उड़ गए।', ['झील जम गई।', 'पक्षी उड़ गए।']],
    ['झील जम गई है. पक्षी उड़ गए. डॉ. लिंद आए थे.', ['झील जम गई है.', 'पक्षी उड़ गए.', 'डॉ. लिंद आए थे.']],
    [
      'Озеро замёрзло в 1950 г. в марте. Это видел А. С. Орлов.',
      ['Озеро замёрзло в 1950 г. в марте.', 'Это видел А. С. Орлов.'],
    ],
  ])('splits other scripts: %s', (text, sentences) => {
    expect(splitSentences(text)).toEqual(sentences);
  });

  it.each<[string, string[]]>([
    ['Dr. Lind met Mr. Oke. They left.', ['Dr. Lind met Mr. Oke.', 'They left.']],
    [
      'The U.S. President called at 5 p.m. The line was dead.',
      ['The U.S. President called at 5 p.m.', 'The line was dead.'],
    ],
    [
      'J. K. Lind wrote No. 7, e.g. this one. He said no. Then he left.',
      ['J. K. Lind wrote No. 7, e.g. this one.', 'He said no.', 'Then he left.'],
    ],
    ['It costs $3.14 at example.org. Really.', ['It costs $3.14 at example.org.', 'Really.']],
    ['“The ice holds. I know it,” she said. He went.', ['“The ice holds. I know it,” she said.', 'He went.']],
    ['"Does it hold?" he asked. "It does." She nodded.', ['"Does it hold?" he asked.', '"It does."', 'She nodded.']],
    ['"It holds!" Ada Lind said. Nobody moved.', ['"It holds!" Ada Lind said.', 'Nobody moved.']],
    ['Wait... what? So it goes... But not here.', ['Wait... what?', 'So it goes...', 'But not here.']],
    ['Yahoo! is a name. It snowed.[1] It stopped.', ['Yahoo! is a name.', 'It snowed.[1]', 'It stopped.']],
    ['1. Cut the ice. 2. Wait.', ['1. Cut the ice.', '2. Wait.']],
    ['Am 5. März kam Eis, z. B. hier. Gut so.', ['Am 5. März kam Eis, z. B. hier.', 'Gut so.']],
    ['Il a dit : « Oui ! » Puis M. Le Gall est parti.', ['Il a dit : « Oui ! »', 'Puis M. Le Gall est parti.']],
    ['¿Hay hielo? ¡Sí! En EE.UU. también.', ['¿Hay hielo?', '¡Sí!', 'En EE.UU. también.']],
  ])('splits spaced scripts: %s', (text, sentences) => {
    expect(splitSentences(text)).toEqual(sentences);
  });

  it.each<[string, string[]]>([
    [
      'the ice holds . nobody moved . is it safe ? yes .',
      ['the ice holds .', 'nobody moved .', 'is it safe ?', 'yes .'],
    ],
    ["`` it holds . '' she left .", ["`` it holds . ''", 'she left .']],
    [
      "`` it holds . '' said ada lind , who left . mr. oke stayed .",
      ["`` it holds . '' said ada lind , who left .", 'mr. oke stayed .'],
    ],
    ['Quoi ? dit le garde. Puis il partit.', ['Quoi ? dit le garde.', 'Puis il partit.']],
  ])('splits tokenized text, in lower case too: %s', (text, sentences) => {
    expect(splitSentences(text)).toEqual(sentences);
  });

  it.each<[string, string[]]>([
    ["It holds. Then she left. '", ['It holds.', "Then she left. '"]],
    ['雪停了。 ” 鸟飞走了。', ['雪停了。 ”', '鸟飞走了。']],
    ['雪停了。\n……\n鸟飞走了。', ['雪停了。', '……', '鸟飞走了。']],
  ])('attaches punctuation to the sentence before it, unless it is a line of its own: %s', (text, sentences) => {
    expect(splitSentences(text)).toEqual(sentences);
  });

  it('ends a sentence at a line break', () => {
    expect(splitSentences('one\ntwo\n\nthree')).toEqual(['one', 'two', 'three']);
  });

  it('splits long Thai at spaces between clauses, and leaves short Thai whole', () => {
    const clause = 'ทะเลสาบกลายเป็นน้ำแข็งในคืนเดียวและนกทุกตัวบินหนีไปทางใต้ของหุบเขา';
    expect(splitSentences(`${clause} ${clause}`)).toHaveLength(1);
    expect(splitSentences(`${clause} ${clause} ${clause}`)).toEqual([clause, clause, clause]);
  });

  it.each([
    [60, 110, 2],
    [59, 110, 1],
    [110, 60, 2],
    [110, 59, 1],
    [79, 80, 1],
    [80, 80, 2],
  ])('splits Thai of over 160 letters where both clauses have 60: %i and %i', (first, second, pieces) => {
    expect(splitSentences(`${'ก'.repeat(first)} ${'ข'.repeat(second)}`)).toHaveLength(pieces);
  });

  it('leaves long text whole in which few letters are Thai', () => {
    const text = `${'ก'.repeat(20)} ${'ข'.repeat(20)} ${'word '.repeat(40)}ก`;
    expect(splitSentences(text)).toEqual([text]);
  });

  it('returns nothing for white space', () => {
    expect(splitSentences(' \n\u3000 ')).toEqual([]);
  });

  it('loses no character of any text', () => {
    const marks = fc.constantFrom(
      '.',
      '。',
      '！',
      '?',
      '…',
      '"',
      '“',
      '”',
      '「',
      '」',
      '（',
      '）',
      '(',
      ')',
      ' ',
      '\n',
      'Mr.',
      'e.g.',
      '5',
      'a',
      'B',
      '中',
      'ก',
      '«',
      ' »',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(marks, fc.string({ unit: 'grapheme' }))), (parts) => {
        const text = parts.join('');
        const sentences = splitSentences(text);
        expect(bare(sentences.join(''))).toBe(bare(text));
        expect(sentences.every((sentence) => sentence !== '' && sentence === sentence.trim())).toBe(true);
      }),
    );
  });

  it.each(['“', '"a." ', '(a. ', '.', 'a. ', '。”', '……', '《'])(
    'stays linear over a long run of %j',
    (unit) => {
      const text = unit.repeat(400_000 / unit.length);
      expect(bare(splitSentences(text).join('')).length).toBe(bare(text).length);
    },
    2_000,
  );
});
