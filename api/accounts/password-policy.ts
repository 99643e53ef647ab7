/**
 * Which passwords are strong enough: the composition rules of GB/T 22239, and an estimate of how many guesses a person
 * with dictionaries, keyboards and dates in mind would need (zxcvbn). The estimate is loaded with the first password that
 * is set: it costs 8 MB and 70 ms, and a start needs none of it.
 */
import type { ZxcvbnFactory } from '@zxcvbn-ts/core';

const minLength = 10;
const minClasses = 3;
const classes = [/\p{Lu}/u, /\p{Ll}/u, /\p{Nd}/u, /[^\p{Lu}\p{Ll}\p{Nd}]/u];

/** As hard to guess as ten characters drawn by chance from the digits. */
const minGuessesLog10 = 10 - 1e-6;

/** More of a password is not looked at: it only makes it harder to guess, and the estimate's time grows with it. */
const maxExamined = 32;

/** Characters that must be left when the words of this office, years and decoration are taken away. */
const minOwn = 4;

/** What people in such an office think of first, beside the usual lists: its words, its places, its makers of machines. */
const officeWords = `login hello admin administrator root user guest test demo default changeme temp
  woaini woaizhongguo nihao zhongguo china mima denglu wodemima xiaoming wangwei huawei xiaomi lenovo tencent alibaba
  xushi jindu zjjst zjjs zjst zjt zhujianting zhujianju zhujian jianshe jiansheting jiansheju
  jianzhu jianzhuye gongyehua zhuangpeishi shengting shiju tongbao yuetan baosong shenhe bangong bangongshi zhengfu gov
  beijing tianjin hebei shanxi neimenggu liaoning jilin heilongjiang shanghai jiangsu zhejiang zhejiangsheng anhui fujian
  jiangxi shandong henan hubei hunan guangdong guangxi hainan chongqing sichuan guizhou yunnan xizang shaanxi gansu qinghai
  ningxia xinjiang taiwan xianggang aomen guangzhou shenzhen nanjing wuhan chengdu
  hangzhou ningbo wenzhou jiaxing huzhou shaoxing jinhua quzhou zhoushan taizhou lishui yiwu
  spring summer autumn winter chuntian xiatian qiutian dongtian
  official bureau leader department housing construction
  序时 序时进度 进度 住建厅 住建局 建设厅 建设局 住房和城乡建设 建筑工业化 装配式 省厅 市局 通报 约谈 报送 审核 密码 登录
  中国 我爱你 我爱中国 浙江 浙江省 杭州 宁波 温州 嘉兴 湖州 绍兴 金华 衢州 舟山 台州 丽水 北京 上海`
  .split(/\s+/)
  .toSorted((one, other) => other.length - one.length);

let loading: Promise<ZxcvbnFactory> | null = null;

async function load(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory: Factory }, { adjacencyGraphs, dictionary }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ]);
  return new Factory({
    graphs: adjacencyGraphs,
    dictionary: { ...dictionary, office: officeWords },
    maxLength: maxExamined,
    l33tMaxSubstitutions: 16,
  });
}

/** Whose password it is: what is written on every letter of theirs protects nothing. */
export interface PasswordOwner {
  readonly name: string;
  readonly titles: readonly string[];
}

/**
 * Whether a password may be used: 10 characters, three of upper case, lower case, digits and others, not the own name,
 * more than the office's words with decoration (`Xushi-demo-2020`), and hard to guess (not `1qaz@WSX3edc`).
 */
export async function isStrongPassword(password: string, { name, titles }: PasswordOwner): Promise<boolean> {
  if ([...password].length < minLength) return false;
  if (classes.filter((one) => one.test(password)).length < minClasses) return false;
  const lower = password.toLowerCase();
  if (name.length > 2 && lower.includes(name.toLowerCase())) return false;
  if (ownPartOf(lower) < minOwn) return false;
  const inputs = [name, ...titles, ...titles.flatMap((title) => title.split(/[\s,，]+/))];
  const estimate = await (loading ??= load());
  return estimate.check(password, inputs).guessesLog10 >= minGuessesLog10;
}

/** How many characters are left of a password without the office's words, years, and all that is neither letter nor digit. */
function ownPartOf(lower: string): number {
  const plain = officeWords.reduce((text, word) => text.replaceAll(word, ' '), lower);
  return [...plain.replaceAll(/(?:19|20)\d\d|[^\p{L}\p{N}]/gu, '')].length;
}
