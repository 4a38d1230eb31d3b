/** A pictograph, flag or keycap with its modifiers; © ® ™ only in their emoji presentation. */
const EMOJI =
  /(?:(?![©®™])[\p{Extended_Pictographic}\p{Regional_Indicator}]|[©®™]\uFE0F|[0-9#*]\uFE0F?\u20E3)(?:\u200D|\uFE0F|\u20E3|\p{Emoji_Modifier}|[\u{E0020}-\u{E007F}])*/gu;

/** Separates the emoji at the ends of a text, with the space beside them; undefined for emoji inside of it, or emoji only. */
export function splitEmoji(text: string): { before: string; words: string; after: string } | undefined {
  const found = [...text.matchAll(EMOJI)];
  const isBlank = (from: number, to: number): boolean => text.slice(from, to).trim() === '';
  let start = 0;
  let end = text.length;
  for (const { 0: emoji, index } of found) if (isBlank(start, index)) start = index + emoji.length;
  for (const { 0: emoji, index } of found.toReversed())
    if (index >= start && isBlank(index + emoji.length, end)) end = index;
  const words = text.slice(start, end).trim();
  if (words === '' || found.some(({ index }) => index >= start && index < end)) return undefined;
  const from = text.indexOf(words, start);
  return { before: text.slice(0, from), words, after: text.slice(from + words.length) };
}
