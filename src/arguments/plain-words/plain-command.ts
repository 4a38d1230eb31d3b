/** What words without a slash mean. */
export interface PlainCommand {
  name: string;
  input: string;
  /** It changes something, so it is only offered. */
  isOffer: boolean;
}
