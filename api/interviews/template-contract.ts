/** Sets of requirements that an interview can begin with: the program's own, and those that the department saved. */
import { z } from 'zod';
import { endpoint } from '../http/endpoint.ts';
import { instant } from '../http/shapes.ts';
import { templateRequirement } from './contract.ts';

export const requirementTemplate = z.object({
  /** 1 is what the program comes with. */
  version: z.number().int(),
  at: instant.nullable(),
  person: z.string().nullable(),
  reason: z.string(),
  requirements: z.array(templateRequirement),
});
export type RequirementTemplate = z.infer<typeof requirementTemplate>;

export const listTemplates = endpoint({
  name: 'listTemplates',
  method: 'GET',
  path: '/api/requirement-templates',
  summary: 'The versions of the requirements, the newest first',
  access: ['official'],
  reply: z.array(requirementTemplate),
});

export const saveTemplate = endpoint({
  name: 'saveTemplate',
  method: 'POST',
  path: '/api/requirement-templates',
  summary: 'Save an edited set of requirements as a new version; interviews that were set up before keep theirs',
  access: ['official'],
  body: z.strictObject({ requirements: z.array(templateRequirement).min(1).max(20), reason: z.string().max(2000) }),
  reply: requirementTemplate,
  versioned: 'required',
});
