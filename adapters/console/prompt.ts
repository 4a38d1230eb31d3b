import { createInterface, type Interface } from 'node:readline';
import type { Completion } from '../../src/arguments/suggest/complete-line.ts';
import type { Translate } from '../../src/locales/messages.ts';
import type { Conversation } from './conversation.ts';
import type { History } from './history.ts';
import { readInput } from './read-input.ts';
import { toInsertion } from './to-insertion.ts';

export interface PromptOptions {
  input: NodeJS.ReadableStream;
  output: NodeJS.WritableStream;
  conversation: Pick<Conversation, 'answer'>;
  complete(line: string): Promise<Completion>;
  /** The width of the terminal, if known. */
  columns(): number | undefined;
  history: History;
  colour: boolean;
  t: Translate;
  report(error: unknown): void;
  signal: AbortSignal;
}

const MAX_HISTORY = 500;

/**
 * Runs an interactive prompt: Tab completes, the arrow keys browse the history, Ctrl-C clears the line and, pressed
 * twice, quits. Resolves after the current answer at `quit`, at Ctrl-D, or when the signal aborts.
 */
export async function runPrompt(options: PromptOptions): Promise<void> {
  const { input, output, history, colour, signal } = options;
  const lines: Interface = createInterface({
    input,
    output,
    terminal: true,
    prompt: colour ? '\u001b[1m›\u001b[22m ' : '› ',
    history: [...(await history.load())],
    historySize: MAX_HISTORY,
    removeHistoryDuplicates: true,
    completer: (line: string, done: (error: null, result: [string[], string]) => void) => {
      void offer(line, lines, options).then((result) => done(null, result));
    },
    signal,
  });
  lines.on('history', (typed: string[]) => history.save(typed));
  listenForInterrupts(lines, options);
  await answerEach(lines, options);
  await history.saved();
}

/** Answers lines in order, including pasted ones, until the prompt closes. */
async function answerEach(lines: Interface, { output, conversation }: PromptOptions): Promise<void> {
  const closed = Promise.withResolvers<void>();
  let answered = Promise.resolve();
  let waiting = 0;
  let open = true;
  lines.once('close', () => {
    if (open) output.write('\n');
    open = false;
    closed.resolve();
  });
  lines.on('line', (line) => {
    const typed = readInput(line);
    if (!open) return;
    if (typed.kind === 'quit') open = false;
    if (typed.kind === 'quit') return lines.close();
    waiting += 1;
    answered = answered.then(async () => {
      const answer = await conversation.answer(typed);
      waiting -= 1;
      output.write(answer === '' ? '' : `\n${answer}\n\n`);
      if (open && waiting === 0) lines.prompt();
    });
    answered.catch(closed.reject);
  });
  lines.prompt();
  await closed.promise;
  await answered;
}

function listenForInterrupts(lines: Interface, { output, t }: PromptOptions): void {
  let again = false;
  lines.on('line', () => {
    again = false;
  });
  lines.on('SIGINT', () => {
    const { line } = lines;
    if (again && line === '') return lines.close();
    again = line === '';
    // Redraws the line before clearing it, so that it stays visible.
    lines.write(null, { ctrl: true, name: 'e' });
    lines.write(null, { ctrl: true, name: 'u' });
    output.write(again ? `\n${t('console.again')}\n` : `${line}^C\n`);
    lines.prompt();
  });
}

/** Inserts a completion, or shows several above the line. */
async function offer(line: string, lines: Interface, options: PromptOptions): Promise<[string[], string]> {
  const { complete, columns, output, report } = options;
  const insertion = toInsertion(
    await complete(line).catch((error: unknown) => {
      report(error);
      return { typed: '', choices: [] };
    }),
    columns(),
  );
  if (insertion.shown.length > 0) {
    output.write(`\n${insertion.shown.join('\n')}\n`);
    lines.prompt(true);
  }
  return [insertion.insert === undefined ? [] : [insertion.insert], insertion.typed];
}
