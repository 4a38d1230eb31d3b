import type { Translate } from '../../../src/locales/messages.ts';
import { toEvenGroups } from '../../../src/view/even-groups.ts';
import { renderPlainTable } from '../../../src/view/plain-table.ts';
import type { Block, Picture } from '../../../src/view/view.ts';
import type { Shown } from './components.ts';
import { type Paragraph, paragraph, type Run, run, small, textRuns, toRuns } from './paragraph.ts';
import { isLong, pictureRuns, toShown } from './picture.ts';

/** What stands below the other in a message. A section is a text with a picture beside it. */
export type Part =
  | { kind: 'text'; paragraph: Paragraph }
  | { kind: 'section'; paragraph: Paragraph; picture: Shown }
  | { kind: 'gallery'; pictures: readonly Shown[] }
  | { kind: 'rule' };

/** How a block is to be shown: in whose words, and how large a heading is, 1 the largest. */
export interface Setting {
  t: Translate;
  level: 2 | 3;
}

/** A wider table breaks its lines on a phone. */
const TABLE_COLUMNS = 34;
/** https://docs.discord.com/developers/components/reference#media-gallery */
const MAX_GALLERY = 10;

/** One block as parts; nothing for one without words. */
export function toParts(block: Block, { t, level }: Setting): Part[] {
  switch (block.kind) {
    case 'heading': {
      const mark = `${'#'.repeat(level)} `;
      return texts([paragraph(toRuns(block.spans), { first: mark, rest: mark })]);
    }
    case 'text':
      return textParts(block, t);
    case 'quote':
      return texts([paragraph(toRuns(block.spans), { first: '> ', rest: '> ' })]);
    case 'code':
      return texts([paragraph([run(block.text)], { code: true })]);
    case 'list':
      return texts(listParagraphs(block));
    case 'table':
      return texts(tableParagraphs(block, t));
    case 'image':
      return pictureParts([block.picture], t);
    case 'gallery':
      return galleryParts(block.pictures, t);
    case 'divider':
      return [{ kind: 'rule' }];
    default:
      return block satisfies never;
  }
}

function texts(paragraphs: readonly Paragraph[]): Part[] {
  return paragraphs.flatMap((one) => {
    const runs = trimEnds(one);
    return runs.length === 0 ? [] : [{ kind: 'text', paragraph: { ...one, runs } }];
  });
}

/** The space around a paragraph is the renderer's to set; program text keeps its indentation. */
function trimEnds({ runs, code }: Paragraph): readonly Run[] {
  const from = runs.findIndex(({ text }) => text.trim() !== '');
  const to = runs.findLastIndex(({ text }) => text.trim() !== '');
  const kept = from < 0 ? [] : runs.slice(from, to + 1);
  return kept.map((one, at) => {
    const start = at === 0 && !code ? one.text.trimStart() : one.text;
    return { ...one, text: at === kept.length - 1 ? start.trimEnd() : start };
  });
}

function textParts({ spans, subtle, thumbnail }: Extract<Block, { kind: 'text' }>, t: Translate): Part[] {
  const words = texts([subtle ? small(toRuns(spans)) : paragraph(toRuns(spans))]);
  if (thumbnail === undefined) return words;
  const said = wordsOf(thumbnail, t);
  const picture = toShown(thumbnail, said);
  const [first] = words;
  if (picture === undefined || first?.kind !== 'text') return [...words, ...pictureParts([thumbnail], t)];
  const more = isLong(said) ? texts([small(textRuns(said), { tight: true })]) : [];
  return [{ kind: 'section', paragraph: first.paragraph, picture }, ...more];
}

/** All that is said of a picture, in one line. */
function wordsOf({ caption, alt, credit }: Picture, t: Translate): string {
  const said = [caption, alt].flatMap((words) => (words === null || words.trim() === '' ? [] : [words.trim()]));
  return [...new Set(said)].join(' · ') + creditOf(credit, t);
}

function creditOf(credit: string | null, t: Translate): string {
  return credit === null || credit.trim() === '' ? '' : t('picture.credit', { credit });
}

function listParagraphs({ ordered, start = 1, items }: Extract<Block, { kind: 'list' }>): Paragraph[] {
  return items.flatMap((spans, at) => {
    const mark = ordered ? `${start + at}. ` : '- ';
    const runs = toRuns(spans);
    return runs.length === 0 ? [] : [paragraph(runs, { first: mark, rest: ' '.repeat(mark.length), tight: at > 0 })];
  });
}

/** A narrow table without links stands in columns, any other row by row. */
function tableParagraphs({ rows }: Extract<Block, { kind: 'table' }>, t: Translate): Paragraph[] {
  const linked = rows.flat(2).some((span) => span.kind === 'link');
  const lines = linked ? [] : renderPlainTable(rows, { colour: false, t });
  if (lines.length > 0 && lines.every((line) => line.length <= TABLE_COLUMNS)) {
    return [paragraph([run(lines.join('\n'))], { code: true })];
  }
  return rows.map((cells, at) => {
    const runs = cells.flatMap((spans, column) => [...(column === 0 ? [] : [run(' | ')]), ...toRuns(spans)]);
    return paragraph(runs, { tight: at > 0 });
  });
}

function galleryParts(pictures: readonly Picture[], t: Translate): Part[] {
  const groups = toEvenGroups(pictures, MAX_GALLERY);
  const size = groups[0]?.length ?? 0;
  return groups.flatMap((some, at) => pictureParts(some, t, pictures.length > 1 ? at * size + 1 : undefined));
}

/** Pictures together, and below them in small print what is said of each; by number where they are several. */
function pictureParts(pictures: readonly Picture[], t: Translate, first?: number): Part[] {
  const shown = pictures.map((picture) => toShown(picture, picture.alt.trim() || (picture.caption ?? '')));
  const kept = shown.filter((one) => one !== undefined);
  const lines = pictures.map((picture, at) => {
    const number = first === undefined ? [] : [run(`${first + at}. `)];
    const runs = shown[at] === undefined ? linkedRuns(picture, t) : captionRuns(picture, t);
    return small(runs.length === 0 ? [] : [...number, ...runs], { tight: true });
  });
  return [...(kept.length === 0 ? [] : [{ kind: 'gallery', pictures: kept } as const]), ...texts(lines)];
}

function captionRuns({ alt, caption, credit }: Picture, t: Translate): Run[] {
  const said = [caption ?? '', ...(isLong(alt) ? [alt] : [])].filter((words) => words.trim() !== '').join(' · ');
  return textRuns(said === '' ? (credit ?? '').trim() : said + creditOf(credit, t));
}

function linkedRuns(picture: Picture, t: Translate): Run[] {
  return pictureRuns(wordsOf(picture, t).trim() || t('picture.untitled'), picture.url);
}
