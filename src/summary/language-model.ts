/** A language model: what to do, and the material that it is to be done with; the two are never mixed. */
export interface LanguageModel {
  readonly name: string;
  /** Throws only `ModelError`. */
  complete(task: { instruction: string; material: string }): Promise<string>;
}

/** A language model gave no usable answer; the message says why and never holds a secret. */
export class ModelError extends Error {
  override readonly name = 'ModelError';
}
