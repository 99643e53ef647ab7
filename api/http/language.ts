import type { Language } from './problem.ts';

/** The language that an `Accept-Language` header prefers; Chinese where it prefers neither. */
export function preferredLanguage(header: string | undefined): Language {
  if (header === undefined) return 'zh';
  return weightOf(header, 'en') > weightOf(header, 'zh') ? 'en' : 'zh';
}

/** RFC 9110, 12.4.2: the greatest weight given to a language or one of its varieties; 0 where it is not named. */
function weightOf(header: string, language: Language): number {
  const weights = header.split(',').map((range) => {
    const [tag = '', ...parameters] = range.trim().toLowerCase().split(';');
    if (tag !== language && !tag.startsWith(`${language}-`)) return 0;
    const weight = parameters.map((parameter) => /^\s*q=([01](?:\.\d{1,3})?)\s*$/.exec(parameter)?.[1]).find(Boolean);
    return weight === undefined ? 1 : Number(weight);
  });
  return Math.max(0, ...weights);
}
