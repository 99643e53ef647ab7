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

const strong = (password: string, name = 'wenzhou'): boolean => isStrongPassword(password, name);

describe('a strong password', () => {
  it('has ten characters, of which one outside the first plane counts as one', () => {
    expect([strong('Kx7-mqvbz'), strong('Kx7-mqvbzt')]).toEqual([false, true]);
    // Nine and ten characters, though eighteen and twenty halves.
    expect([strong('Kx7mqvb😀😀'), strong('Kx7mqvbz😀😀')]).toEqual([false, true]);
  });

  it('has three of the four kinds of characters', () => {
    expect([strong('kxtmqvbzrw'), strong('kxtmqvbzr7'), strong('Kxtmqvbzrw')]).toEqual([false, false, false]);
    expect([strong('Kxtmqvbzr7'), strong('kxtmqvbz-7'), strong('KXTMQVBZ-7'), strong('Kxtmqvbz-w')]).toEqual([
      true,
      true,
      true,
      true,
    ]);
  });

  it('has five different characters, capitals not told apart', () => {
    expect([strong('Aab7Aab7Aab-'), strong('Aabc7Aab7A-')]).toEqual([false, true]);
    expect(strong('AaBb77AaBb77-A')).toBe(false);
  });

  it('has not the own name in it, however written, unless that is too short to tell', () => {
    expect([strong('Kx7-WENZHOU-q'), strong('Kx7-WENZHOU-q', 'lishui')]).toEqual([false, true]);
    expect([strong('Kx7-mqvbzt', 'mqv'), strong('Kx7-mqvbzt', 'mq')]).toEqual([false, true]);
  });

  it('is more than a common word with decoration or in disguise', () => {
    for (const password of ['Shanghai-2021', '2021-Shanghai!', 'Sh4ngh@i2021', 'Zh3j1ang-2020', 'Qw3rtyu10p!!']) {
      expect([password, strong(password)]).toEqual([password, false]);
    }
    expect(strong('Shanghai-rain-2021')).toBe(true);
  });
});
