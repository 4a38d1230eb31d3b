import type { Dispatch } from '../../src/chat/request.ts';
import type { Language } from '../../src/locales/languages.ts';
import type { Translate } from '../../src/locales/messages.ts';
import type { Address } from '../../src/subscription/address.ts';
import { toTerminalText } from '../../src/text/terminal-text.ts';
import type { PlainText } from '../../src/view/plain-text.ts';
import type { View } from '../../src/view/view.ts';
import { type Input, readInput } from './read-input.ts';

export interface ConversationOptions {
  dispatch: Dispatch;
  render(view: View): PlainText;
  language: Language;
  t: Translate;
  /** Its address; a conversation with the same address continues the previous one. */
  where: Address;
}

/** A conversation. A number presses a button of the last answer that has buttons. */
export interface Conversation {
  /** The answer to a typed line, without a final line break; empty if there is none. */
  answer(input: Input): Promise<string>;
  /** The article with this number in the last list. */
  numbered(number: number): string | undefined;
}

type Asked = Extract<Input, { kind: 'command' }>;

/** Creates a conversation for one terminal. */
export function createConversation({ dispatch, render, language, t, where }: ConversationOptions): Conversation {
  let last: Pick<PlainText, 'buttons' | 'firstButton'> = { buttons: [], firstButton: 1 };
  let list: View['list'];

  async function ask({ name, input, words }: Asked): Promise<string> {
    const typed = { name, input, ...(words !== undefined && { words }) };
    const view = await dispatch({ ...typed, language, in: where, by: where.chat });
    const shown = render(view);
    if (shown.buttons.length > 0) last = shown;
    list = view.list ?? list;
    return shown.text.trimEnd();
  }

  async function press(number: number): Promise<string> {
    const button = last.buttons[number - last.firstButton];
    if (button === undefined) return noButton(number);
    if ('url' in button) return toTerminalText(button.url);
    const typed = readInput(button.command);
    return typed.kind === 'command' ? ask(typed) : '';
  }

  function noButton(number: number): string {
    const { buttons, firstButton: first } = last;
    if (buttons.length === 0) return t('console.noButtons');
    if (buttons.length === 1) return t('console.onlyButton', { number, first });
    return t('console.noButton', { number, first, last: first + buttons.length - 1 });
  }

  return {
    async answer(input) {
      if (input.kind === 'press') return press(input.button);
      return input.kind === 'command' ? ask(input) : '';
    },
    numbered: (number) => list?.articles[number - list.first],
  };
}
