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
document.documentElement.lang = (stored('xushi.language') ?? navigator.language).startsWith('en') ? 'en' : 'zh-CN';
