/** A chat has at most so many subscriptions. */
export const MOST_SUBSCRIPTIONS = 20;
