/** Prepositions, conjunctions and particles of simplified Chinese. */
const FUNCTION_CHARACTERS = '的了在是和与及或之也就都而被把对从到于为上下中';

/** Single characters that a search ignores; they are folded, so simplified. */
export const PARTICLES: ReadonlySet<string> = new Set(`${FUNCTION_CHARACTERS}里吗呢吧`);

/** UTF-16 codes of Chinese and Japanese characters that carry no content by themselves, also pronouns and traditional forms. */
export const STOP_CHARACTER_CODES: ReadonlySet<number> = new Set(
  Array.from(
    `${FUNCTION_CHARACTERS}與一个個这這那有不我他她它们們你為以於對说說從其所但并並のにはをがとでもたしてるいなれさ`,
    (character) => character.charCodeAt(0),
  ),
);
