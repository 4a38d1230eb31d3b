import type { Audience } from '../locales/audience.ts';
import { localName } from '../locales/local-name.ts';
import type { ExamplesKey, SummaryKey } from '../locales/messages.ts';
import { hint, openAction, plain, subline, text } from '../view/spans.ts';
import type { Block, Span, View } from '../view/view.ts';
import { commandLabel } from './command-label.ts';

/** A command as the help shows it. */
export interface HelpTopic {
  name: string;
  summary: SummaryKey;
  examples: ExamplesKey;
  args: Readonly<Record<string, HelpArg>>;
}

interface HelpArg {
  summary: SummaryKey;
  optional?: true;
  named?: true;
  hidden?: true;
  choices?: readonly string[];
}

/** All commands, one line each, with an introduction. */
export function helpView(topics: readonly HelpTopic[], audience: Audience): View {
  const { t } = audience;
  return {
    blocks: [
      text(t('help.welcome')),
      {
        kind: 'list',
        ordered: false,
        items: topics.map((topic) => titleSpans(topic, audience)),
      },
      hint(t('help.hint')),
    ],
    actions: [openAction(t('button.newest'), '/articles'), openAction(t('button.digest'), '/digest')],
  };
}

/** One command: its summary, arguments and examples. */
export function topicView(topic: HelpTopic, audience: Audience): View {
  const { t } = audience;
  const args = Object.entries(topic.args)
    .filter(([, { named, hidden }]) => named !== true && hidden !== true)
    .map(([arg, spec]) => argSpans(arg, spec, audience));
  return {
    blocks: [
      { kind: 'text', spans: titleSpans(topic, audience) },
      ...listUnder(t('help.usage'), args),
      ...listUnder(
        t('help.example'),
        t(topic.examples)
          .split('\n')
          .map((line) => [{ kind: 'code', text: line }]),
      ),
    ],
    actions: [openAction(t('button.help'), '/help')],
  };
}

/** The localized name, then the Latin one, which some platforms show in menus and make tappable. */
function titleSpans({ name, summary }: HelpTopic, { t, language }: Audience): Span[] {
  const label = commandLabel(name, language);
  const other = label === `/${name}` ? '' : ` · /${name}`;
  return [{ kind: 'command', text: label, name, strong: true }, plain(`${other} — ${t(summary)}`)];
}

function argSpans(name: string, { summary, optional, choices }: HelpArg, { t, language }: Audience): Span[] {
  const choose = choices?.map((choice) => localName('choice', choice, language) ?? choice).join(' | ');
  const notes = [choose, optional && t('help.optional')].filter((note) => note !== undefined);
  return [
    strong(localName('arg', name, language) ?? name),
    plain(` — ${[t(summary), ...notes].join(t('join.notes'))}`),
  ];
}

function listUnder(title: string, items: readonly (readonly Span[])[]): Block[] {
  return items.length === 0 ? [] : [...subline([title]), { kind: 'list', ordered: false, items }];
}

function strong(words: string): Span {
  return { kind: 'strong', text: words };
}
