/** How much a digest shows of each article. */
export const styles = ['headlines', 'brief', 'full'] as const;

export type DigestStyle = (typeof styles)[number];
