import { randomUUID } from 'node:crypto';
import type { CommandSpec } from '../../src/chat/platform.ts';
import type { Dispatch } from '../../src/chat/request.ts';
import { createTranslator } from '../../src/locales/translator.ts';
import { messageView } from '../../src/view/message-view.ts';
import { renderPlainText } from '../../src/view/plain-text.ts';
import type { View } from '../../src/view/view.ts';
import type { Platform, PlatformContext } from '../platform.ts';
import { wantsColour } from '../process/colour.ts';
import { columnsOf } from '../process/columns.ts';
import { createWriter } from '../process/writer.ts';
import { complete } from './complete.ts';
import { createConversation } from './conversation.ts';
import { createHistory } from './history.ts';
import { answerLines } from './lines.ts';
import { runPrompt } from './prompt.ts';
import { readInput } from './read-input.ts';

/** What the console asks by itself when it opens, where there is such a command. */
const OPENING = 'articles';

/**
 * The console: a prompt for a person at a terminal, otherwise a line of input for a command and its answer on the output.
 * It ends with its input, at `quit`, and once nobody reads its output any more.
 */
export function createConsole(context: PlatformContext): Platform {
  const stopping = new AbortController();
  const { promise: ended, resolve, reject } = Promise.withResolvers<void>();
  return {
    platform: 'console',
    ended,
    async start(commands, dispatch) {
      run({ ...context, commands, dispatch, signal: stopping.signal }).then(resolve, reject);
    },
    async stop() {
      stopping.abort();
      await ended;
    },
  };
}

interface Running extends PlatformContext {
  commands: readonly CommandSpec[];
  dispatch: Dispatch;
  signal: AbortSignal;
}

async function run({ env, language, states, terminal, report, commands, dispatch, signal }: Running): Promise<void> {
  const { input, output } = terminal;
  const interactive = input.isTTY && output.isTTY;
  const t = createTranslator(language);
  const colour = wantsColour(env, output.isTTY);
  const width = () => (output.isTTY ? columnsOf(output) : undefined);
  const render = (view: View) => renderPlainText(view, { colour, language, width: width() });
  // What a script says never depends on what was said before it.
  const where = { platform: 'console', chat: interactive ? 'terminal' : `script:${randomUUID()}` };
  const conversation = createConversation({
    dispatch,
    render,
    language,
    t,
    where,
  });
  const writer = createWriter(output);
  if (!interactive) return answerLines({ input, output: writer, conversation, signal });
  const opening = commands.some(({ name }) => name === OPENING) ? await conversation.answer(readInput(OPENING)) : '';
  await writer.write(`${opening}\n\n${render(messageView(t('console.hint'))).text}\n\n`);
  await runPrompt({
    input,
    output,
    conversation,
    complete: (line) => complete(line, { commands, language, in: where, numbered: conversation.numbered }),
    columns: width,
    history: createHistory(states('console'), report),
    colour,
    t,
    report,
    signal,
  });
}
