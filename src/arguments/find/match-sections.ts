import type { Article, Section } from '../../article/article.ts';
import type { Lookup } from '../../chat/lookup.ts';
import { sectionLabel } from '../../view/label.ts';

/** What people call the text before the first heading. */
const LEAD =
  /^(?:the )?(?:introduction|intro|beginning|start|opening|lead|lede)$|^(?:开头|開頭|引言|导语|導語|前言|导言|導言)$/iu;

/**
 * Finds sections by words of their heading: an equal heading first, else headings that start with the words, else that contain
 * them, else what stands before the headings if the words mean that.
 */
export function matchSections(
  article: Article,
  words: string,
  { audience, fold }: Pick<Lookup, 'audience' | 'fold'>,
): Section[] {
  const key = (text: string) => fold(text).replace(/[\p{P}\p{S}\s]+/gu, '');
  const wanted = key(words);
  if (wanted === '') return [];
  const labels = article.sections.map((section) => ({ section, label: key(sectionLabel(section, audience)) }));
  const tests = [
    (label: string) => label === wanted,
    (label: string) => label.startsWith(wanted),
    (label: string) => label.includes(wanted),
  ];
  const found = tests.map((test) => labels.filter(({ label }) => test(label))).find((matches) => matches.length > 0);
  if (found !== undefined) return found.map(({ section }) => section);
  return LEAD.test(words.trim()) ? article.sections.filter(({ from }) => from === 'lead') : [];
}
