import { pointsBackInChinese } from './points-back-chinese.ts';

const OPENERS = '^["“「『«„(（]?';
const WORDS =
  'However|But|And|So|Or|Nor|He|She|They|It|This|That|These|Those|His|Her|Their|Its|Such|Also|Then|Meanwhile|Therefore|Instead|' +
  'Later|Yet|Still|Afterwards|Thus|Hence|Moreover|Furthermore|Additionally|Besides|Nevertheless|Nonetheless|Otherwise|Similarly|' +
  'Likewise|Consequently|Whereby|Which|Pero|Mais|Aber|Но';
const PHRASES =
  'For (?:example|instance)|In (?:addition|contrast|turn|response|return)|As a result|After (?:that|this)|By contrast|' +
  'On the other hand|At the same time|The (?:latter|former|two|three|pair|trio)';
const WHEN_SPACED =
  '(?:(?:On|In|Since|Until|By|Last|This|Next|Earlier|Now|Today|Yesterday|Tonight)(?: [\\p{L}\\p{N}]+){0,3},? (?:he|she|they))';
const SPACED = new RegExp(`${OPENERS}(?:${WORDS}|${PHRASES}|${WHEN_SPACED})\\b`, 'u');

/** Whether a text begins with a word that points back ("However", "他"), so that it reads ill without what is before it. */
export function pointsBack(text: string): boolean {
  return pointsBackInChinese(text) || SPACED.test(text);
}
