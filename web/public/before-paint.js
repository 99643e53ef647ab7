// Runs before the first paint, so that neither the colours nor the language flash. It is a file because the
// content security policy allows no inline script. The keys are those of theme.ts and language.ts.
const stored = (key) => {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
};

const scheme = stored('xushi.scheme');
const dark = scheme === 'dark' || (scheme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
const language = (stored('xushi.language') ?? navigator.language).startsWith('en') ? 'en' : 'zh';
document.documentElement.lang = language === 'en' ? 'en' : 'zh-CN';

// The file of this language's texts, which a build names on this script's element.
const texts = document.currentScript?.dataset[language];
if (texts !== undefined) {
  const link = document.createElement('link');
  link.rel = 'modulepreload';
  link.href = texts;
  document.head.append(link);
}
