import type { Messages } from './messages.ts';

export const people = { zh: {}, en: {} } as const satisfies Messages;
