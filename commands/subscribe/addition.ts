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
