import { readTyped, type Typed } from '../../src/arguments/read-typed.ts';

/** A parsed console line. */
export type Input =
  | { kind: 'nothing' }
  | { kind: 'quit' }
  | { kind: 'press'; button: number }
  | ({ kind: 'command' } & Typed);

/** Reads a typed line: a command with or without its slash, the number of a button, `quit`. Never throws. */
export function readInput(line: string): Input {
  const typed = readTyped(line);
  if (typed === undefined) return { kind: 'nothing' };
  const plain = line.normalize('NFKC').trim();
  if (/^\/?(?:quit|exit|退出|离开|離開)$/iu.test(plain)) return { kind: 'quit' };
  // Chinese input methods type wide digits and brackets.
  const button = /^\[?(\d+)[\].]?$/u.exec(plain)?.[1];
  return button === undefined ? { kind: 'command', ...typed } : { kind: 'press', button: Number(button) };
}
