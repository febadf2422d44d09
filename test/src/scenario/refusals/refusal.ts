/** What must be refused, then what the message must say: the path, what was got and what is allowed. */
export type Refusal<Given = unknown> = readonly [given: Given, path: string, got: string, allowed: string];
