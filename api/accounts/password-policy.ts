/** Which passwords are strong enough. Pure. */

const leastLength = 10;
const leastClasses = 3;
const classes = [/\p{Lu}/u, /\p{Ll}/u, /\p{Nd}/u, /[^\p{Lu}\p{Ll}\p{Nd}]/u];

/** What people in such an office think of first: common passwords, keyboard runs, and the words of this work in pinyin. */
const commonWords: ReadonlySet<string> = new Set(
  `password passwd passwort letmein welcome iloveyou monkey dragon master sunshine princess football baseball shadow
  superman batman trustno secret login hello admin administrator root user guest test demo default changeme temp abc abcd
  qwerty qwertyuiop asdf asdfgh asdfghjkl zxcvbn zxcvbnm qazwsx qwe qweasd qweasdzxc
  woaini nihao zhongguo china mima denglu wodemima woaizhongguo xiaoming wangwei beijing shanghai
  xushi jindu zhejiang zhejiangsheng zjjst zjjs zjt zhujianting zhujianju zhujian jianshe jiansheting jiansheju
  jianzhu jianzhuye gongyehua zhuangpeishi shengting shiju tongbao yuetan baosong shenhe bangong bangongshi zhengfu gov
  hangzhou ningbo wenzhou jiaxing huzhou shaoxing jinhua quzhou zhoushan taizhou lishui yiwu
  official bureau leader department housing construction`.split(/\s+/),
);

const lookAlikes: Readonly<Record<string, string>> = {
  '@': 'a',
  '4': 'a',
  '3': 'e',
  '1': 'i',
  '!': 'i',
  '0': 'o',
  $: 's',
  '5': 's',
};

/**
 * Whether a password may be used: 10 characters, three of upper case, lower case, digits and others, not the own name,
 * and more than a common word with decoration (`Zhejiang2020!`, `P@ssw0rd123`).
 */
export function isStrongPassword(password: string, name: string): boolean {
  if ([...password].length < leastLength) return false;
  if (classes.filter((one) => one.test(password)).length < leastClasses) return false;
  if (new Set(password.toLowerCase()).size < 5) return false;
  const lower = password.toLowerCase();
  if (name.length > 2 && lower.includes(name.toLowerCase())) return false;
  return !commonWords.has(lettersOf(lower)) && !commonWords.has(lettersOf(undisguised(lower)));
}

const lettersOf = (text: string): string => text.replaceAll(/[^a-z]/g, '');

/** The text without what hangs on its end, and with look-alikes read as the letters they stand for. */
function undisguised(lower: string): string {
  return [...lower.replace(/[^a-z]+$/, '')].map((one) => lookAlikes[one] ?? one).join('');
}
