/** What a check of the seals found, in words that say which city, month, indicator, who and when, as far as it can be told. */
import { differingFigures, type DifferingFigure } from '#db/audited-figures.ts';
import type { Reader } from '#db/dialect';
import { listIndicators } from '#db/indicators.ts';
import { listRegions } from '#db/regions.ts';
import type { SealedAbout } from '#db/schema.ts';
import { splitSubject, type Finding } from '#db/verification.ts';
import type { Bilingual } from '../http/shapes.ts';

/** The names that stand for codes: cities and indicators. */
type Names = ReadonlyMap<string, Bilingual>;

const kinds: Readonly<Record<string, Bilingual>> = {
  rule: { zh: '规则', en: 'rule' },
  indicator_version: { zh: '指标', en: 'indicator' },
  target_change: { zh: '年度目标', en: 'annual target' },
  reporting_deadline: { zh: '报送期限', en: 'deadline' },
  office_decision: { zh: '报送日历', en: 'reporting calendar' },
  submission_version: { zh: '报送', en: 'submission' },
  load: { zh: '厅里录入', en: 'entry by the department' },
  figure_comment: { zh: '批注', en: 'comment' },
  checklist_event: { zh: '清单记录', en: 'checklist entry' },
  back_plan_version: { zh: '倒排计划', en: 'back-scheduled plan' },
  curve_version: { zh: '序时曲线', en: 'pace curve' },
  curve_assignment: { zh: '序时曲线启用', en: 'pace curve in force' },
  node_plan_version: { zh: '节点计划', en: 'node plan' },
  opening_version: { zh: '开局计划', en: 'first-quarter plan' },
  attachment: { zh: '附件', en: 'attachment' },
  audit_event: { zh: '审计记录', en: 'audit row' },
};

const fates = {
  altered: { zh: '被改动', en: 'was altered' },
  deleted: { zh: '被删除（或改回草稿）', en: 'was deleted, or made a draft again' },
  inserted: { zh: '不是由系统写入的', en: 'was inserted, and not by the system' },
} as const satisfies Record<string, Bilingual>;

const states: Readonly<Record<string, Bilingual>> = {
  submitted: { zh: '已报送', en: 'submitted' },
  returned: { zh: '已退回', en: 'returned' },
  accepted: { zh: '已通过', en: 'accepted' },
  withdrawn: { zh: '已撤回', en: 'withdrawn' },
  rule: { zh: '', en: '' },
  load: { zh: '', en: '' },
  target: { zh: '', en: '' },
  deadline: { zh: '', en: '' },
  office: { zh: '', en: '' },
};

/** Each finding as a sentence. Reads what it needs of cities, indicators and what the audit trail kept of figures. */
export async function wordsOf(reader: Reader, findings: readonly Finding[]): Promise<Bilingual[]> {
  const names = await namesOf(reader);
  const words: Bilingual[] = [];
  for (const finding of findings) {
    const isFigures = finding.kind === 'altered' && splitSubject(finding.subject).kind === 'submission_version';
    const differing = isFigures ? await differingFigures(reader, splitSubject(finding.subject).key) : [];
    words.push(wordOf(finding, names, differing));
  }
  return words;
}

async function namesOf(reader: Reader): Promise<Names> {
  return new Map([
    ...(await listRegions(reader)).map((row): [string, Bilingual] => [row.code, { zh: row.nameZh, en: row.nameEn }]),
    ...(await listIndicators(reader)).map((row): [string, Bilingual] => [row.code, { zh: row.nameZh, en: row.nameEn }]),
  ]);
}

function wordOf(finding: Finding, names: Names, differing: readonly DifferingFigure[]): Bilingual {
  switch (finding.kind) {
    case 'altered':
    case 'deleted':
    case 'inserted': {
      const what = kinds[splitSubject(finding.subject).kind] ?? { zh: '记录', en: 'row' };
      const place = placeOf(finding.about, names);
      const fate = fates[finding.kind];
      const figures = figuresOf(differing, names);
      return {
        zh: `${what.zh} ${place.zh} ${fate.zh}${figures.zh}`,
        en: `The ${what.en} ${place.en} ${fate.en}${figures.en}`,
      };
    }
    case 'seal-altered': {
      const place = placeOf(finding.about, names);
      return {
        zh: `第 ${finding.position} 号封印（${place.zh}）被改动，或以另一密钥写入`,
        en: `Seal no. ${finding.position} (${place.en}) was altered, or made with another key`,
      };
    }
    case 'seals-missing': {
      const range = finding.from === finding.to ? `${finding.from}` : `${finding.from}–${finding.to}`;
      const after = timeOf(finding.after);
      return {
        zh: `第 ${range} 号封印缺失${after && `（${after} 之后）`}：其记录可能一并被删除`,
        en: `Seal no. ${range} is missing${after && ` (after ${after})`}: its rows may be gone with it`,
      };
    }
    case 'head':
      return {
        zh: '封印末位的记录缺失或不符：末尾的记录可能被删除或添加',
        en: 'What tells the end of the seals is missing or does not fit: rows at the end may have been deleted or added',
      };
    case 'key':
      return {
        zh: '封印密钥缺失或不是原密钥：请放回原密钥后重新核验',
        en: 'The key of the seals is missing or another one: put the right key back and verify again',
      };
  }
}

/** `2020-10 丽水市 1 accepted, by official, 2020-10-19 09:00`, with the words of a language for every code that has any. */
function placeOf({ at, by, what, object }: SealedAbout, names: Names): Bilingual {
  const inLanguage = (language: 'zh' | 'en'): string => {
    const parts = object.split('/').map((code) => names.get(code)?.[language] ?? code);
    const state = states[what]?.[language] ?? what;
    const aside = [state, by ?? '', timeOf(at)].filter((text) => text !== '');
    const [open, comma, close] = language === 'zh' ? ['（', '，', '）'] : ['(', ', ', ')'];
    const gap = language === 'zh' ? '' : ' ';
    return `${parts.join(' ')}${gap}${open}${aside.join(comma)}${close}`;
  };
  return { zh: inLanguage('zh'), en: inLanguage('en') };
}

function figuresOf(differing: readonly DifferingFigure[], names: Names): Bilingual {
  if (differing.length === 0) return { zh: '', en: '' };
  const none = { zh: '无', en: 'none' };
  const inLanguage = (language: 'zh' | 'en', sent: string, found: string): string =>
    differing
      .map((one) => {
        const name = names.get(one.indicator)?.[language] ?? one.indicator;
        return `${name} ${sent} ${one.sent ?? none[language]} ${found} ${one.found ?? none[language]}`;
      })
      .join('; ');
  return {
    zh: `：${inLanguage('zh', '报送时为', '现为')}（基本单位）`,
    en: `: ${inLanguage('en', 'was sent as', 'is now')} (base units)`,
  };
}

const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' });

/** An instant as the office reads it; empty where there is none that can be read. */
function timeOf(instant: string | null): string {
  const time = instant === null ? Number.NaN : Date.parse(instant);
  return Number.isNaN(time) ? '' : clock.format(time);
}
