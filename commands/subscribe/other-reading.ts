import { fitButtonCommand } from '../../src/chat/button-command.ts';
import type { Audience } from '../../src/locales/audience.ts';
import { zoneName } from '../../src/locales/zone-name.ts';
import { formatRequest } from '../../src/phrase/format-request.ts';
import type { PlaceReading, RequestReading } from '../../src/phrase/parse-request.ts';
import type { Subscription } from '../../src/subscription/subscription.ts';
import type { Action } from '../../src/view/view.ts';

interface OtherContext {
  /** The zone if none is named. */
  zone: string;
  maxButtonBytes: number;
  audience: Audience;
}

/** Buttons for what a request may mean otherwise: a city as a topic or a zone, words beside each other as one topic. */
export function otherReadings(
  { place, together }: Pick<RequestReading, 'place' | 'together'>,
  subscription: Pick<Subscription, 'id' | 'selection'>,
  context: OtherContext,
): readonly Action[] {
  return [...asOneTopic(together, subscription, context), ...otherPlace(place, subscription, context)];
}

function asOneTopic(
  topics: readonly string[],
  { id, selection: { without } }: Pick<Subscription, 'id' | 'selection'>,
  { maxButtonBytes, audience: { t } }: OtherContext,
): readonly Action[] {
  const words = topics.filter((topic) => topic.includes(' ')).join(t('join.names'));
  const command = fitButtonCommand(`/subscribe #${id} ${formatRequest({ topics, without })}`, maxButtonBytes);
  if (words === '' || command === undefined) return [];
  return [{ label: t('button.asTopic', { words }), role: 'contents', command }];
}

/** A button for the other meaning of a city: a topic if it was read as a zone, a zone if it was read as a topic. */
function otherPlace(
  place: PlaceReading | undefined,
  { id, selection }: Pick<Subscription, 'id' | 'selection'>,
  { zone, maxButtonBytes, audience }: OtherContext,
): readonly Action[] {
  const { t } = audience;
  const [only, ...others] = place?.zones ?? [];
  if (place === undefined || only === undefined || others.length > 0) return [];
  const { sources, topics, without } = selection;
  const rest = topics.filter((topic) => topic !== place.name);
  const isAll = rest.length + without.length === 0;
  const request = place.isZone
    ? formatRequest({ zone, topics: [...topics, place.name], without })
    : formatRequest({ zone: only, topics: rest, without, ...(isAll && { isEverything: true, sources }) });
  const label = place.isZone
    ? t('button.asTopic', { words: place.name })
    : t('button.asZone', { zone: zoneName(only, audience.language) });
  const command = fitButtonCommand(`/subscribe #${id} ${request}`, maxButtonBytes);
  return command === undefined ? [] : [{ label, role: 'contents', command }];
}
