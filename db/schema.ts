/**
 * Every table, once, for both engines. Amounts are integers in an indicator's base unit;
 * instants are ISO 8601 text in UTC; days are yyyy-mm-dd text in Asia/Shanghai.
 */
export * from './schema/accounts.ts';
export * from './schema/attachments.ts';
export type { Author } from './schema/author.ts';
export * from './schema/bulletins.ts';
export * from './schema/curves.ts';
export * from './schema/inbox.ts';
export * from './schema/indicators.ts';
export * from './schema/interviews.ts';
export * from './schema/office.ts';
export * from './schema/openings.ts';
export * from './schema/back-plans.ts';
export * from './schema/projects.ts';
export * from './schema/reference.ts';
export * from './schema/rules.ts';
export * from './schema/submissions.ts';
export * from './schema/targets.ts';
export * from './schema/trail.ts';
