import type { Pattern } from './scan-pattern.ts';

const SUBJECT =
  'it|its|they|there|theres|theyre|something|anything|articles?|stories|story|news|posts?|updates?|an?|any|the|new|is|are|it’s|they’re|there’s|has|have|been|gets?';
const EVENT =
  'comes?|arrives?|happens?|appears?|published|posted|available|out|possible|news|(?:something|anything) new|new (?:articles?|ones?|stories|posts?|updates?)';
const ENGLISH = `(?:as soon as|whenever|when|every time|each time|as)(?: (?:${SUBJECT}))*? (?:${EVENT})(?: in| out| up)?(?![\\p{L}\\d])`;
const CHINESE =
  '一?有[了新的]*(?:新[闻聞]|文章|消息|更新|内容|內容|嘢)?[了时時]?(?:的话|的話)?(?:就|便|马上|馬上|立刻|立即)?(?:发送|發送|[发發]|推送?|通知|告[诉訴]|[给給俾]我[发發推])(?:[给給俾]?我)?|一?有[了新的]*(?:新[闻聞]|文章|更新)[时時]';
/** `才通知我` behind a topic, with what leads to it: `颱風天才通知`, `台风的时候才发`. */
const ONLY_THEN =
  '天?(?:的?[时時]候?|的话|的話)?才(?:[会會再])?(?:通知|提醒|推送|告[诉訴]|发送|發送|(?:[发發推]|send)(?=$|[^\\p{L}]|[给給俾我]))(?:[给給俾]?我)?';
const JAPANESE = '新(?:しい|着)(?:記事|ニュース)が?(?:出たら|来たら|あれば|あったら|届いたら)';
const KOREAN = '새(?:로운)? ?(?:글|기사|뉴스|소식)(?:가|이)? ?(?:나오면|올라오면|있으면|오면)';
const PHRASES = [ENGLISH, CHINESE, JAPANESE, KOREAN].join('|');

/** A phrase for “as articles arrive”, and the verb before a topic in `有台风的消息`. */
export const INSTANT: readonly Pattern[] = [
  [new RegExp(`(?<![\\p{L}\\p{N}])(?:${PHRASES})`, 'uy'), () => ({ kind: 'instant' })],
  [new RegExp(ONLY_THEN, 'uy'), () => ({ kind: 'instant' })],
  [
    /一?有(?![声聲机機轨軌色限氧线線])(?=[^\s，,、。]{1,12}(?:[新]?[闻聞]|消息|文章|报道|報[導道]|动态|動態|[就才][发發推通告提]))/uy,
    ({ 0: { length }, index }, { borders }) => (borders.has(index + length) ? { kind: 'filler' } : undefined),
  ],
];

/** Where the words around a topic end that a dictionary of Chinese does not divide: `有|台湾|才通知`. */
export function bordersOfInstant(typed: string): readonly number[] {
  const divided = [...typed.matchAll(new RegExp(`(^|[\\s，,、]|一?有)([^\\s，,、。]{1,12}?)${ONLY_THEN}`, 'gu'))];
  return divided.flatMap(({ index, 1: lead = '', 2: topic = '' }) => [
    index + lead.length,
    index + lead.length + topic.length,
  ]);
}
