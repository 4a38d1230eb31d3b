const JOINS = new Set(['和', '与', '與', '及', '跟', '或', '或者', '以及', '还有', '還有']);
const HAN = /\p{Script=Han}/u;
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** What is joined in Chinese by a word for `and` or `or`: `台湾和香港`; that word is none in `和平` or `共和国`. */
export function splitJoined(word: string): string[] {
  if (!HAN.test(word)) return [word];
  const parts = [''];
  for (const { segment } of segmenter.segment(word)) {
    if (JOINS.has(segment) && parts.at(-1) !== '') parts.push('');
    else parts.push(`${parts.pop() ?? ''}${segment}`);
  }
  return parts.includes('') ? [word] : parts;
}
