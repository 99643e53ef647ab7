/** All texts. Each area is one line in `zh` and one in `en`; the compiler refuses a key that only one language has. */
import { answers } from './answers.ts';
import { asOfQuestion } from './as-of-question.ts';
import { bulletins } from './bulletins.ts';
import { charts } from './charts.ts';
import { city } from './city.ts';
import { calendar, punctuality } from './calendar.ts';
import { comments } from './comments.ts';
import { corrections } from './corrections.ts';
import { curves } from './curves.ts';
import { divisions } from './divisions.ts';
import { deadlines } from './deadlines.ts';
import { everywhere } from './everywhere.ts';
import { forecast } from './forecast.ts';
import { formula } from './formula.ts';
import { levels } from './levels.ts';
import { callIn } from './call-in.ts';
import { interviews } from './interviews.ts';
import { meetingMode } from './meeting-mode.ts';
import { meetings } from './meetings.ts';
import { inbox } from './inbox.ts';
import { indicatorPage } from './indicator-page.ts';
import { evidence } from './evidence.ts';
import { backPlans } from './back-plans.ts';
import { ledgerSums } from './ledger-sums.ts';
import { projects } from './projects.ts';
import { openData } from './open-data.ts';
import { openings } from './openings.ts';
import { overview } from './overview.ts';
import { account } from './account.ts';
import { audit } from './audit.ts';
import { accounts } from './accounts.ts';
import { submission } from './submission.ts';
import { loads } from './loads.ts';
import { monthFile } from './month-file.ts';
import { papers } from './papers.ts';
import { pareto } from './pareto.ts';
import { printing } from './printing.ts';
import { proofText } from './proof-text.ts';
import { review } from './review.ts';
import { rulePage } from './rule-page.ts';
import { rules } from './rules.ts';
import { scenario } from './scenario.ts';
import { shell } from './shell.ts';
import { signIn } from './sign-in.ts';
import { sprint } from './sprint.ts';
import { submissions } from './submissions.ts';
import { targetDraft } from './target-draft.ts';
import { targets } from './targets.ts';

const zh = {
  everywhere: everywhere.zh,
  answers: answers.zh,
  shell: shell.zh,
  signIn: signIn.zh,
  levels: levels.zh,
  charts: charts.zh,
  inbox: inbox.zh,
  interviews: interviews.zh,
  meetings: meetings.zh,
  callIn: callIn.zh,
  evidence: evidence.zh,
  backPlans: backPlans.zh,
  curves: curves.zh,
  openData: openData.zh,
  openings: openings.zh,
  projects: projects.zh,
  ledgerSums: ledgerSums.zh,
  sprint: sprint.zh,
  meetingMode: meetingMode.zh,
  overview: overview.zh,
  city: city.zh,
  forecast: forecast.zh,
  formula: formula.zh,
  rules: rules.zh,
  corrections: corrections.zh,
  comments: comments.zh,
  rulePage: rulePage.zh,
  scenario: scenario.zh,
  pareto: pareto.zh,
  proofText: proofText.zh,
  indicatorPage: indicatorPage.zh,
  account: account.zh,
  accounts: accounts.zh,
  audit: audit.zh,
  submissions: submissions.zh,
  calendar: calendar.zh,
  punctuality: punctuality.zh,
  deadlines: deadlines.zh,
  divisions: divisions.zh,
  submission: submission.zh,
  asOfQuestion: asOfQuestion.zh,
  loads: loads.zh,
  monthFile: monthFile.zh,
  papers: papers.zh,
  bulletins: bulletins.zh,
  printing: printing.zh,
  review: review.zh,
  targets: targets.zh,
  targetDraft: targetDraft.zh,
};

const en = {
  everywhere: everywhere.en,
  answers: answers.en,
  shell: shell.en,
  signIn: signIn.en,
  levels: levels.en,
  charts: charts.en,
  inbox: inbox.en,
  interviews: interviews.en,
  meetings: meetings.en,
  callIn: callIn.en,
  evidence: evidence.en,
  backPlans: backPlans.en,
  curves: curves.en,
  openData: openData.en,
  openings: openings.en,
  projects: projects.en,
  ledgerSums: ledgerSums.en,
  sprint: sprint.en,
  meetingMode: meetingMode.en,
  overview: overview.en,
  city: city.en,
  forecast: forecast.en,
  formula: formula.en,
  rules: rules.en,
  corrections: corrections.en,
  comments: comments.en,
  rulePage: rulePage.en,
  scenario: scenario.en,
  pareto: pareto.en,
  proofText: proofText.en,
  indicatorPage: indicatorPage.en,
  account: account.en,
  accounts: accounts.en,
  audit: audit.en,
  submissions: submissions.en,
  calendar: calendar.en,
  punctuality: punctuality.en,
  deadlines: deadlines.en,
  divisions: divisions.en,
  submission: submission.en,
  asOfQuestion: asOfQuestion.en,
  loads: loads.en,
  monthFile: monthFile.en,
  papers: papers.en,
  bulletins: bulletins.en,
  printing: printing.en,
  review: review.en,
  targets: targets.en,
  targetDraft: targetDraft.en,
};

type SameKeys<Tree> = { readonly [Key in keyof Tree]: Tree[Key] extends string ? string : SameKeys<Tree[Key]> };

export const resources: { readonly zh: SameKeys<typeof en>; readonly en: SameKeys<typeof zh> } = { zh, en };

type Paths<Tree> = {
  [Key in keyof Tree & string]: Tree[Key] extends string ? Key : `${Key}.${Paths<Tree[Key]>}`;
}[keyof Tree & string];

type At<Tree, Path> = Path extends `${infer Head}.${infer Rest}`
  ? Head extends keyof Tree
    ? At<Tree[Head], Rest>
    : never
  : Path extends keyof Tree
    ? Tree[Path]
    : never;

type Placeholder<Words> = Words extends `${string}{{${infer Name}}}${infer Rest}` ? Name | Placeholder<Rest> : never;

type Values<Key> = [Placeholder<At<typeof zh, Key>>] extends [never]
  ? []
  : [values: { readonly [Name in Placeholder<At<typeof zh, Key>>]: string | number }];

/** Every key, as a dotted path: `overview.title`. */
export type TextKey = Paths<typeof zh>;

/** `t(key)` or `t(key, { name: value })`: exactly the placeholders of the Chinese text. */
export type Text = <Key extends TextKey>(key: Key, ...values: Values<Key>) => string;
