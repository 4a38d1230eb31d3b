/** Typed text, split like a command. */
export interface Typed {
  /** The first word, in lower case. */
  name: string;
  input: string;
  /** The bot that a command is addressed to, in lower case. */
  bot?: string;
  /** The whole text, if it has no slash. */
  words?: string;
}

const STOPS = '.,!?;:~。，、！？；：…～';
/** Extended_Pictographic does not include the joiners and modifiers of emoji. */
const EMOJI = '\\p{Extended_Pictographic}\\p{Emoji_Modifier}\\p{Regional_Indicator}\\u{fe0f}\\u{200d}\\u{20e3}';
/** Chinese punctuation always ends a name. Latin punctuation also occurs inside addresses and abbreviations. */
const NAME_END = `[\\s。，、！？；：…～${EMOJI}]|[.,!?;:~]+(?:[\\s${EMOJI}]|$)|$`;
const NAME = new RegExp(`^([\\p{L}\\p{M}\\p{N}_-]+)(?:[@＠]([\\p{L}\\p{N}_]+))?(?=${NAME_END})`, 'u');
const BEHIND_NAME = new RegExp(`^[${STOPS}${EMOJI}]+`, 'u');
const NOTHING = new RegExp(`^[\\s${STOPS}${EMOJI}]*$`, 'u');
const SLASH = /^[/／]\s*/u;
const ASKS_FOR_HELP = /^[/／?？]+$/u;

/**
 * Reads a command as people type it, in any script: `/subscribe 8:00`, `／订阅，早上8点`, `/订阅@gazette_bot`, `/帮助！`. Words without
 * a slash are read in the same way. Undefined for blank text.
 */
export function readTyped(text: string): Typed | undefined {
  const typed = text.normalize('NFC').trim();
  if (typed === '') return undefined;
  if (ASKS_FOR_HELP.test(typed)) return { name: 'help', input: '', words: typed };
  const rest = typed.replace(SLASH, '');
  const slash = rest !== typed;
  const [whole, name, bot] = NAME.exec(rest) ?? /^(\S+)/u.exec(rest) ?? ['', ''];
  // Without a slash it is an email address or a handle.
  const isAddress = bot !== undefined && !slash;
  return {
    name: toPlain(isAddress ? whole : (name ?? '')),
    input: toInput(rest.slice(whole.length)),
    ...(bot !== undefined && slash && { bot: toPlain(bot) }),
    ...(!slash && { words: typed }),
  };
}

function toPlain(name: string): string {
  return name.normalize('NFKC').toLowerCase();
}

/** Drops punctuation and emoji directly after a name, and input that has nothing else. */
function toInput(behind: string): string {
  if (NOTHING.test(behind)) return '';
  return behind.replace(BEHIND_NAME, '').trim();
}
