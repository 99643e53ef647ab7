/**
 * The project ledger of the demonstration: invented throughout, and every name and permit says so. Lishui and Quzhou have
 * entered what started in 2020, so that the sums stand near their figures; Wenzhou and Jinhua what is to start yet.
 */
import type { projects, projectVersions } from '#db/schema.ts';
import { inBaseUnits } from '../reference/indicators.ts';
import { cityCodes, type CityName } from '../reference/regions.ts';
import { authorshipOf } from './accounts.ts';
import { cities } from './cities.ts';
import { randomFrom } from './random.ts';
import { yearSeries } from './series.ts';
import { daysAfter, instantOf } from './time.ts';

type ProjectRow = typeof projects.$inferSelect;
type VersionRow = typeof projectVersions.$inferSelect;

interface Entry {
  readonly city: CityName;
  readonly buildingType: VersionRow['buildingType'];
  /** Square metres. */
  readonly area: number;
  /** Null for one that is still to start. */
  readonly startActual: string | null;
  readonly startPlanned: string;
}

/** The largest building of these ledgers, in square metres. */
const largest = 90_000;

/** When the bureaus of the demonstration wrote their ledgers. */
const writtenAt = instantOf('2020-10-12', 10, 0);

const placeOf: Readonly<Record<'lishui' | 'quzhou' | 'wenzhou' | 'jinhua', readonly string[]>> = {
  lishui: ['莲都区', '丽水经济技术开发区', '缙云县', '青田县'],
  quzhou: ['柯城区', '衢江区', '智造新城', '龙游县'],
  wenzhou: ['鹿城区', '瓯海区', '龙湾区', '乐清市'],
  jinhua: ['婺城区', '金东区', '义乌市', '永康市'],
};

const wordOf: Readonly<Record<VersionRow['buildingType'], string>> = {
  housing: '住宅',
  public: '公共建筑',
  venue: '场馆',
  industrial: '厂房',
  rural: '农房',
};

/** Rows of every project with its one version. */
export function projectRows(): { readonly projects: readonly ProjectRow[]; readonly versions: readonly VersionRow[] } {
  const entries = [...startedIn('lishui'), ...startedIn('quzhou'), ...planned];
  const rows = entries.map(rowsOf);
  return { projects: rows.map(({ project }) => project), versions: rows.map(({ version }) => version) };
}

/** What a city reported of 2020, month by month as buildings; the ledger lacks one now and then, as ledgers do. */
function startedIn(name: 'lishui' | 'quzhou'): readonly Entry[] {
  const city = cities.find((one) => one.name === name);
  const plan = city?.years.find(({ year }) => year === 2020);
  const before = city?.years.find(({ year }) => year === 2019);
  if (city === undefined || plan === undefined || before === undefined) throw new Error(`no year 2020 of ${name}`);
  const series = yearSeries(city, plan, inBaseUnits('steel-housing', before.steel[1]));
  const random = randomFrom(Number(city.region) + 2020);
  const months = Array.from({ length: plan.months }, (_, at) => at);
  return months.flatMap((at) => {
    const increment = (code: 'prefab-area' | 'prefab-civil') =>
      (series[code][at]?.cumulative ?? 0) - (series[code][at - 1]?.cumulative ?? 0);
    const civil = Math.min(increment('prefab-civil'), increment('prefab-area'));
    const month = String(at + 1).padStart(2, '0');
    const started = (area: number, types: readonly VersionRow['buildingType'][]) =>
      shared(area).map((part, index): Entry => {
        const day = `2020-${month}-${String(3 + Math.floor(random() * 24)).padStart(2, '0')}`;
        const buildingType = types[index % types.length] ?? 'housing';
        return { city: name, buildingType, area: part, startActual: day, startPlanned: daysAfter(day, -12) };
      });
    const all = [
      ...started(civil, ['housing', 'public']),
      ...started(increment('prefab-area') - civil, ['industrial', 'venue']),
    ];
    return at === 5 ? all.slice(1) : all;
  });
}

