/**
 * The fields of a project in the order of the ledger, once for form, page, export, template and import. Pure; safe in a
 * browser.
 */
import type { Bilingual } from '../http/shapes.ts';
import type { BuildingType, ProjectIn, Recognition, Stage, Structure } from './contract.ts';

interface Named<Key extends keyof ProjectIn> {
  readonly key: Key;
  readonly words: Bilingual;
}

/** How a field is written: an area in whole square metres, a percentage with two decimals at most. */
export type ProjectField =
  | (Named<'name' | 'county' | 'address' | 'owner' | 'permit' | 'unit' | 'remarks'> & { readonly kind: 'text' })
  | (Named<'buildingType' | 'structure' | 'standard' | 'recognition'> & {
      readonly kind: 'choice';
      readonly choices: Readonly<Record<string, Bilingual>>;
    })
  | (Named<'totalArea' | 'aboveGroundArea' | 'prefabricatedArea' | 'decoratedArea'> & { readonly kind: 'area' })
  | (Named<'assemblyRate'> & { readonly kind: 'percent' })
  | (Named<'greenStars'> & { readonly kind: 'stars' })
  | (Named<'assembledDecoration' | 'bim'> & { readonly kind: 'flag' })
  | (Named<`${'land' | 'permit' | 'start' | 'completion'}${'Planned' | 'Actual'}` | 'recognisedOn'> & {
      readonly kind: 'day';
    });

export const buildingTypeWords: Readonly<Record<BuildingType, Bilingual>> = {
  housing: { zh: '住宅', en: 'housing' },
  public: { zh: '公共建筑', en: 'public building' },
  venue: { zh: '场馆', en: 'venue' },
  industrial: { zh: '工业建筑', en: 'industrial building' },
  rural: { zh: '农房', en: 'rural house' },
};

export const structureWords: Readonly<Record<Structure, Bilingual>> = {
  concrete: { zh: '装配式混凝土', en: 'precast concrete' },
  steel: { zh: '钢结构', en: 'steel' },
  timber: { zh: '木结构', en: 'timber' },
  hybrid: { zh: '混合结构', en: 'hybrid' },
};

export const recognitionWords: Readonly<Record<Recognition, Bilingual>> = {
  none: { zh: '未申请', en: 'not applied for' },
  applied: { zh: '已申请', en: 'applied for' },
  recognised: { zh: '已认定', en: 'recognised' },
  refused: { zh: '未通过', en: 'refused' },
};

export const stageWords: Readonly<Record<Stage, Bilingual>> = {
  planned: { zh: '谋划', en: 'planned' },
  land: { zh: '已供地', en: 'land granted' },
  permit: { zh: '已领施工许可', en: 'permitted' },
  start: { zh: '已开工', en: 'started' },
  completion: { zh: '已竣工', en: 'completed' },
};

const standardWords: Readonly<Record<string, Bilingual>> = {
  'GB/T 51129': { zh: 'GB/T 51129', en: 'GB/T 51129' },
  'DB33/T 1165': { zh: 'DB33/T 1165', en: 'DB33/T 1165' },
};

export const projectFields: readonly ProjectField[] = [
  { key: 'name', kind: 'text', words: { zh: '项目名称', en: 'Project' } },
  { key: 'permit', kind: 'text', words: { zh: '施工许可证号', en: 'Construction permit no.' } },
  { key: 'unit', kind: 'text', words: { zh: '单位工程编号', en: 'Unit project no.' } },
  { key: 'county', kind: 'text', words: { zh: '县（市、区）或功能区', en: 'County or zone' } },
  { key: 'address', kind: 'text', words: { zh: '地址', en: 'Address' } },
  { key: 'owner', kind: 'text', words: { zh: '建设单位', en: 'Owner' } },
  { key: 'buildingType', kind: 'choice', words: { zh: '建筑类型', en: 'Building type' }, choices: buildingTypeWords },
  { key: 'structure', kind: 'choice', words: { zh: '结构类型', en: 'Structure' }, choices: structureWords },
  { key: 'totalArea', kind: 'area', words: { zh: '总建筑面积（㎡）', en: 'Total area (m²)' } },
  { key: 'aboveGroundArea', kind: 'area', words: { zh: '地上建筑面积（㎡）', en: 'Area above ground (m²)' } },
  { key: 'prefabricatedArea', kind: 'area', words: { zh: '装配式建筑面积（㎡）', en: 'Prefabricated area (m²)' } },
  { key: 'decoratedArea', kind: 'area', words: { zh: '住宅全装修面积（㎡）', en: 'Fully decorated housing (m²)' } },
  { key: 'assemblyRate', kind: 'percent', words: { zh: '装配率（%）', en: 'Assembly rate (%)' } },
  { key: 'standard', kind: 'choice', words: { zh: '评价标准', en: 'Standard' }, choices: standardWords },
  { key: 'assembledDecoration', kind: 'flag', words: { zh: '装配化装修', en: 'Assembled decoration' } },
  { key: 'greenStars', kind: 'stars', words: { zh: '绿色建筑星级', en: 'Green building stars' } },
  { key: 'bim', kind: 'flag', words: { zh: '应用 BIM', en: 'BIM used' } },
  { key: 'landPlanned', kind: 'day', words: { zh: '计划供地', en: 'Land planned' } },
  { key: 'landActual', kind: 'day', words: { zh: '实际供地', en: 'Land granted' } },
  { key: 'permitPlanned', kind: 'day', words: { zh: '计划领证', en: 'Permit planned' } },
  { key: 'permitActual', kind: 'day', words: { zh: '实际领证', en: 'Permit granted' } },
  { key: 'startPlanned', kind: 'day', words: { zh: '计划开工', en: 'Start planned' } },
  { key: 'startActual', kind: 'day', words: { zh: '实际开工', en: 'Started' } },
  { key: 'completionPlanned', kind: 'day', words: { zh: '计划竣工', en: 'Completion planned' } },
  { key: 'completionActual', kind: 'day', words: { zh: '实际竣工', en: 'Completed' } },
  { key: 'recognition', kind: 'choice', words: { zh: '认定状态', en: 'Recognition' }, choices: recognitionWords },
  { key: 'recognisedOn', kind: 'day', words: { zh: '认定日期', en: 'Recognised on' } },
  { key: 'remarks', kind: 'text', words: { zh: '备注', en: 'Remarks' } },
];
