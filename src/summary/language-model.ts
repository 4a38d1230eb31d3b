/** The messages to a language model; text of others is only in `user`, so that it is never an instruction. */
export interface Prompt {
  system: string;
  user: string;
}

/** A language model. */
export interface LanguageModel {
  readonly name: string;
  /** Throws only `ModelError`. */
  complete(prompt: Prompt): Promise<string>;
}

/** A language model returned no usable answer; the message says why and never contains a secret. */
export class ModelError extends Error {
  override readonly name = 'ModelError';
}
