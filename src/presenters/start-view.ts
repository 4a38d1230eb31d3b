import type { Audience } from '../locales/audience.ts';
import { formatTimes } from '../locales/format-slot.ts';
import { openAction, sentence, text } from '../view/spans.ts';
import type { Action, View } from '../view/view.ts';

export interface FirstContact {
  /** When a daily digest comes unless somebody says otherwise, such as `08:00`. */
  time: string;
  /** Whether digests can be subscribed here, and the reader may do it. */
  maySubscribe: boolean;
  /** Whether the reader may follow sites. */
  mayFollow: boolean;
}

/** When a digest in the evening comes. */
const EVENING = '20:00';

/** What the bot does, and the first things that somebody who meets it can do. */
export function startView({ time, maySubscribe, mayFollow }: FirstContact, audience: Audience): View {
  const { t } = audience;
  return {
    blocks: [
      text(t('help.welcome')),
      ...(mayFollow ? [sentence(t('start.follow'))] : []),
      sentence(t(maySubscribe ? 'start.subscribe' : 'start.read')),
    ],
    actions: [
      ...(maySubscribe ? schedules(time, audience) : readings(audience)),
      openAction(t('button.allCommands'), '/help'),
    ],
  };
}

function schedules(time: string, audience: Audience): Action[] {
  const { t } = audience;
  const twice = [...new Set([time, EVENING])].toSorted((one, other) => (one < other ? -1 : 1));
  return [
    openAction(t('button.daily', { time: formatTimes([time], audience) }), `/subscribe ${time}`),
    openAction(t('button.twice'), `/subscribe ${twice.join(' ')}`),
    openAction(t('button.instant'), '/subscribe instant'),
  ];
}

function readings({ t }: Audience): Action[] {
  return [openAction(t('button.newest'), '/articles'), openAction(t('button.digest'), '/digest')];
}
