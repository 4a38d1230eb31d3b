/** Whether an answer has the fields that are read of it. */
export type AnswerShape = (answer: unknown) => boolean;

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** An object with texts under these keys. */
export function withTexts(...keys: readonly string[]): AnswerShape {
  return (answer) => isObject(answer) && keys.every((key) => typeof answer[key] === 'string');
}

export function listOf(shape: AnswerShape): AnswerShape {
  return (answer) => Array.isArray(answer) && answer.every(shape);
}

/** A message, a channel, or anything else with an id. */
export const withId = withTexts('id');
