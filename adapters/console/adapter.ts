import { randomUUID } from 'node:crypto';
import { completeLine } from '../../src/arguments/suggest/complete-line.ts';
import type { CommandSpec } from '../../src/chat/platform.ts';
import type { Dispatch } from '../../src/chat/request.ts';
import { createTranslator } from '../../src/locales/translator.ts';
import { messageView } from '../../src/view/message-view.ts';
import type { AddressStyle } from '../../src/view/plain-address.ts';
import { renderPlainText } from '../../src/view/plain-text.ts';
import type { View } from '../../src/view/view.ts';
import type { Platform, PlatformContext } from '../shared/platform.ts';
import { attachFiles } from './attach-file.ts';
import { createConversation } from './conversation.ts';
import { createHistory } from './history.ts';
import { type AnswerOutput, answerLines } from './lines.ts';
import { runPrompt } from './prompt.ts';
import { readInput } from './read-input.ts';

/** The terminal of the process, or its redirected streams. */
export interface Terminal {
  input: NodeJS.ReadStream;
  output: NodeJS.WriteStream;
  /** Writes to `output` in order. */
  writer: AnswerOutput;
  colour: boolean;
  addresses: AddressStyle;
  /** The width for wrapping; undefined for no wrapping. */
  columns(): number | undefined;
}

/** The command that runs when the console opens, if it exists. */
const OPENING = 'articles';

/**
 * The console: an interactive prompt at a terminal; else one command per input line, with the answers on the output. It
 * ends at the end of the input, at `quit`, and when the output is closed.
 */
export function createConsole(terminal: Terminal, context: PlatformContext): Platform {
  const stopping = new AbortController();
  const { promise: ended, resolve, reject } = Promise.withResolvers<void>();
  return {
    platform: 'console',
    ended,
    async start(commands, dispatch) {
      run({ ...context, terminal, commands, dispatch, signal: stopping.signal }).then(resolve, reject);
    },
    async stop() {
      stopping.abort();
      await ended;
    },
  };
}

interface Running extends PlatformContext {
  terminal: Terminal;
  commands: readonly CommandSpec[];
  dispatch: Dispatch;
  signal: AbortSignal;
}

async function run({ language, states, terminal, report, commands, dispatch, signal }: Running): Promise<void> {
  const { input, output, writer, colour, addresses, columns } = terminal;
  const interactive = input.isTTY && output.isTTY;
  const t = createTranslator(language);
  const render = (view: View) => renderPlainText(view, { colour, addresses, language, width: columns() });
  // A script must not depend on an earlier session.
  const where = { platform: 'console', chat: interactive ? 'terminal' : `script:${randomUUID()}` };
  const conversation = createConversation({
    dispatch: attachFiles(dispatch, commands),
    render,
    language,
    t,
    where,
  });
  if (!interactive) return answerLines({ input, output: writer, conversation, signal });
  const opening = commands.some(({ name }) => name === OPENING) ? await conversation.answer(readInput(OPENING)) : '';
  await writer.write(`${opening}\n\n${render(messageView(t('console.hint'))).text}\n\n`);
  const completing = { commands, delivers: false, language, in: where };
  await runPrompt({
    input,
    output,
    conversation,
    complete: (line) => completeLine(line, { ...completing, numbered: conversation.numbered }),
    columns,
    history: createHistory(states('console'), report),
    colour,
    t,
    report,
    signal,
  });
}
