/** What of `api` the pages read too: of http, then of single features, beside every contract, every lifecycle and the measures. */
const parts = [
  'measures/[^/]+',
  '[^/]+/(contract|lifecycle)',
  'http/(audit-action|audit-kinds|content-types|endpoint|plan-refusal|problem|reason|shapes|undo)',
  'http/((table|token|figure|file|sheet|interview|correction|rule|project|bulletin|indicator|back-plan|region|curve)-)?problem-texts',
  'bulletins/marks',
  'deadlines/calendar-contract',
  'figures/(absence|figure-text)',
  'interviews/(effect|item|template|history)-(contract|lifecycle)',
  'projects/(field-text|fields|hint-words)',
  'submissions/(as-of-refusal|hints|preview|month-words)',
  'submissions/(punctuality|correction|review)-contract',
];

/** The files of `api` that must stay safe in a browser. */
export const browserSafe = new RegExp(`^api/(${parts.join('|')})\\.ts$`);
