/** What a line typed at the console asks for. */
export type Input =
  | { kind: 'nothing' }
  | { kind: 'quit' }
  | { kind: 'press'; button: number }
  /** `words` is all of it where it has no slash. */
  | { kind: 'command'; name: string; input: string; words?: string };

/** Reads a typed line: a command with or without its slash, the number of a button, `quit`. Never throws. */
export function readInput(line: string): Input {
  const typed = line.normalize('NFC').trim();
  if (typed === '') return { kind: 'nothing' };
  if (/^[/／]?(?:quit|exit|退出|离开|離開)$/iu.test(typed)) return { kind: 'quit' };
  // Chinese input methods type wide digits, brackets and slashes.
  const button = /^\[?(\d+)[\].]?$/u.exec(typed.normalize('NFKC'))?.[1];
  if (button !== undefined) return { kind: 'press', button: Number(button) };
  if (/^[/／?？]+$/u.test(typed)) return { kind: 'command', name: 'help', input: '' };
  const [, slash, name = typed, input = ''] = /^([/／]?)\s*(\S+)\s*(.*)$/su.exec(typed) ?? [];
  return { kind: 'command', name: name.toLowerCase(), input, ...(slash === '' && { words: typed }) };
}
