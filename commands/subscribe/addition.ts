import { UsageError } from '../../src/chat/usage-error.ts';
import type { Audience } from '../../src/locales/audience.ts';
import { openAction } from '../../src/view/spans.ts';
import type { SubscribeRequest } from './apply-request.ts';

/**
 * A request that adds to the subscription that it names: its topics and sites to the selection, or another subscription for the
 * same articles if it has both days and times.
 */
export function toAddition(request: SubscribeRequest): SubscribeRequest {
  const { named, schedule, selection, style } = request;
  if (named === undefined) return request;
  const { sources, topics, without } = named.selection;
  const all = {
    sources: [...new Set([...sources, ...(selection.sources ?? [])])],
    topics: [...new Set([...topics, ...(selection.topics ?? [])])],
    without: [...new Set([...without, ...(selection.without ?? [])])],
  };
  if (schedule.times === undefined || schedule.days === undefined) return { ...request, selection: all };
  return {
    ...request,
    schedule: { zone: named.schedule.zone, ...schedule, isAddition: false },
    selection: all,
    style: style ?? named.style,
    named: undefined,
    isAnother: true,
  };
}

/**
 * A request without the topics that it names: those that the subscription has are dropped, others are excluded. Throws a
 * `UsageError` that offers to unsubscribe if nothing would be left.
 */
export function toRemoval({ named, ...request }: SubscribeRequest, { t }: Audience): SubscribeRequest {
  if (named === undefined) return { named, ...request };
  const { sources, topics, without } = named.selection;
  const gone = new Set(request.selection.topics?.map((topic) => topic.toLowerCase()));
  const left = topics.filter((topic) => !gone.has(topic.toLowerCase()));
  const isDropped = left.length < topics.length;
  if (isDropped && left.length + sources.length === 0)
    throw new UsageError(t('ask.end'), { actions: [openAction(t('button.unsubscribe'), `/unsubscribe #${named.id}`)] });
  const excluded = isDropped ? [] : (request.selection.topics ?? []);
  return { ...request, named, selection: { topics: left, without: [...new Set([...without, ...excluded])] } };
}
