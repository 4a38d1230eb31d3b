/** A chat has at most so many subscriptions. */
export const MAX_SUBSCRIPTIONS = 20;
