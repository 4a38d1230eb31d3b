import { createInterface } from 'node:readline';
import type { Conversation } from './conversation.ts';
import { readInput } from './read-input.ts';

/** The output for answers. */
export interface AnswerOutput {
  /** False once the reader has closed it. */
  readonly open: boolean;
  write(text: string): Promise<void>;
}

export interface LinesOptions {
  input: NodeJS.ReadableStream;
  output: AnswerOutput;
  conversation: Pick<Conversation, 'answer'>;
  signal: AbortSignal;
}

/**
 * Answers the commands of a stream in order, one per line, with a blank line between answers. Resolves at the end of
 * the input, at `quit`, when the output is closed, or when the signal aborts.
 */
export async function answerLines({ input, output, conversation, signal }: LinesOptions): Promise<void> {
  const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY, signal });
  let separator = '';
  try {
    for await (const line of lines) {
      const typed = readInput(line);
      if (typed.kind === 'quit' || signal.aborted || !output.open) break;
      const answer = await conversation.answer(typed);
      if (answer === '') continue;
      await output.write(`${separator}${answer}\n`);
      separator = '\n';
    }
  } finally {
    lines.close();
  }
}
