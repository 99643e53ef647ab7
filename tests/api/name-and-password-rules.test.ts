/** Which names an account may have and which passwords are strong enough, each at its limits. */
import { describe, expect, it } from 'vitest';
import { accountName, isAccountName } from '#api/accounts/account-name.ts';
import { isStrongPassword } from '#api/accounts/password-policy.ts';

describe('the name of an account', () => {
  it('is 2 to 64 Latin letters, digits, Chinese characters or . _ -', () => {
    for (const name of ['ab', 'a'.repeat(64), '丽水', 'li.shui_2-b', '00'])
      expect([name, isAccountName(name)]).toEqual([name, true]);
    for (const name of ['a', 'a'.repeat(65), '', 'li shui', 'Li', 'lí', 'а-cyrillic', 'a\u200Bb', 'a@b', 'かな']) {
      expect([name, isAccountName(name)]).toEqual([name, false]);
    }
  });

  it('is kept small, without what stands around it and in one form', () => {
    expect(accountName('  WenZhou\t')).toBe('wenzhou');
    expect(accountName('ＷＥＮ１')).toBe('wen1');
  });
});

const strong = (password: string, name = 'wenzhou'): Promise<boolean> =>
  isStrongPassword(password, { name, titles: [] });
const all = (...passwords: readonly string[]) => Promise.all(passwords.map((password) => strong(password)));

describe('a strong password', () => {
  it('has ten characters, of which one outside the first plane counts as one', async () => {
    expect(await all('Kx7-mqvbz', 'Kx7-mqvbzt')).toEqual([false, true]);
    // Nine and ten characters, though eighteen and twenty halves.
    expect(await all('Kx7mqvb😀😀', 'Kx7mqvbz😀😀')).toEqual([false, true]);
  });

  it('has three of the four kinds of characters', async () => {
    expect(await all('kxtmqvbzrw', 'kxtmqvbzr7', 'Kxtmqvbzrw')).toEqual([false, false, false]);
    expect(await all('Kxtmqvbzr7', 'kxtmqvbz-7', 'KXTMQVBZ-7', 'Kxtmqvbz-w')).toEqual([true, true, true, true]);
  });

  it('repeats no part over and over', async () => {
    expect(await all('Aab7Aab7Aab-', 'AaBb77AaBb77-A')).toEqual([false, false]);
  });

  it('has not the own name in it, however written, unless that is too short to tell', async () => {
    expect([await strong('Kx7-WENZHOU-qvm8'), await strong('Kx7-WENZHOU-qvm8', 'lishui')]).toEqual([false, true]);
    expect([await strong('Kx7-mqvbzt', 'mqv'), await strong('Kx7-mqvbzt8', 'mq')]).toEqual([false, true]);
  });

  it('is more than words of the office with a year', async () => {
    expect(await all('Shanghai-2021', '2021-Shanghai!', 'Sh4ngh@i2021', 'Zh3j1ang-2020', 'Qw3rtyu10p!!')).toEqual([
      false,
      false,
      false,
      false,
      false,
    ]);
    // Three letters of one's own are too few beside them, four are enough where the whole is hard to guess.
    expect(await all('Xushi-demo-qzv-2020', 'Xushi-demo-qzvk-2020')).toEqual([false, true]);
  });
});
