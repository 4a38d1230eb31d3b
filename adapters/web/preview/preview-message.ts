/** What of a message has a limit on its platform. */
export type Measured = 'text' | 'caption' | 'pictures' | 'buttons' | 'components' | 'bytes';

/** How much of a limit a message uses. */
export interface Usage {
  of: Measured;
  used: number;
  most: number;
}

/** A message of a platform, as HTML, with its limits. */
export interface PreviewMessage {
  html: string;
  usage: readonly Usage[];
}
