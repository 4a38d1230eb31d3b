/** An event handler that reports what it throws, so that a malformed event holds up no other one. */
export function isolateErrors<Event extends unknown[]>(
  handle: (...event: Event) => void,
  report: (error: unknown) => void,
): (...event: Event) => void {
  return (...event) => {
    try {
      handle(...event);
    } catch (error) {
      report(error);
    }
  };
}
