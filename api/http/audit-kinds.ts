/** How recorded actions are told apart and looked for. Safe in a browser, without the words of the actions. */

/** Actions of one kind; `request` holds the refusals of requests, which are recorded under their endpoint's name. */
export const auditGroups = [
  'session',
  'account',
  'submission',
  'deadline',
  'calendar',
  'region',
  'indicator',
  'rule',
  'curve',
  'target',
  'interview',
  'checklist',
  'opening',
  'bulletin',
  'back-plan',
  'node-plan',
  'project',
  'audit',
  'system',
  'request',
] as const;
export type AuditGroup = (typeof auditGroups)[number];

/** What came of a request. */
export const auditOutcomes = ['done', 'refused'] as const;