/** Parts of an amount that are no larger than the largest building. */
function shared(amount: number): readonly number[] {
  if (amount <= 0) return [];
  const count = Math.ceil(amount / largest);
  const part = Math.floor(amount / count);
  return Array.from({ length: count }, (_, at) => (at === 0 ? amount - part * (count - 1) : part));
}

const ahead = (city: CityName, buildingType: Entry['buildingType'], area: number, startPlanned: string): Entry => ({
  city,
  buildingType,
  area,
  startActual: null,
  startPlanned,
});

/** What the three cities that were called in have in hand for the rest of the year and the next one's first quarter. */
const planned: readonly Entry[] = [
  ahead('wenzhou', 'housing', 86_200, '2020-10-28'),
  ahead('wenzhou', 'industrial', 58_600, '2020-11-06'),
  ahead('wenzhou', 'public', 49_500, '2020-11-20'),
  ahead('wenzhou', 'housing', 88_800, '2020-12-04'),
  ahead('wenzhou', 'housing', 79_000, '2020-12-18'),
  ahead('wenzhou', 'public', 41_200, '2021-02-26'),
  ahead('jinhua', 'housing', 71_800, '2020-10-30'),
  ahead('jinhua', 'industrial', 64_000, '2020-11-16'),
  ahead('jinhua', 'housing', 80_500, '2020-12-08'),
  ahead('jinhua', 'public', 35_200, '2020-12-22'),
  ahead('lishui', 'housing', 68_600, '2020-10-26'),
  ahead('lishui', 'industrial', 55_800, '2020-11-12'),
  ahead('lishui', 'housing', 70_400, '2020-12-10'),
  ahead('lishui', 'public', 26_400, '2021-01-15'),
];

function rowsOf({ city, buildingType, area, startActual, startPlanned }: Entry, at: number) {
  const number = String(at + 1).padStart(3, '0');
  const id = `demo-project-${number}`;
  const places = placeOf[city === 'quzhou' || city === 'wenzhou' || city === 'jinhua' ? city : 'lishui'];
  const { id: actor, as } = authorshipOf(city);
  const permit = startActual === null ? null : `演示${cityCodes[city]}2020${number}`;
  const permitActual = startActual === null ? null : daysAfter(startActual, at === 4 ? 6 : -9);
  const isHousing = buildingType === 'housing';
  const isNational = at % 3 === 0;
  const content = {
    name: `演示项目${number}（${wordOf[buildingType]}，虚构）`,
    county: places[at % places.length] ?? '',
    address: '',
    owner: '演示建设单位（虚构）',
    permit,
    unit: permit === null ? '' : '01',
    buildingType,
    structure: buildingType === 'industrial' || buildingType === 'venue' ? 'steel' : 'concrete',
    totalArea: Math.round(area * 1.18),
    aboveGroundArea: Math.round(area * 1.04),
    prefabricatedArea: area,
    decoratedArea: isHousing && at % 2 === 0 ? Math.round(area * 0.82) : null,
    // One below the national threshold, so that its hint can be seen.
    assemblyRate: at === 9 ? 4650 : 5000 + ((at * 370) % 1600),
    standard: isNational || at === 9 ? 'GB/T 51129' : 'DB33/T 1165',
    assembledDecoration: null,
    greenStars: at % 4,
    bim: at % 2 === 1,
    landPlanned: null,
    landActual: daysAfter(startPlanned, -160),
    permitPlanned: daysAfter(startPlanned, -14),
    permitActual,
    startPlanned,
    startActual,
    completionPlanned: daysAfter(startPlanned, 720),
    completionActual: null,
    recognition: startActual === null ? 'none' : 'applied',
    recognisedOn: null,
    remarks: '演示数据，虚构',
  } as const;
  const project: ProjectRow = {
    id,
    region: cityCodes[city],
    version: 1,
    key: permit === null ? null : JSON.stringify([permit, '01']),
    origin: 'invented',
  };
  const version: VersionRow = {
    ...content,
    project: id,
    number: 1,
    action: 'add',
    reason: '',
    at: writtenAt,
    actor,
    actedAs: as,
  };
  return { project, version };
}
