import type { Translate } from '../../src/locales/words.ts';
import type { Dispatch, Language } from '../../src/ports.ts';
import type { Action, View } from '../../src/view/view.ts';
import { type Input, readInput } from './read-input.ts';

export interface ConversationOptions {
  dispatch: Dispatch;
  render(view: View): { text: string; buttons: readonly Action[] };
  language: Language;
  t: Translate;
  /** Conversations of one name go on where the one before ended. */
  chat: string;
}

/** What was said last counts: a number presses a button of the last answer. */
export interface Conversation {
  /** The answer to a typed line, without the end of its last line; empty where there is nothing to answer. */
  answer(input: Input): Promise<string>;
}

/** A conversation at one terminal. */
export function createConversation({ dispatch, render, language, t, chat }: ConversationOptions): Conversation {
  let buttons: readonly Action[] = [];

  async function ask(name: string, input: string): Promise<string> {
    const view = await dispatch({
      name,
      input,
      language,
      in: { platform: 'console', chat },
      by: chat,
    });
    const shown = render(view);
    buttons = shown.buttons;
    return shown.text.trimEnd();
  }

  async function press(number: number): Promise<string> {
    const button = buttons[number - 1];
    if (button === undefined) {
      return buttons.length === 0 ? t('console.noButtons') : t('console.noButton', { number, last: buttons.length });
    }
    if ('url' in button) return button.url;
    const typed = readInput(button.command);
    return typed.kind === 'command' ? ask(typed.name, typed.input) : '';
  }

  return {
    async answer(input) {
      if (input.kind === 'press') return press(input.button);
      return input.kind === 'command' ? ask(input.name, input.input) : '';
    },
  };
}
