/** What is kept of the program that began a session. Pure. */

/** In the order of looking: most programs also name those that they descend from. */
const browsers: readonly (readonly [RegExp, string])[] = [
  [/MicroMessenger\//, 'WeChat'],
  [/DingTalk\//, 'DingTalk'],
  [/Edg(?:A|iOS)?\//, 'Edge'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrome\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];

const systems: readonly (readonly [RegExp, string])[] = [
  [/HarmonyOS|OpenHarmony/, 'HarmonyOS'],
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Macintosh|Mac OS X/, 'macOS'],
  [/Linux|X11/, 'Linux'],
];

const firstOf = (known: readonly (readonly [RegExp, string])[], text: string): readonly string[] =>
  known
    .filter(([pattern]) => pattern.test(text))
    .map(([, name]) => name)
    .slice(0, 1);

/**
 * The names of browser and system of a user agent: `Edge · Windows`. Versions are left out, because nobody tells machines
 * apart by them; null where neither is known, so that no text of a foreign program is kept.
 */
export function deviceOf(userAgent: string): string | null {
  const start = userAgent.slice(0, 500);
  const names = [...firstOf(browsers, start), ...firstOf(systems, start)];
  return names.length === 0 ? null : names.join(' · ');
}
