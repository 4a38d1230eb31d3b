/** Node's flags for the project's own programs. Why: docs/decisions/0007-parsing-in-a-thread.md. */
export const nodeFlags = ['--max-semi-space-size=4', '--heap-growing-percent=40'];
