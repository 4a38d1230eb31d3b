/** What was typed, as a command would be. */
export interface Typed {
  /** In lower case; of words without a slash the first one. */
  name: string;
  input: string;
  /** The bot that a command is addressed to, in lower case. */
  bot?: string;
  /** All of it, where it has no slash. */
  words?: string;
}

const STOPS = '.,!?;:~。，、！？；：…～';
/** Extended_Pictographic leaves out what emoji are joined and coloured with. */
const EMOJI = '\\p{Extended_Pictographic}\\p{Emoji_Modifier}\\p{Regional_Indicator}\\u{fe0f}\\u{200d}\\u{20e3}';
/** Chinese stops end a name wherever they stand; Latin ones occur in addresses and abbreviations too. */
const NAME_END = `[\\s。，、！？；：…～${EMOJI}]|[.,!?;:~]+(?:[\\s${EMOJI}]|$)|$`;
const NAME = new RegExp(`^([\\p{L}\\p{M}\\p{N}_-]+)(?:[@＠]([\\p{L}\\p{N}_]+))?(?=${NAME_END})`, 'u');
const BEHIND_NAME = new RegExp(`^[${STOPS}${EMOJI}]+`, 'u');
const NOTHING = new RegExp(`^[\\s${STOPS}${EMOJI}]*$`, 'u');
const SLASH = /^[/／]\s*/u;
const ASKS_FOR_HELP = /^[/／?？]+$/u;

/**
 * Reads a command as people type it, in any script: `/subscribe 8:00`, `／订阅，早上8点`, `/订阅@gazette_bot`, `/帮助！`; without a
 * slash likewise, where the words may mean something else. Undefined where nothing was typed.
 */
export function readTyped(text: string): Typed | undefined {
  const typed = text.normalize('NFC').trim();
  if (typed === '') return undefined;
  if (ASKS_FOR_HELP.test(typed)) return { name: 'help', input: '', words: typed };
  const rest = typed.replace(SLASH, '');
  const slash = rest !== typed;
  const [whole, name, bot] = NAME.exec(rest) ?? /^(\S+)/u.exec(rest) ?? ['', ''];
  // Without a slash it is somebody's address.
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

/** Stops and emoji right behind a name belong to no argument, nor do they anywhere where they are all there is. */
function toInput(behind: string): string {
  if (NOTHING.test(behind)) return '';
  return behind.replace(BEHIND_NAME, '').trim();
}
