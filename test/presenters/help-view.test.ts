import { describe, expect, it } from 'vitest';
import { createAudience } from '../../src/locales/audience.ts';
import { languages } from '../../src/locales/languages.ts';
import { localName } from '../../src/locales/local-name.ts';
import { commandLabel } from '../../src/presenters/command-label.ts';
import { helpView, topicView } from '../../src/presenters/help-view.ts';
import { createTalk } from '../fixtures/converse.ts';
import { buttonsOf, textsOf } from '../fixtures/view-contents.ts';

const { commands } = createTalk();

describe.each(languages)('the help in %s', (language) => {
  const audience = createAudience(language, 'UTC');

  it('has a line for each command', () => {
    const text = textsOf(helpView(commands, audience)).join('');
    for (const { name, summary } of commands) expect(text).toContain(`/${name} — ${audience.t(summary)}`);
  });

  it('names each command in its language', () => {
    const text = textsOf(helpView(commands, audience)).join('');
    for (const { name } of commands) expect(text).toContain(commandLabel(name, language));
  });

  it.each(commands.map((command) => [command.name, command] as const))('shows the usage of %s', (name, command) => {
    const view = topicView(command, audience);
    const text = textsOf(view).join('\n');
    expect(text).toContain(audience.t(command.summary));
    for (const [arg, { summary, named = false, hidden = false }] of Object.entries(command.args)) {
      const called = localName('arg', arg, language) ?? arg;
      expect(text.includes(`${called}\n — ${audience.t(summary)}`)).toBe(!named && !hidden);
    }
    expect(text).toContain(`/${name}`);
    expect(buttonsOf(view)).toEqual([[audience.t('button.help'), '/help']]);
  });

  it('gives examples of the command itself', () => {
    for (const { name, examples } of commands) {
      for (const example of audience.t(examples).split('\n'))
        expect(`${example} `.startsWith(`${commandLabel(name, language)} `)).toBe(true);
    }
  });
});

describe('the help of a command', () => {
  const topic = {
    name: 'try',
    summary: 'command.search',
    examples: 'examples.help',
    args: {
      one: { summary: 'arg.words' },
      two: { summary: 'arg.style', optional: true, choices: ['brief', 'full'] },
    },
  } as const;

  it('shows optional arguments and choices, with the punctuation of the language', () => {
    expect(textsOf(topicView(topic, createAudience('en', 'UTC')))).toEqual([
      '/try',
      ' — Search the articles',
      'How to write it',
      'one',
      ' — Words to search for',
      'two',
      ' — How much of each article to show; brief | full; optional',
      'Examples',
      '/help digest',
    ]);
    const chinese = textsOf(topicView(topic, createAudience('zh-CN', 'UTC')));
    expect(chinese).toContain(' — 每篇的详略；简要 | 完整；可省略');
  });

  it('lists no arguments if there are none', () => {
    expect(textsOf(topicView({ ...topic, args: {} }, createAudience('en', 'UTC')))[2]).toBe('Examples');
  });
});
