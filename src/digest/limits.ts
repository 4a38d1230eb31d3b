/** More articles than these would bury a chat; the others are a button away. */
export const maxArticles = { headlines: 30, brief: 10, full: 10 } as const;
